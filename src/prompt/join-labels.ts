import type { Language } from '../script/values.ts';
import { keyPhrase } from './key-phrase.ts';
import { keyScan } from './key-scan.ts';
import { spokenKeys } from './spoken-keys.ts';

/** The word that leaves a choice, where it is the same before every other. */
const orWords: Readonly<Record<string, string>> = {
  en: 'or',
  pt: 'ou',
  fr: 'ou',
  de: 'oder',
  nl: 'of',
  el: 'ή',
};

/** An option's text, taken apart: what it is for, and how it asks for its key behind that. */
interface Said {
  readonly label: string;
  readonly rest: string;
}

/** Nothing where the key isn't said last, or may be no key. */
function takeApart(text: string, language: Language): Said | undefined {
  const { keys, certain } = spokenKeys(text, language);
  const [key, another] = keys;
  if (!certain || key === undefined || another !== undefined) return undefined;
  const scan = keyScan(text, language);
  const start = scan.tokens[keyPhrase(scan, key).from]?.start ?? 0;
  const label = text.slice(0, start).replace(/[\s,:;]+$/u, '');
  const isLast = /^[\p{P}\s]*$/u.test(text.slice(key.end).replace(/^\s*\p{L}{1,10}/u, ''));
  return label === '' || !isLast || /[.!?]/.test(label)
    ? undefined
    : { label, rest: text.slice(label.length) };
}

/** How many words two labels begin with together. */
function commonWords(labels: readonly (readonly string[])[]): number {
  const [first = []] = labels;
  const differs = first.findIndex((word, index) => labels.some((own) => own[index] !== word));
  return differs < 0 ? first.length : differs;
}

/**
 * One text for several options: `For cards, press 1.` and `For loans, press 2.` become `For cards or loans,
 * press 1.`, with the key of the first. Nothing where they don't begin alike and say their key last, or
 * where the language has no plain word for `or`.
 */
export function joinLabels(texts: readonly string[], language: Language): string | undefined {
  const or = orWords[language.toLowerCase().split('-')[0] ?? ''];
  const said = texts.map((text) => takeApart(text, language));
  const [first] = said;
  if (or === undefined || first === undefined || texts.length < 2) return undefined;
  if (texts.some((text) => /[<{$]/.test(text))) return undefined;
  const words = said.map((one) => one?.label.split(/\s+/) ?? []);
  const common = commonWords(words);
  if (common === 0 || words.some((own) => own.length <= common)) return undefined;
  const others = words.slice(1).map((own) => own.slice(common).join(' '));
  const last = others.pop() ?? '';
  const label = [first.label, ...others].join(', ');
  const joined = `${label} ${or} ${last}${first.rest}`;
  const keysOf = (text: string) => spokenKeys(text, language).keys.map(({ key }) => key);
  const isRight =
    spokenKeys(joined, language).certain && keysOf(joined).join() === keysOf(texts[0] ?? '').join();
  return isRight ? joined : undefined;
}
