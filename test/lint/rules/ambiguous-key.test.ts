import { ambiguousKey } from '../../../src/lint/rules/ambiguous-key.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(ambiguousKey, {
  valid: [
    {
      title: 'keys of one length, the same key twice, and keys that only end alike',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: b}
      - {key: "1", to: b}
      - {key: "21", to: b}
      - {key: "22", to: b}
      - {key: "*", to: b}
      - {intent: "12", to: b}
  b: {kind: hangup}`,
    },
    {
      title: 'keys that begin alike in two menus',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}]}
  b: {kind: menu, options: [{key: "12", to: a}]}`,
    },
  ],
  invalid: [
    {
      title: 'each key that begins another, once, whichever comes first',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "12", to: b}
      - {key: "1", to: b}
#             ^^^ ambiguous-key waits
      - {key: "11", to: b}
      - {key: "*", to: b}
#             ^^^ ambiguous-key waits
      - {key: "*9", to: b}
#             ^^^^ ambiguous-key waits
      - {key: "*98", to: b}
  b: {kind: hangup}`,
    },
  ],
});
