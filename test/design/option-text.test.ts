import { describe, expect, test } from '@jest/globals';
import { designLanguages, phrasesOf } from '../../src/design/design-phrases.ts';
import { joinedNames, keyPhraseText, optionText } from '../../src/design/option-text.ts';
import { spokenKeys } from '../../src/prompt/spoken-keys.ts';
import { readingSeconds } from '../../src/prompt/reading-time.ts';

describe('the words of an option', () => {
  test.each([
    ['en', 'Lost cards', 'For lost cards, press 1.'],
    ['en', 'PIN', 'For PIN, press 1.'],
    ['en', 'to pay a bill', 'To pay a bill, press 1.'],
    ['en', 'If you smell gas', 'If you smell gas, press 1.'],
    ['en', 'A and {key} B', 'For a and {key} B, press 1.'],
    ['de', 'Karten', 'Für Karten drücken Sie die 1.'],
    ['es-MX', 'Tarjetas', 'Para tarjetas, marque 1.'],
    ['zh', '账单', '账单，请按1。'],
  ])('in %s, "%s" is said as "%s"', (language, label, text) => {
    expect(optionText(language, label, '1')).toBe(text);
  });

  test.each(designLanguages)(
    'name their key in %s as the linter reads it, and so does a person',
    (language) => {
      const phrases = phrasesOf(language);
      const texts = [
        optionText(language, 'ABC', '7') ?? '',
        keyPhraseText(phrases?.person ?? '', '7'),
        keyPhraseText(phrases?.language ?? '', '7'),
      ];
      for (const text of texts) {
        const { keys, certain } = spokenKeys(text, language);
        expect({ text, certain, keys: keys.map(({ key }) => key) }).toEqual({
          ...{ text, certain: true, keys: ['7'] },
        });
        expect(readingSeconds(text, language)).toBeGreaterThan(1);
      }
    },
  );
});

describe('the name of several things', () => {
  test('tells up to three of them, and that there are more', () => {
    const { and, comma, more } = phrasesOf('en') ?? { and: '', comma: '', more: '' };
    const name = (...names: readonly string[]) => joinedNames(names, 'en', { and, comma, more });
    expect(name('Cards')).toBe('Cards');
    expect(name('Cards', 'Payments')).toBe('Cards and payments');
    expect(name('Cards', 'Loans', 'PIN')).toBe('Cards, loans and PIN');
    expect(name('Cards', 'Loans', 'Hours', 'Bills')).toBe('Cards, loans and more');
  });
});
