import type { Language } from '../script/values.ts';
import { dutch } from './words/nl.ts';
import { english } from './words/en.ts';
import { french } from './words/fr.ts';
import { german } from './words/de.ts';
import { greek } from './words/el.ts';
import { italian } from './words/it.ts';
import { japanese } from './words/ja.ts';
import { portuguese } from './words/pt.ts';
import { spanish } from './words/es.ts';
import type { Words } from './words.ts';

const all = [dutch, english, french, german, greek, italian, japanese, portuguese, spanish];
const byLanguage: ReadonlyMap<Language, Words> = new Map(
  all.map((words) => [words.language, words]),
);

/** The languages that have words of their own. */
export const wordLanguages: readonly Language[] = [...byLanguage.keys()].sort();

/** The words in a language; English where there is no translation. */
export function wordsIn(language: Language): Words {
  return byLanguage.get(language.toLowerCase().split('-')[0] ?? '') ?? english;
}
