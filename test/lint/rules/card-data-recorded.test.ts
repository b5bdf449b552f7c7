import { cardDataRecorded } from '../../../src/lint/rules/card-data-recorded.ts';
import { testRule } from '../../support/test-rule.ts';

const head = 'defaults: {recording: true}';

testRule(cardDataRecorded, {
  valid: [
    { title: 'calls that are not recorded', nodes: '  a: {kind: collect, data: card-number}' },
    { title: 'a PIN, which is no card data', head, nodes: '  a: {kind: collect, data: pin}' },
    {
      title: 'part of a card number',
      head,
      nodes: '  a: {kind: collect, say: The last 4 digits of your credit card number?}',
    },
  ],
  invalid: [
    {
      title: 'card data, declared and asked for, and tones that may be heard',
      head,
      nodes: `
  a: {kind: collect, data: card-number, to: b}
#                          ^^^^^^^^^^^ card-data-recorded recorded
  b: {kind: collect, say: Enter the CVV., to: c}
#                         ^^^^^^^^^^^^^^ card-data-recorded recorded !warning
  c: {kind: collect, data: card-code, sensitive: true}
#                          ^^^^^^^^^ card-data-recorded masked !info`,
    },
  ],
});
