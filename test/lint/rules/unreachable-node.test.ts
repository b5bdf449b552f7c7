import { unreachableNode } from '../../../src/lint/rules/unreachable-node.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(unreachableNode, {
  valid: [
    {
      title: 'nodes behind defaults, system errors and a second entry',
      head: 'defaults: {noInput: {to: silent}}\nentries: [{start: a}, {start: other}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], error: broken}
  b: {kind: hangup}
  silent: {kind: hangup}
  broken: {kind: hangup}
  other: {kind: hangup}`,
    },
    {
      title: 'a script without any start that exists, which is told at the entry',
      head: 'entries: [{start: nowhere}]',
      nodes: '  a: {kind: hangup}',
    },
  ],
  invalid: [
    {
      title: 'nodes that no way leads to, also a round of them',
      nodes: `
  a: {kind: announcement, to: b}
  b: {kind: hangup}
  old-offer: {kind: announcement, to: b}
# ^^^^^^^^^ unreachable-node unreachable
  ping: {kind: announcement, to: pong}
# ^^^^ unreachable-node unreachable
  pong: {kind: announcement, to: ping}
# ^^^^ unreachable-node unreachable`,
    },
  ],
});
