import type { Language } from '../script/values.ts';

/** Few languages are asked about again and again; a hostile file may name any number. */
const bases = new Map<Language, string>();
const mostKnown = 200;

/** A language without its region and its writing: `pt` for `pt-BR`. */
export function baseLanguage(language: Language): string {
  const known = bases.get(language);
  if (known !== undefined) return known;
  const [base = ''] = language.toLowerCase().split('-');
  if (bases.size >= mostKnown) bases.clear();
  bases.set(language, base);
  return base;
}

/** True for two tags of one language: who speaks `pt-BR` follows a prompt in `pt`. */
export function isSameLanguage(one: Language, other: Language): boolean {
  return one === other || baseLanguage(one) === baseLanguage(other);
}
