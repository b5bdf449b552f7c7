import { describe, expect, test } from '@jest/globals';
import { fillerPhrases } from '../../src/prompt/filler-phrases.ts';
import { isOtherLabel } from '../../src/prompt/is-other-label.ts';

const found = (text: string) => fillerPhrases(text).map(({ start, end }) => text.slice(start, end));

describe('phrases that only take time', () => {
  test('are found in the order of the text, with what stands between their words', () => {
    expect(found('Your call is, as ever, important to us. Our menu has recently changed.')).toEqual(
      ['call is, as ever, important to us', 'menu has recently changed'],
    );
  });

  test('are never found across sentences, in markup, or in a notice of recording', () => {
    expect(found('Listen carefully as a friend. Our options are few.')).toEqual([]);
    expect(found('<break time="1s"/> The <b>menu</b>. Has changed.')).toEqual([]);
    expect(found('To serve you better, this call is recorded. We value your call.')).toEqual([
      'We value your call',
    ]);
  });

  test('are looked for in a megabyte in a moment', () => {
    expect(found('listen carefully as '.repeat(50_000))).toEqual([]);
  });
});

describe('options for everything else', () => {
  test.each([
    ['en', 'For all other enquiries, press 5.', true],
    ['en', 'For more options, press 9.', true],
    ['en', 'For other cards, press 1.', false],
    ['es', 'Para otras consultas, marque 5.', true],
    ['pt', 'Para outros assuntos, tecle 5.', true],
    ['fr', 'Pour toute autre demande, tapez 5.', true],
    ['de', 'Für sonstige Anliegen drücken Sie die 5.', true],
    ['el', 'Για άλλες υπηρεσίες, πατήστε 5.', true],
    ['zh', '其他业务，请按5。', true],
    ['ja', 'その他のご用件は、5を押してください。', true],
  ])('are known in %s: "%s" %s', (language, text, expected) => {
    expect(isOtherLabel(text, language)).toBe(expected);
  });
});
