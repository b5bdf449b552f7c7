import type { Language } from '../script/values.ts';

const baseOf = (tag: string): string => tag.split('-')[0] ?? tag;

/** The value under this very tag, as most are asked for; nothing where another spelling stands beside it. */
function exactly<Value>(
  table: Readonly<Record<Language, Value>>,
  language: Language,
): Value | undefined {
  if (!Object.hasOwn(table, language)) return undefined;
  const plain = language.toLowerCase();
  for (const tag of Object.keys(table)) {
    const isOther = tag !== language && tag.length === language.length;
    if (isOther && tag.toLowerCase() === plain) return undefined;
  }
  return table[language];
}

/** The value that a table has for a language: that tag, then shorter ones, then any sibling of it. */
function listed<Value>(
  table: Readonly<Record<Language, Value>>,
  language: Language,
): Value | undefined {
  const exact = exactly(table, language);
  if (exact !== undefined) return exact;
  const values = new Map(
    Object.entries(table).map(([tag, value]) => [tag.toLowerCase(), value] as const),
  );
  const parts = language.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const value = values.get(parts.slice(0, length).join('-'));
    if (value !== undefined) return value;
  }
  for (const [tag, value] of values) if (baseOf(tag) === parts[0]) return value;
  return undefined;
}

/**
 * The part of a prompt that is played in a language: a value for all languages, or the one written
 * for this tag, its base language, a sibling of it (`pt` is served by `pt-BR`), or the fallback
 * language, in this order. Nothing when the prompt has none of them.
 */
export function inLanguage<Value extends string | number>(
  value: Value | Readonly<Record<Language, Value>> | undefined,
  language: Language,
  fallback: Language,
): Value | undefined {
  if (value === undefined || typeof value !== 'object') return value;
  return listed(value, language) ?? listed(value, fallback);
}
