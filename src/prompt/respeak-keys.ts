import type { Language } from '../script/values.ts';
import { lexiconOf } from './key-lexicon.ts';
import { spokenKeys } from './spoken-keys.ts';

/** The new name of a key, in the manner of the old one: a word for a word, wide digits for wide. */
function renameAs(written: string, key: string, language: Language): string {
  const isDigits = /^[0-9*#]+$/.test(written);
  const isWide = /^[０-９＊＃]+$/.test(written);
  if (isWide) {
    return key.replace(/[0-9*#]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  }
  const name = lexiconOf(language)?.nameByKey.get(key);
  if (isDigits && (/^[0-9]+$/.test(key) || !/^[0-9]+$/.test(written))) return key;
  if (name === undefined) return key;
  if (isDigits) return name;
  if (
    written.length > 1 &&
    written === written.toUpperCase() &&
    written !== written.toLowerCase()
  ) {
    return name.toUpperCase();
  }
  const first = written.charAt(0);
  const isCapital = first !== first.toLowerCase();
  const newFirst = name.charAt(0);
  return (isCapital ? newFirst.toUpperCase() : newFirst.toLowerCase()) + name.slice(1);
}

/**
 * Rewrites the keys that a prompt speaks, all at once, so that two keys can change places. Digits
 * stay digits, words stay words (`press one` becomes `press two`); all else stays as it is. Where
 * `spokenKeys` isn't certain, keys may be left unrenamed: look before trusting the result.
 */
export function respeakKeys(
  text: string,
  language: Language,
  renamed: ReadonlyMap<string, string>,
): string {
  let rewritten = '';
  let from = 0;
  const keys = spokenKeys(text, language).keys.toSorted((a, b) => a.start - b.start);
  for (const { key, start, end, language: spoken } of keys) {
    const now = renamed.get(key);
    if (now === undefined || now === key || start < from) continue;
    rewritten += text.slice(from, start) + renameAs(text.slice(start, end), now, spoken);
    from = end;
  }
  return rewritten + text.slice(from);
}
