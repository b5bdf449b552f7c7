import type { Language } from '../script/values.ts';
import { isPlain } from './is-plain.ts';

const scripts: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ['ja']],
  [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Han}/u, ['zh', 'ja', 'yue', 'ko']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk']],
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ur', 'ps']],
  [/\p{Script=Hebrew}/u, ['he', 'yi']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Devanagari}/u, ['hi', 'mr', 'ne']],
];

/** Asked for every label. */
function baseOf(tag: Language): string {
  const end = tag.indexOf('-');
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}

const otherLetters: ReadonlySet<string> = new Set(scripts.flatMap(([, languages]) => languages));

/** Whether a language isn't written in Latin letters. */
const hasOtherLetters = (tag: Language): boolean => otherLetters.has(baseOf(tag));

const latin = /[A-Za-z\u00c0-\u024f]/;

/**
 * The language that a label is written in, told by its letters: fonts draw the same code points
 * differently in Japanese and Chinese. Of the languages that share the letters, one that the menu
 * speaks wins (`spoken`, the menu's own language first), else the most common.
 */
export function textLanguage(text: string, spoken: readonly Language[]): Language {
  const own = spoken[0] ?? 'und';
  if (isPlain(text)) return hasOtherLetters(own) && latin.test(text) ? 'en' : own;
  for (const [letters, languages] of scripts) {
    if (letters.test(text)) {
      return spoken.find((tag) => languages.includes(baseOf(tag))) ?? languages[0] ?? 'und';
    }
  }
  return hasOtherLetters(own) && latin.test(text) ? 'en' : own;
}
