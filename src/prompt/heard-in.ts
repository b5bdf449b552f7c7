import type { Language } from '../script/values.ts';
import { lexiconOf } from './key-lexicon.ts';
import { isSameLanguage } from './same-language.ts';
import { spokenKeys } from './spoken-keys.ts';
import { spokenWords } from './spoken-words.ts';
import { writingOf, type Writing } from './foreign-writing.ts';

const scripts: Readonly<Partial<Record<Writing, RegExp>>> = {
  'Greek letters': /\p{Script=Greek}/u,
  'Cyrillic letters': /\p{Script=Cyrillic}/u,
  'Chinese characters': /\p{Script=Han}/u,
  'Japanese kana': /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  'Korean letters': /\p{Script=Hangul}/u,
  'Arabic letters': /\p{Script=Arabic}/u,
  'Hebrew letters': /\p{Script=Hebrew}/u,
  'Thai letters': /\p{Script=Thai}/u,
  'Devanagari letters': /\p{Script=Devanagari}/u,
  'Armenian letters': /\p{Script=Armenian}/u,
  'Georgian letters': /\p{Script=Georgian}/u,
};

/**
 * Whether some of a text is said in a language, or nothing where that can't be told: letters decide
 * for languages with letters of their own, else the words around the keys that the text offers.
 */
export function isHeardIn(text: string, language: Language): boolean | undefined {
  const words = spokenWords(text);
  const writing = writingOf(language);
  if (writing === undefined) return undefined;
  if (!writing.includes('Latin letters')) {
    return writing.some((letters) => scripts[letters]?.test(words) === true);
  }
  if (lexiconOf(language) === undefined) return undefined;
  const { keys, certain } = spokenKeys(text, language);
  if (keys.some((key) => isSameLanguage(key.language, language))) return true;
  return certain && keys.length > 0 ? false : undefined;
}
