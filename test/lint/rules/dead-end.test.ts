import { deadEnd } from '../../../src/lint/rules/dead-end.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(deadEnd, {
  valid: [
    {
      title: 'nodes at which a call can end',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: t}, {key: "3", to: v}, {key: "4", to: c}, {key: "5", to: s}, {key: "6", to: h}]}
  q: {kind: queue, queue: general}
  t: {kind: transfer, number: "+15550100"}
  v: {kind: voicemail}
  c: {kind: callback}
  s: {kind: subflow, script: other}
  h: {kind: hangup}`,
    },
    { title: 'nodes that nobody reaches', nodes: '  a: {kind: hangup}\n  b: {kind: announcement}' },
  ],
  invalid: [
    {
      title: 'an exit that the author left empty, and a menu without options',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: b}
      - {key: "2"}
#       ^^^^^^^^^^ dead-end emptyExit
  b: {kind: menu, options: []}
# ^ dead-end noExit`,
    },
  ],
});
