import { describe, expect, test } from '@jest/globals';
import { shorterText } from '../../src/prompt/shorter-text.ts';
import { withoutFiller } from '../../src/prompt/without-filler.ts';

describe('saying the same in fewer words', () => {
  test.each([
    [
      'en',
      'If you would like to hear your balance, please press 1.',
      'To hear your balance, press 1.',
    ],
    ['en', 'Welcome. Please press 1 for cards.', 'Welcome. Press 1 for cards.'],
    ['en', 'For cards, press 1 on your telephone keypad.', 'For cards, press 1.'],
    ['en', 'For cards, press the number 1 now.', 'For cards, press 1.'],
    ['es', 'Si desea consultar su saldo, marque 1.', 'Para consultar su saldo, marque 1.'],
    [
      'fr',
      'Si vous souhaitez parler à un conseiller, veuillez appuyer sur le 2.',
      'Pour parler à un conseiller, appuyez sur le 2.',
    ],
    ['de', 'Für Karten drücken Sie bitte die 1.', 'Für Karten drücken Sie die 1.'],
    [
      'pt-BR',
      'Se deseja falar com um atendente, digite 9.',
      'Para falar com um atendente, digite 9.',
    ],
    [
      'el',
      'Αν θέλετε να ακούσετε το υπόλοιπο, παρακαλώ πατήστε 1.',
      'Για να ακούσετε το υπόλοιπο, πατήστε 1.',
    ],
    [
      'it',
      'Se desidera parlare con un operatore, prema 2.',
      'Per parlare con un operatore, prema 2.',
    ],
  ])('%s: %s', (language, text, shorter) => {
    expect(shorterText(text, language)).toBe(shorter);
  });

  test.each([
    ['en', 'For cards, press 1.'],
    ['en', 'For cards that please you, press 1.'],
    ['en', 'Please wait.'],
    ['ja', 'カードについては、1を押してください。'],
    ['xx', 'Please press 1.'],
  ])('leaves %s: %s', (language, text) => {
    expect(shorterText(text, language)).toBeUndefined();
  });
});

describe('leaving out sentences that tell nothing', () => {
  test.each([
    [
      'en',
      'Please listen carefully as our menu options have changed. For cards, press 1.',
      'For cards, press 1.',
    ],
    ['en', 'Your call is important to us.', ''],
    ['de', 'Ihr Anruf ist uns wichtig. Bitte warten Sie.', 'Bitte warten Sie.'],
  ])('%s: %s', (language, text, shorter) => {
    expect(withoutFiller(text, language)).toBe(shorter);
  });

  test.each([
    ['en', 'For cards, press 1.'],
    ['en', 'Listen carefully to these options and press 1 for cards.'],
    [
      'en',
      'Your call is important to us, so stay on the line and the next free adviser will help you.',
    ],
    ['en', 'To serve you better, this call is recorded.'],
  ])('leaves %s: %s', (language, text) => {
    expect(withoutFiller(text, language)).toBeUndefined();
  });
});
