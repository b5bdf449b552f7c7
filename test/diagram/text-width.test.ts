import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../src/diagram/clean-text.ts';
import { fitText, spareRoom } from '../../src/diagram/fit-text.ts';
import { textLanguage } from '../../src/diagram/text-language.ts';
import { textWidth } from '../../src/diagram/text-width.ts';

describe('the width of a text', () => {
  // Advance widths of Arial by its published metrics, in units of 2,048 to the em.
  test.each([
    ['0', 1139, false],
    ['A', 1366, false],
    ['A', 1479, true],
    ['i', 455, false],
    ['W', 1933, false],
    [' ', 569, false],
    ['é', 1139, false],
    ['α', 1184, false],
    ['Ж', 1891, false],
    ['–', 1139, false],
    ['…', 2048, true],
  ])('of %s is %d units of Arial (bold: %s)', (text, units, bold) => {
    const error = textWidth(text, 1000, bold) - (units * 1000) / 2048;
    expect(Math.abs(error)).toBeLessThanOrEqual(2);
  });

  test('adds up over the characters, and grows with the size', () => {
    expect(textWidth('Main menu', 22)).toBeCloseTo(2 * textWidth('Main menu', 11));
    expect(textWidth('ab', 10)).toBeCloseTo(textWidth('a', 10) + textWidth('b', 10));
  });

  test('gives East Asian characters the whole em', () => {
    expect(textWidth('日本語', 10)).toBe(30);
    expect(textWidth('ｶﾅ', 10)).toBeLessThan(20);
  });

  test('gives accents no room of their own', () => {
    expect(textWidth('e\u0301', 10)).toBeCloseTo(textWidth('e', 10));
    expect(textWidth('Ἀ', 10)).toBeCloseTo(textWidth('Α', 10));
    expect(textWidth('ế', 10)).toBeCloseTo(textWidth('e', 10));
    expect(textWidth('a\u200db', 10)).toBeCloseTo(textWidth('ab', 10));
  });

  test('stays on the safe side where it must guess', () => {
    // Widths in Noto fonts, in ems: an emoji 1.25, Arabic and Devanagari letters about a half.
    expect(textWidth('👋', 10)).toBeGreaterThanOrEqual(12.5);
    expect(textWidth('خدمة', 10)).toBeGreaterThanOrEqual(20);
    expect(textWidth('हिन्दी', 10)).toBeGreaterThanOrEqual(15);
    expect(textWidth('﷽', 10)).toBeGreaterThanOrEqual(100);
  });
});

describe('cutting a text', () => {
  test('leaves alone what fits', () => {
    expect(fitText('Main menu', 200, 11)).toBe('Main menu');
    expect(fitText('', 0, 11)).toBe('');
  });

  test('ends in an ellipsis, and closes a quotation', () => {
    expect(fitText('Enter your account number', 60, 11)).toMatch(/^Enter.*…$/);
    expect(fitText('“Thank you for calling us”', 90, 11)).toMatch(/^“Thank.*…”$/);
  });

  test('never cuts inside what a reader sees as one character', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(fitText(family.repeat(9), 170, 11)).toBe(`${family.repeat(2)}…`);
    expect(fitText('e\u0301'.repeat(99), 60, 11)).toMatch(/^(e\u0301)+…$/);
  });

  test('gives nothing where nothing fits', () => {
    expect(fitText('Menu', 3, 11)).toBe('');
  });

  test('always fits, with room to spare for wider fonts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 0, max: 200 }),
        (text, room) => {
          const fitted = fitText(text, room, 11, true);
          expect(textWidth(fitted, 11, true) * spareRoom).toBeLessThanOrEqual(room + 1e-6);
        },
      ),
    );
  });

  test('takes no longer for a book than for a line', () => {
    for (let turn = 0; turn < 50; turn += 1) fitText('long é '.repeat(20_000), 200, 11);
  });
});

describe('cleaning a text', () => {
  test('takes out what XML forbids and what turns the direction', () => {
    expect(cleanText('a\u0000b\u0008c\ufffed\u202e\u2066e')).toBe('abcde');
    expect(cleanText('half \ud800 pair')).toBe('half \ufffd pair');
    expect(cleanText('two\r\nlines\tand  blanks ')).toBe('two lines and blanks');
  });

  test('lowers towers of accents', () => {
    expect(cleanText(`a${'\u0301'.repeat(50)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
  });

  test('gives only characters that XML 1.0 allows, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(text)).toMatch(/^[ -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      }),
    );
  });
});

describe('the language of a label', () => {
  test.each([
    ['Main menu', ['en'], 'en'],
    ['Menu principal', ['fr'], 'fr'],
    ['Εξυπηρέτηση', ['en'], 'el'],
    ['日本語サポート', ['en'], 'ja'],
    ['中文服务', ['en'], 'zh'],
    ['中文服务', ['zh-Hant-HK', 'en'], 'zh-Hant-HK'],
    ['会員', ['ja'], 'ja'],
    ['Підтримка', ['uk'], 'uk'],
    ['Help desk', ['el'], 'en'],
    ['42', ['el'], 'el'],
  ])('%s in a menu that speaks %j is %s', (text, spoken, language) => {
    expect(textLanguage(text, spoken)).toBe(language);
  });
});
