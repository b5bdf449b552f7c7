import type { Language } from '../script/values.ts';
import { phrasesOf, type DesignPhrases } from './design-phrases.ts';

/** Fills words into a phrase, whatever signs they hold. */
const filled = (phrase: string, label: string, key: string): string =>
  phrase.split('{key}').join(key).split('{label}').join(label);

/** In the middle of a sentence: "Lost cards" is "lost cards", "PIN" and "iPhone" stay. */
function inSentence(label: string, language: Language): string {
  const [first = '', second = ''] = label;
  const isName = second !== second.toLowerCase() || second === '' || /^de\b/i.test(language);
  return isName ? label : first.toLowerCase() + label.slice(first.length);
}

function opened(label: string): string {
  const [first = ''] = label;
  return first.toUpperCase() + label.slice(first.length);
}

/** The words of an option: "For lost cards, press 1." Nothing in a language that isn't known here. */
export function optionText(language: Language, label: string, key: string): string | undefined {
  const phrases = phrasesOf(language);
  if (phrases === undefined) return undefined;
  const [word = ''] = label.toLowerCase().split(/\s/, 1);
  return phrases.leads.includes(word)
    ? filled(phrases.press, opened(label), key)
    : filled(phrases.option, inSentence(label, language), key);
}

/** A phrase of the menu itself with its key. */
export const keyPhraseText = (phrase: string, key: string): string => filled(phrase, '', key);

/** More names than this in one option are too many to keep in mind (judgement). */
const mostNames = 3;

/**
 * Several things as one: "cards and loans", "cards, loans and insurance"; where there are more, the first
 * two and "more", which is honest and short, but is better named by a person.
 */
export function joinedNames(
  names: readonly string[],
  language: Language,
  { and, comma, more }: Pick<DesignPhrases, 'and' | 'comma' | 'more'>,
): string {
  const said = names.length > mostNames ? [...names.slice(0, mostNames - 1), more] : names;
  const words = said.map((name, index) => (index === 0 ? name : inSentence(name, language)));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : words.slice(0, -1).join(comma) + and + last;
}
