import { keyOrder } from '../../../src/lint/rules/key-order.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(keyOrder, {
  valid: [
    {
      title: 'rising keys, and 0, *, # and roles wherever they stand',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "8", say: "Para español, pulse 8.", role: language, language: es, to: a}
      - {key: "0", say: "For a person, press 0.", to: b}
      - {key: "1", say: "For cards, press 1.", to: b}
      - {key: "2", say: "For loans, press 2.", to: b}
      - {key: "*", say: "To go back, press star.", to: b}
      - {key: "9", say: "For an adviser, press 9.", role: agent, to: b}
      - {key: "7", say: "To hear this again, press 7.", do: repeat}
  b: {kind: hangup}`,
    },
    {
      title: 'an option that is pinned or first for safety, and a last key that stands apart',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "5", say: "For emergencies, press 5.", tags: [safety], to: b}
      - {key: "4", say: "For news, press 4.", pinned: true, to: b}
      - {key: "1", say: "For cards, press 1.", to: b}
      - {key: "2", say: "For loans, press 2.", to: b}
      - {key: "3", say: "For bills, press 3.", to: b}
      - {key: "9", say: "For the main menu, press 9.", to: b}
  b: {kind: hangup}`,
    },
    {
      title: 'a text in rising order above a list in another, as imports have it',
      nodes: `
  a: {kind: menu, say: "For cards press 1, for loans press 2.", options: [{key: "2", to: b}, {key: "1", to: b}]}
  b: {kind: hangup}`,
    },
    {
      title: 'a key that is said and no option has, which another rule tells',
      nodes: `
  a: {kind: menu, say: "For hours press 4. For cards press 1, for loans press 2.", options: [{key: "1", to: b}, {key: "2", to: b}]}
  b: {kind: hangup}`,
    },
    {
      title: 'prompts that nobody can read, and keys in the words of another language',
      nodes: `
  a: {kind: menu, say: {recording: a.wav, length: 9s}, options: [{key: "3", to: b}, {key: "1", to: b}]}
  b: {kind: menu, say: "Para español oprima el 2. For cards press 1.", options: [{key: "2", to: c}, {key: "1", to: c}]}
  c: {kind: menu, say: "Enter the digit 3 or so. Press 1 {{name}}.", options: [{key: "3", to: d}, {key: "1", to: d}]}
  d: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'keys that fall, at what says them',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "2", say: "For cards, press 2.", to: b}
      - {key: "1", say: "For loans, press 1.", to: b}
#                       ^^^^^^^^^^^^^^^^^^^^^ key-order falls
  b:
    kind: menu
    say: For cards press 2, for loans press 1.
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key-order falls
    options: [{key: "1", to: c}, {key: "2", to: c}]
  c: {kind: hangup}`,
    },
    {
      title: 'a number that is left out',
      nodes: `
  a:
    kind: menu
    say: For cards, press 1. For loans, press 3.
    options: [{key: "1", to: b}, {key: "3", to: b}]
#   ^^^^^^^ key-order gap !info
  b:
    kind: menu
    say: For cards, press 2. For loans, press 3. For the main menu, press 9.
    options: [{key: "2", to: c}, {key: "3", to: c}, {key: "9", to: a}]
#   ^^^^^^^ key-order gap !info
  c: {kind: hangup}`,
    },
  ],
});
