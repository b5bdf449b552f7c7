import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { respeakKeys } from '../../src/prompt/respeak-keys.ts';
import { spokenKeys } from '../../src/prompt/spoken-keys.ts';

const swap = new Map([
  ['1', '2'],
  ['2', '1'],
]);

describe('renaming the keys of a prompt', () => {
  test.each([
    ['en', 'For cards, press 1. For loans, press 2.', 'For cards, press 2. For loans, press 1.'],
    ['en', 'Press one for A, two for B.', 'Press two for A, one for B.'],
    ['en', 'PRESS ONE. Press Two.', 'PRESS TWO. Press One.'],
    ['en', 'For terminal 1, press 1.', 'For terminal 1, press 2.'],
    [
      'en',
      'Have the last 2 digits ready, then press 2.',
      'Have the last 2 digits ready, then press 1.',
    ],
    ['es', 'Oprima uno, o marque el 2.', 'Oprima dos, o marque el 1.'],
    ['de', 'Drücken Sie die Eins oder die zwei.', 'Drücken Sie die Zwei oder die eins.'],
    ['el', 'Πατήστε ένα ή δύο.', 'Πατήστε δύο ή ένα.'],
    ['zh', '查询请按一，投诉请按2。', '查询请按二，投诉请按1。'],
    ['ja', '残高は１を、振込は2を押してください。', '残高は２を、振込は1を押してください。'],
    [
      'en',
      'For English press 1. Para español, oprima dos.',
      'For English press 2. Para español, oprima uno.',
    ],
  ])('%s: %s', (language, text, renamed) => {
    expect(respeakKeys(text, language, swap)).toBe(renamed);
  });

  test('writes star and pound as words where a digit stood, for a voice reads signs as it likes', () => {
    expect(respeakKeys('Press 1.', 'en', new Map([['1', '*']]))).toBe('Press star.');
    expect(respeakKeys('Press the star key.', 'en', new Map([['*', '4']]))).toBe(
      'Press the four key.',
    );
    expect(respeakKeys('Press *.', 'en', new Map([['*', '#']]))).toBe('Press #.');
  });

  test('leaves everything else as it is', () => {
    const text = '<speak>Press 3,\n it costs $2 &amp; takes 1 minute</speak>';
    expect(respeakKeys(text, 'en', swap)).toBe(text);
    expect(respeakKeys('', 'en', swap)).toBe('');
  });

  test('renaming there and back gives the same prompt, and the new keys are heard in between', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(keys, fc.constantFrom('en', 'es', 'fr'), fc.nat(8), (order, language, turn) => {
        const verb = { en: 'For it, press', es: 'Para eso, oprima', fr: 'Pour ça, tapez' }[
          language
        ];
        const text = order.map((key) => `${verb} ${key}.`).join(' ');
        const to = new Map(
          Array.from({ length: 9 }, (_, key) => [`${key + 1}`, `${((key + turn) % 9) + 1}`]),
        );
        const back = new Map([...to].map(([old, now]) => [now, old]));
        const renamed = respeakKeys(text, language, to);
        expect(spokenKeys(renamed, language).keys.map(({ key }) => key)).toEqual(
          order.map((key) => to.get(String(key))),
        );
        expect(respeakKeys(renamed, language, back)).toBe(text);
      }),
    );
  });
});
