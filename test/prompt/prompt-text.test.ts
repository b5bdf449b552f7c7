import { describe, expect, test } from '@jest/globals';
import { promptLanguages } from '../../src/prompt/prompt-languages.ts';
import { promptText } from '../../src/prompt/prompt-text.ts';

describe('the text that a caller of a language hears', () => {
  const text = { en: 'Hello', 'pt-BR': 'Olá', zh: '你好', 'zh-Hant': '您好' };
  test.each([
    ['en', 'Hello'],
    ['EN-us', 'Hello'],
    ['pt-BR', 'Olá'],
    ['pt', 'Olá'],
    ['pt-PT', 'Olá'],
    ['zh-Hant-TW', '您好'],
    ['zh-Hans', '你好'],
    ['fr', 'Hello'],
    ['constructor', 'Hello'],
  ])('%s hears "%s"', (language, words) => {
    expect(promptText({ text }, language, 'en')).toBe(words);
  });

  test('a text for all languages is heard by all', () => {
    expect(promptText({ text: 'Hello' }, 'el', 'en')).toBe('Hello');
  });

  test('nothing is known of a recording, of no prompt, and of a language that was forgotten', () => {
    expect(promptText({ recording: 'a.wav' }, 'en', 'en')).toBeUndefined();
    expect(promptText(undefined, 'en', 'en')).toBeUndefined();
    expect(promptText({ text: { de: 'Hallo' } }, 'el', 'en')).toBeUndefined();
  });

  test('the languages of prompts are told once each, in their order', () => {
    expect(promptLanguages([{ text: 'Hi' }, { text }, { text: { en: 'x', fr: 'y' } }])).toEqual([
      'en',
      'pt-BR',
      'zh',
      'zh-Hant',
      'fr',
    ]);
  });
});
