import { portugalCancellation } from '../../../src/lint/rules/portugal-cancellation.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(portugalCancellation, {
  valid: [
    {
      title: 'an option by its role, anywhere',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}]}
  b: {kind: menu, options: [{key: "1", role: cancellation, to: a}]}`,
    },
    {
      title: 'an option by its words',
      nodes: '  a: {kind: menu, options: [{key: "1", say: "Para cancelar, tecle 1.", to: a}]}',
    },
    { title: 'lines without a menu', nodes: '  a: {kind: hangup}' },
    {
      title: 'imports, and parts that can not be seen',
      head: 'entries: [{start: a}, {start: b}]',
      nodes: `
  a: {kind: menu, origin: [x], options: [{key: "1", to: b}]}
  b: {kind: subflow, script: other}`,
    },
  ],
  invalid: [
    {
      title: 'a line on which nothing can be cancelled',
      head: 'entries:\n  - {start: a}\n#           ^ portugal-cancellation none',
      nodes: '  a: {kind: menu, options: [{key: "1", say: "For cards, press 1.", to: a}]}',
    },
  ],
});
