import { duplicateKey } from '../../../src/lint/rules/duplicate-key.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(duplicateKey, {
  valid: [
    {
      title: 'the same key in two menus, and keys that begin alike',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "12", to: c}, {intent: one, to: c}]}
  b: {kind: menu, options: [{key: "1", to: c}]}
  c: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'a key and an intent that two options wait for, also without quotes',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: b}
      - {key: 1, to: b}
#             ^ duplicate-key key
      - {key: "1", intent: cards, to: b}
#             ^^^ duplicate-key key
      - {intent: cards, to: b}
#                ^^^^^ duplicate-key intent
  b: {kind: hangup}`,
    },
  ],
});
