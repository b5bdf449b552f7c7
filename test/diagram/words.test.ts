import { describe, expect, test } from '@jest/globals';
import { layoutFlow } from '../../src/diagram/layout-flow.ts';
import { wordLanguages, wordsIn } from '../../src/diagram/words-in.ts';
import { fakeReplay } from './fake-replay.ts';
import { textsOf, widestOf } from './geometry.ts';
import { readFixture } from './read-fixture.ts';

const bank = readFixture('bank');
const replay = fakeReplay(bank, 20_000);

/** Every text of a language, each function called with something for everything it may take. */
function textsIn(language: string): readonly string[] {
  const texts: string[] = [];
  const { marks, ...words } = wordsIn(language);
  expect(marks.thousands).not.toBe(marks.point);
  const waiting: unknown[] = [words];
  for (const value of waiting) {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'function') {
      const call = value as (...values: readonly unknown[]) => string;
      for (const count of [1, 2, 21]) texts.push(call(count, ['Cards', 'Loans'], 'Cards', 'Loans'));
    } else if (typeof value === 'object' && value !== null)
      waiting.push(...Object.values(value as Record<string, unknown>));
  }
  return texts;
}

describe.each(wordLanguages)('the words in %s', (language) => {
  test('are all there, and none is that of another language', () => {
    const texts = textsIn(language);
    expect(texts.length).toBeGreaterThan(120);
    expect(texts.filter((text) => text.trim() === '' || text.includes('undefined'))).toEqual([]);
    const english = new Set(textsIn('en').filter((text) => /\p{L}{3} \p{L}{3}/u.test(text)));
    if (language !== 'en') expect(texts.filter((text) => english.has(text))).toEqual([]);
  });

  test('fit the drawing, with its calls and without', () => {
    for (const options of [{}, { replay }, { replay, minShare: 0.05 }, { focus: 'cards' }]) {
      for (const text of textsOf(layoutFlow(bank, { ...options, locale: language })))
        expect(widestOf(text)).toBeLessThanOrEqual(text.room + 0.01);
    }
  });
});

describe.each(wordLanguages.filter((language) => language !== 'ja'))(
  'one call in %s',
  (language) => {
    test('is told otherwise than two', () => {
      const { sentences, icicle, heatCaption, by } = wordsIn(language);
      const asTwo = (text: string) => text.replace('1', '2');
      expect(asTwo(sentences.calls('1'))).not.toBe(sentences.calls('2'));
      expect(asTwo(sentences.enter('1'))).not.toBe(sentences.enter('2'));
      expect(asTwo(sentences.worst('Cards', '1'))).not.toBe(sentences.worst('Cards', '2'));
      expect(asTwo(icicle.ofCalls('1'))).not.toBe(icicle.ofCalls('2'));
      expect(asTwo(heatCaption('1'))).not.toBe(heatCaption('2'));
      expect(asTwo(by.loop('1'))).not.toBe(by.loop('2'));
    });
  },
);

describe('the language of a drawing', () => {
  test('is that of the script, or the one that is asked for', () => {
    const german = { ...bank, script: { ...bank.script, language: 'de-AT' } };
    expect(layoutFlow(german).language).toBe('de');
    expect(layoutFlow(german, { locale: 'fr' }).language).toBe('fr');
    expect(layoutFlow(bank, { locale: 'es-MX' }).language).toBe('es');
  });

  test('is English where there is no translation, and for names of objects', () => {
    for (const locale of ['tlh', '', 'constructor', '__proto__'])
      expect(layoutFlow(bank, { locale }).language).toBe('en');
  });

  test('writes numbers as its readers do', () => {
    const caption = (locale: string) => layoutFlow(bank, { replay, locale }).texts[1]?.text;
    expect(caption('en')).toMatch(/^20,000 calls/);
    expect(caption('de')).toMatch(/^20\.000 Anrufe/);
    expect(caption('fr')).toMatch(/^20\u00a0000 appels/);
    const percents = layoutFlow(bank, { replay, locale: 'de' }).cards.flatMap(({ rows }) =>
      rows.map(({ texts }) => texts[1]?.text ?? ''),
    );
    expect(percents.some((percent) => /^\d,\d%$/.test(percent))).toBe(true);
    expect(percents.some((percent) => percent.includes('.'))).toBe(false);
  });
});
