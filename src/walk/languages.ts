import type { Script } from '../script/script.ts';
import type { Language } from '../script/values.ts';

const base = (language: Language): string => language.toLowerCase().split('-')[0] ?? '';

/** Whether two tags name the same language, whatever the region or the writing: `pt` and `pt-BR`. */
export function isSameLanguage(a: Language, b: Language): boolean {
  return base(a) === base(b);
}

/** The languages that a call can go on in: the script's own, of its entries, and those options set. */
export function languagesOf(script: Script): readonly Language[] {
  const options = Object.values(script.nodes).flatMap((node) =>
    node.kind === 'menu' ? node.options : [],
  );
  const all = [script, ...script.entries, ...options].flatMap(({ language }) => language ?? []);
  return all.filter(
    (language, index) => all.findIndex((other) => isSameLanguage(other, language)) === index,
  );
}
