import type { Language } from '../script/values.ts';
import { baseLanguage } from './same-language.ts';
import { spokenKeys } from './spoken-keys.ts';

/** The words for yes and no. `si` without its accent is "if", and `ja` and `no` are shared. */
const words: Readonly<Record<string, { readonly yes: RegExp; readonly no: RegExp }>> = {
  en: { yes: /\byes\b/giu, no: /\bno\b/giu },
  es: { yes: /(?<!\p{L})sí(?!\p{L})/giu, no: /(?<!\p{L})no(?!\p{L})/giu },
  pt: { yes: /(?<!\p{L})sim(?!\p{L})/giu, no: /(?<!\p{L})não(?!\p{L})/giu },
  fr: { yes: /(?<!\p{L})oui(?!\p{L})/giu, no: /(?<!\p{L})non(?!\p{L})/giu },
  de: { yes: /(?<!\p{L})ja(?!\p{L})/giu, no: /(?<!\p{L})nein(?!\p{L})/giu },
  it: { yes: /(?<!\p{L})sì(?!\p{L})/giu, no: /(?<!\p{L})no(?!\p{L})/giu },
  nl: { yes: /(?<!\p{L})ja(?!\p{L})/giu, no: /(?<!\p{L})nee(?!\p{L})/giu },
  el: { yes: /(?<!\p{L})ναι(?!\p{L})/giu, no: /(?<!\p{L})[όο]χι(?!\p{L})/giu },
  zh: {
    yes: /(?<![\p{L}])(?:是的?|对)(?=[，,、\s请按])/giu,
    no: /(?<![\p{L}])(?:否|不是|不对|不)(?=[，,、\s请按])/giu,
  },
  ja: { yes: /はい(?=は|の|なら|、|,)/giu, no: /いいえ(?=は|の|なら|、|,)/giu },
};

/** The keys that a prompt gives to yes and to no. */
export interface YesNoKeys {
  readonly yes: string;
  readonly no: string;
}

/**
 * Finds which key a prompt asks for yes and which for no: `for yes, press 1, for no, press 2`, or
 * the keys before the words. Nothing where the prompt holds more keys or words than these four, or
 * they don't take turns in
 * their sentences: `if there is no answer` is no answer.
 */
export function yesNoKeys(text: string, language: Language): YesNoKeys | undefined {
  const base = baseLanguage(language);
  const known = Object.hasOwn(words, base) ? words[base] : undefined;
  if (known === undefined) return undefined;
  // Few prompts hold both words, and all else takes longer than to look for them.
  if (text.search(known.yes) < 0 || text.search(known.no) < 0) return undefined;
  const [yes, ...moreYes] = text.matchAll(known.yes);
  if (yes === undefined || moreYes.length > 0) return undefined;
  const [no, ...moreNo] = text.matchAll(known.no);
  if (no === undefined || moreNo.length > 0) return undefined;
  const { keys, certain } = spokenKeys(text, language);
  const [first, second] = keys;
  if (!certain || first === undefined || second === undefined || keys.length > 2) return undefined;
  const isYesFirst = yes.index < no.index;
  const [wordA, wordB] = isYesFirst ? [yes.index, no.index] : [no.index, yes.index];
  const inTurn = (...offsets: readonly number[]) =>
    offsets.every((offset, index) => index === 0 || (offsets[index - 1] ?? 0) < offset);
  const areOne = (from: number, to: number) => !/[.!?。！？]/.test(text.slice(from, to));
  const wordsLead = inTurn(wordA, first.start, wordB, second.start);
  const keysLead = inTurn(first.start, wordA, second.start, wordB);
  const areWhole = wordsLead
    ? areOne(wordA, first.start) && areOne(wordB, second.start)
    : areOne(first.start, wordA) && areOne(second.start, wordB);
  if ((!wordsLead && !keysLead) || !areWhole) return undefined;
  const [yesKey, noKey] = isYesFirst ? [first.key, second.key] : [second.key, first.key];
  return { yes: yesKey, no: noKey };
}
