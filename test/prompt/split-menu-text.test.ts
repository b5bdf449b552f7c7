import { describe, expect, test } from '@jest/globals';
import { splitMenuText } from '../../src/prompt/split-menu-text.ts';
import type { MenuOption } from '../../src/script/script.ts';

const options = (...keys: readonly string[]): readonly MenuOption[] => keys.map((key) => ({ key }));
const split = (text: string, keys = options('1', '2'), language = 'en') =>
  splitMenuText(text, language, keys, ({ key }) => key === '0' || key === '*');

describe('taking the text of a menu apart', () => {
  test('gives the header, a sentence for each option and the closing', () => {
    expect(split('Hello. Main menu. For A, press 1. For B, press 2! Thanks.')).toMatchObject({
      header: 'Hello. Main menu. ',
      options: ['For A, press 1', 'For B, press 2'],
      closing: 'Thanks.',
    });
  });

  test('parts that are joined again give the text', () => {
    const text = 'Hi.\nFor A, press 1.\n\nFor B, press 2';
    const parts = split(text);
    if (typeof parts === 'string') throw new Error(parts);
    const body = parts.sentences.map(({ words, ending }) => words + ending).join('');
    expect(parts.header + body + parts.closing).toBe(text);
  });

  test.each([
    ['Greek', 'el', 'Για την κάρτα σας, πατήστε 1. Για δάνεια, πατήστε 2.'],
    ['Spanish', 'es', 'Para su tarjeta, oprima uno. Para préstamos, oprima dos.'],
    ['Chinese', 'zh', '查询余额请按1。信用卡请按2。'],
    ['Japanese', 'ja', '残高照会は1を押してください。カードは2を押してください。'],
  ])('reads %s', (_, language, text) => {
    const parts = split(text, options('1', '2'), language);
    // The two sentences of the Asian examples begin differently, so where the first begins is a guess.
    if (language === 'zh' || language === 'ja') expect(parts).toBe('uncertain');
    else expect(parts).toMatchObject({ header: '', sentences: [{ option: 0 }, { option: 1 }] });
  });

  test('reads Chinese whose sentences begin alike', () => {
    const parts = split('欢迎致电。如需余额请按1。如需信用卡请按2。', options('1', '2'), 'zh');
    expect(parts).toMatchObject({
      header: '欢迎致电。',
      options: ['如需余额请按1', '如需信用卡请按2'],
    });
  });

  test('finds no options where the text offers no keys', () => {
    expect(split('Please choose.')).toBe('no-options');
  });

  test.each([
    ['several keys stand in one sentence', 'For A press 1, for B press 2.'],
    ['an option is told in two sentences', 'For A, press 1. That is fun. For B, press 2.'],
    ['the list has another order', 'For B, press 2. For A, press 1.'],
    ['a key has no option', 'For A, press 1. For B, press 2. For C, press 3.'],
    ['a key is told twice', 'For A, press 1. For B, press 2. Again, press 1.'],
    ['the first option hangs on the welcome', 'Welcome to us, for A press 1. For B press 2.'],
    ['speech markup surrounds it', '<speak>For A, press 1. For B, press 2.</speak>'],
  ])('is not certain where %s', (_, text) => {
    expect(split(text)).toBe('uncertain');
  });

  test('lets keys that keep their places share a sentence', () => {
    const parts = split(
      'For A, press 1. For B, press 2. For a person press 0 or star.',
      options('1', '2', '0', '*'),
    );
    expect(parts).toMatchObject({ sentences: [{ option: 0 }, { option: 1 }, { option: 2 }] });
  });

  test('takes no full stop of an abbreviation for the end of a sentence', () => {
    expect(split('For Dr. Smith, press 1. For B, press 2.')).toMatchObject({
      header: '',
      options: ['For Dr. Smith, press 1', 'For B, press 2'],
    });
  });
});
