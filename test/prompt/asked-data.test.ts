import { describe, expect, test } from '@jest/globals';
import { askedData } from '../../src/prompt/asked-data.ts';
import { saysRecorded } from '../../src/prompt/says-recorded.ts';

describe('what a prompt asks for', () => {
  test.each([
    ['en', 'Please enter your credit card number.', 'card-number'],
    ['en', 'Enter the three digit card security code.', 'card-code'],
    ['en-GB', 'Now your PIN, please.', 'pin'],
    ['en', 'Enter your social security number.', 'identity'],
    ['es', 'Ingrese el número de su tarjeta de crédito.', 'card-number'],
    ['es', 'Ingrese su número de tarjeta de crédito.', 'card-number'],
    ['pt', 'Digite a sua senha.', 'pin'],
    ['pt-BR', 'Informe o seu CPF.', 'identity'],
    ['fr', 'Saisissez votre code confidentiel.', 'pin'],
    ['de', 'Bitte geben Sie Ihre Geheimzahl ein.', 'pin'],
    ['it', 'Inserisca il numero della carta di credito.', 'card-number'],
    ['nl', 'Toets uw pincode in.', 'pin'],
    ['el', 'Πληκτρολογήστε τον αριθμό της πιστωτικής σας κάρτας.', 'card-number'],
    ['zh', '请输入您的信用卡卡号。', 'card-number'],
    ['ja', '暗証番号を入力してください。', 'pin'],
    ['en', 'Enter your account number.', undefined],
    ['en', 'Enter the last four digits of your credit card number.', undefined],
    ['en', 'The wheel is spinning; pinpoint your order.', undefined],
    ['zh', '请输入身份证号码的后四位。', undefined],
    ['tr', 'PIN', undefined],
    ['constructor', 'PIN', undefined],
  ])('in %s, %p: %p', (language, text, data) => {
    expect(askedData(text, language)).toBe(data);
  });
});

describe('whether a text tells of a recording', () => {
  test.each([
    'Calls may be recorded.',
    'We record all calls.',
    'Esta llamada puede ser grabada.',
    'A chamada poderá ser gravada.',
    'Cet appel est enregistré.',
    'Das Gespräch wird aufgezeichnet.',
    'La chiamata potrebbe essere registrata.',
    'Dit gesprek kan worden opgenomen.',
    'Οι κλήσεις ενδέχεται να ηχογραφούνται.',
    '通話は録音されることがあります。',
    '本次通话将被录音。',
  ])('%p does', (text) => {
    expect(saysRecorded(text)).toBe(true);
  });

  test.each(['Welcome.', 'Your account is on record.', 'We broke the record.', 'Discordant.', ''])(
    '%p does not',
    (text) => {
      expect(saysRecorded(text)).toBe(false);
    },
  );
});
