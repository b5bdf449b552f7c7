import { fieldOrder } from '../../../src/lint/rules/field-order.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(fieldOrder, {
  valid: [
    {
      title: 'fields of one group in any order, and notes and tags anywhere',
      nodes: `
  a: {note: first, kind: task, selfService: true, say: Wait., task: look-up, success: b, failure: b}
  b: {kind: task, tags: [legal], task: look-up, say: Wait., note: n, success: c, error: c, failure: c}
  c: {kind: hangup, note: last}`,
    },
  ],
  invalid: [
    {
      title: 'the kind behind what it tells, and ways out before what is said',
      nodes: `
  a:
    say: Hello.
#   ^^^ field-order turned
    kind: announcement
    to: b
  b: {kind: menu, options: [{to: c, key: "1"}, {key: "2", to: c}]}
#                            ^^ field-order turned
  c: {kind: collect, noInput: {to: d}, to: d}
#                    ^^^^^^^ field-order turned
  d: {kind: hangup}`,
    },
  ],
});
