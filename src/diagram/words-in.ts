import type { Language } from '../script/values.ts';
import { english } from './words/en.ts';
import type { Words } from './words.ts';

const translated: Readonly<Record<Language, Words>> = { en: english };

/** The words in a language; English where there is no translation. */
export function wordsIn(language: Language): Words {
  const base = language.toLowerCase().split('-')[0] ?? '';
  return (Object.hasOwn(translated, base) ? translated[base] : undefined) ?? english;
}
