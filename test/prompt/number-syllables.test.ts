import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numberSyllables } from '../../src/prompt/number-syllables.ts';

describe('syllables of numbers as they are spoken', () => {
  test.each([
    // dos · dieciséis · veintiuno · treinta y ocho · ciento uno · quinientos
    ['es', '2', 1],
    ['es', '16', 3],
    ['es', '21', 3],
    ['es', '38', 2 + 1 + 2],
    ['es', '100', 1],
    ['es', '101', 2 + 2],
    ['es', '500', 3],
    // mil doscientos cincuenta · dos mil veintiséis · un millón
    ['es', '1.250', 1 + 3 + 3],
    ['es', '2026', 1 + 1 + 3],
    ['es', '1.000.000', 3],
    // vinte e um · cento e um · duzentos e cinquenta
    ['pt', '21', 2 + 1 + 1],
    ['pt', '101', 2 + 1 + 1],
    ['pt', '250', 3 + 1 + 3],
    // dix-sept · vingt et un · soixante et onze · quatre-vingts · quatre-vingt-dix-sept · deux cents
    ['fr', '17', 2],
    ['fr', '21', 1 + 1 + 1],
    ['fr', '71', 2 + 1 + 1],
    ['fr', '80', 3],
    ['fr', '97', 3 + 2],
    ['fr', '200', 2],
    // siebzehn · einundzwanzig · dreiundvierzig · hundert · zweitausendsechsundzwanzig
    ['de', '17', 2],
    ['de', '21', 1 + 1 + 2],
    ['de', '43', 1 + 1 + 2],
    ['de', '100', 3],
    ['de', '2026', 3 + 1 + 1 + 2],
    // ένα · δεκατέσσερα · είκοσι πέντε · διακόσια · χίλια · τρεις χιλιάδες
    ['el', '1', 2],
    ['el', '14', 5],
    ['el', '25', 3 + 2],
    ['el', '200', 3],
    ['el', '1000', 2],
    ['el', '3000', 2 + 3],
    // 五 · 十一 · 二十五 · 一百零一 · 一百一十 · 一千二百五十 · 一万二千 · year 二零二六
    ['zh', '5', 1],
    ['zh', '11', 2],
    ['zh', '25', 3],
    ['zh', '101', 4],
    ['zh', '110', 4],
    ['zh', '1,250', 6],
    ['zh', '12,000', 4],
    ['zh', '2026', 4],
    // ichi · jū ni · hyaku · ni sen ni jū roku · ichi man
    ['ja', '1', 2],
    ['ja', '12', 1 + 1],
    ['ja', '100', 2],
    ['ja', '2026', 1 + 1 + 1 + 1 + 2],
    ['ja', '10,000', 2 + 1],
  ])('in %s %s has %i', (language, written, syllables) => {
    expect(numberSyllables(written, false, language)).toBe(syllables);
  });

  test.each([
    // phone numbers and what is copied: digit by digit
    ['es', '600123456', false, [1, 2, 2, 2, 1, 1, 2, 2, 1]],
    ['de', '+49', false, [1, 1]],
    ['fr', '01', false, [2, 1]],
    ['ja', '0120-444', false, [2, 2, 1, 2, 1, 1, 1]],
    // prices: no mark, cents as an amount, none where they are nothing
    ['es', '12,50', true, [2, 3]],
    ['de', '5.00', true, [1]],
    // decimals: the mark, then digits
    ['fr', '3,14', false, [1, 2, 1, 1]],
    // times
    ['pt', '9:30', false, [2, 2, 3]],
    ['zh', '9:30', false, [1, 2, 2]],
    // dates, however they are written
    ['zh', '2026-12-24', false, [4 + 1, 2 + 1, 3 + 1]],
    ['ja', '2026/4/1', false, [6 + 1, 1 + 2, 2 + 2]],
  ])('in %s %s (money: %s) is said part by part', (language, written, isMoney, parts) => {
    const total = parts.reduce((sum, part) => sum + part, 0);
    expect(numberSyllables(written, isMoney, language)).toBe(total);
  });

  test('a date says the same in every order', () => {
    for (const language of ['es', 'pt', 'fr', 'de', 'el', 'zh', 'ja']) {
      const said = ['2026-12-24', '24/12/2026', '24.12.2026'].map((date) =>
        numberSyllables(date, false, language),
      );
      expect(new Set(said).size).toBe(1);
    }
  });

  test('is unknown where the numbers of a language are', () => {
    expect(numberSyllables('5', false, 'en')).toBeUndefined();
    expect(numberSyllables('5', false, '__proto__')).toBeUndefined();
  });

  test('is finite and above 0 for whatever is written', () => {
    const written = fc.stringMatching(/^\+?\d{1,15}([.,:/-]\d{1,6}){0,4}$/);
    fc.assert(
      fc.property(
        written,
        fc.constantFrom('es', 'pt', 'fr', 'de', 'el', 'zh', 'ja'),
        fc.boolean(),
        (text, language, isMoney) => {
          const syllables = numberSyllables(text, isMoney, language) ?? 0;
          expect(Number.isFinite(syllables) && syllables > 0 && syllables < 12 * text.length).toBe(
            true,
          );
        },
      ),
    );
  });
});
