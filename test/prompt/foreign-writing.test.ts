import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foreignWriting, writingOf } from '../../src/prompt/foreign-writing.ts';
import { isHeardIn } from '../../src/prompt/heard-in.ts';
import { loadSample, goodMenus } from '../support/sample-menus.ts';
import { promptsIn } from '../../src/script/prompts-in.ts';
import { promptWords } from '../../src/prompt/prompt-words.ts';

describe('the letters that a text is written in', () => {
  test.each([
    ['el', 'Gia tis kartes sas, patiste ena.', 'Latin letters'],
    ['ru', 'Press one for cards and two for loans', 'Latin letters'],
    ['en', 'Для карт нажмите один', 'Cyrillic letters'],
    ['zh', 'カードは1を押してください', 'Japanese kana'],
    ['ja', '如需人工服务，请按1', 'Chinese characters'],
    ['ko', '请按一继续使用中文服务', undefined],
    ['ar', 'For cards, press 1', 'Latin letters'],
    ['he', 'לכרטיסים הקישו אחת', undefined],
    ['th', 'กรุณากดหนึ่ง', undefined],
    ['el', 'Northwind Bank', undefined],
    ['el', 'NORTHWIND BANK OF CANADA', undefined],
    ['zh', '欢迎致电优の良品客户服务中心', undefined],
    ['ja', '東京都新宿区西新宿二丁目八番一号', undefined],
    ['sr', 'Dobar dan i dobro dosli', undefined],
    ['uk-Latn', 'Dlia kart natysnit odyn', undefined],
    ['xx', 'For cards, press 1', undefined],
    ['el', '<say-as interpret-as="number">{{the amount due}}</say-as>', undefined],
    ['el', '', undefined],
  ])('of %s, %p: %p', (language, text, writing) => {
    expect(foreignWriting(text, language)).toBe(writing);
  });

  test('fit the language in every prompt of the sample menus', () => {
    for (const name of goodMenus) {
      const { document } = loadSample(name);
      for (const node of Object.values(document.script.nodes)) {
        for (const { prompt } of promptsIn(node)) {
          for (const { text, language } of promptWords(prompt, [])) {
            if (language !== undefined) expect(foreignWriting(text, language)).toBe(undefined);
          }
        }
      }
    }
  });

  test('are told of any text, in a time that grows with its length only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const language of ['en', 'el', 'ja', 'zh', 'ar']) foreignWriting(text, language);
      }),
    );
    const long = 'patiste ena '.repeat(20_000);
    expect(foreignWriting(long, 'el')).toBe('Latin letters');
  });

  test('are known of every language with a list of key words but none with two writings', () => {
    for (const language of ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'el', 'zh', 'ja']) {
      expect(writingOf(language)).not.toBe(undefined);
    }
    expect(writingOf('sr')).toBe(undefined);
  });
});

describe('whether a text is heard in a language', () => {
  test.each([
    ['For Greek, press 2.', 'el', false],
    ['For Greek, ελληνικά, press 2.', 'el', true],
    ['For Spanish, press 2.', 'es', false],
    ['Para español, pulse 2.', 'es', true],
    ['For English press 1. Para español oprima dos.', 'es', true],
    ['Español', 'es', undefined],
    ['For Welsh, press 2.', 'cy', undefined],
    ['For Japanese, press {{key}}.', 'fr', undefined],
  ])('%p, %s: %p', (text, language, heard) => {
    expect(isHeardIn(text, language)).toBe(heard);
  });
});
