import type { Language } from '../script/values.ts';

/** A language without its region and its writing: `pt` for `pt-BR`. */
export function baseLanguage(language: Language): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

/** True for two tags of one language: who speaks `pt-BR` follows a prompt in `pt`. */
export function isSameLanguage(one: Language, other: Language): boolean {
  return one === other || baseLanguage(one) === baseLanguage(other);
}
