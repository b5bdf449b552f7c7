import { sensitiveDigitsUnmasked } from '../../../src/lint/rules/sensitive-digits-unmasked.ts';
import { testRule } from '../../support/test-rule.ts';

const ask = (fields: string): string =>
  `  a: {kind: collect, ${fields}, to: b}\n  b: {kind: hangup}`;

testRule(sensitiveDigitsUnmasked, {
  valid: [
    { title: 'data that is kept nowhere', nodes: ask('data: pin, sensitive: true') },
    { title: 'other data', nodes: ask('data: amount, say: How much in dollars?') },
    {
      title: 'prompts whose data the script declares as something else',
      nodes: ask('data: other, say: Enter the PIN on your meter.'),
    },
    {
      title: 'the last digits of a number',
      nodes: ask('say: Enter the last four digits of your credit card number.'),
    },
    { title: 'a library card', nodes: ask('say: Enter your card number.') },
    {
      title: 'entries that are too short for it',
      nodes: ask('say: Enter your credit card number., digits: {max: 4}'),
    },
    { title: 'words that only hold it', nodes: ask('say: How many times did it spin?') },
    { title: 'languages that it does not know', nodes: ask('say: {tr: PIN kodunuz}') },
    {
      title: 'card data of recorded calls: another rule tells worse of it',
      head: 'defaults: {recording: true}',
      nodes: ask('data: card-number'),
    },
  ],
  invalid: [
    {
      title: 'data that the script declares',
      nodes: `
  a: {kind: collect, data: card-code, to: b}
#                          ^^^^^^^^^ sensitive-digits-unmasked declared
  b: {kind: collect, data: identity, sensitive: false, to: c}
#                          ^^^^^^^^ sensitive-digits-unmasked declared
  c: {kind: hangup}`,
    },
    {
      title: 'data that prompts ask for, in many languages',
      nodes: `
  a: {kind: collect, say: Please enter your 4 digit PIN., to: b}
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitive-digits-unmasked asked !warning
  b: {kind: collect, say: {es: Marque el número de su tarjeta de crédito.}, to: c}
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitive-digits-unmasked asked !warning
  c: {kind: collect, say: {en: Hello., zh: 请输入您的密码。}, to: d}
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitive-digits-unmasked asked !warning
  d: {kind: collect, say: {ja: 暗証番号を入力してください。}, to: e}
#                         ^^^^^^^^^^^^^^^^^^^^ sensitive-digits-unmasked asked !warning
  e: {kind: hangup}`,
    },
  ],
});
