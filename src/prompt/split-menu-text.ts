import { respeakKeys } from './respeak-keys.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { spokenKeys } from './spoken-keys.ts';
import type { MenuOption } from '../script/script.ts';
import type { Language } from '../script/values.ts';

/** A menu's one text, taken apart: joined in this order the parts give the text again. */
export interface SplitMenuText {
  readonly header: string;
  /** By position of the option; nothing for an option that isn't said by itself. */
  readonly options: readonly (string | undefined)[];
  /** The sentence that says each option, and what parts it from the next; in reading order. */
  readonly sentences: readonly {
    readonly option: number;
    readonly words: string;
    readonly ending: string;
  }[];
  readonly closing: string;
  /** Every key that the text offers. */
  readonly keys: readonly string[];
}

/** `no-options`: the text offers no keys. `uncertain`: it does, in a way that can't be taken apart. */
export type SplitFailure = 'no-options' | 'uncertain';

/** How option sentences begin, first words only: what leads up to an option isn't part of it. */
const openers = new Set(
  [
    'for to if press dial select choose say or and',
    'para si pulse marque oprima presione diga o y',
    'se pressione digite tecle disque prima ou e',
    'pour si appuyez tapez faites composez ou et',
    'für wenn um drücken wählen sagen oder und falls zum zur bei möchten',
    'per se prema premere digiti oppure e',
    'voor als om toets kies druk of en',
    'για αν πατήστε πιέστε εάν ή και',
  ].flatMap((words) => words.split(' ')),
);

/** The first word; the first sign where words are written without blanks. */
function firstWord(words: string): string {
  const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/u.exec(words);
  return word?.[0].toLowerCase() ?? '';
}

/**
 * Takes a menu's text apart into a header, a sentence for each option, and a closing. It is certain
 * only where the keys in the text are, each option is said in one sentence of its own, in the order
 * of the list, and the first of these sentences begins as option sentences do. Of an option that
 * keeps its place (`isFixed`) several keys may share a sentence.
 */
export function splitMenuText(
  text: string,
  language: Language,
  options: readonly MenuOption[],
  isFixed: (option: MenuOption) => boolean,
): SplitMenuText | SplitFailure {
  const spoken = spokenKeys(text, language);
  if (spoken.keys.length === 0) return spoken.certain ? 'no-options' : 'uncertain';
  if (!spoken.certain || /<[A-Za-z/!?]/.test(text)) return 'uncertain';
  const all = sentencesOf(text);
  const keyed = all.map(({ start, words }) => {
    const inside = spoken.keys.filter(
      (key) => key.start >= start && key.start < start + words.length,
    );
    return [...new Set(inside.map(({ key }) => key))];
  });
  const first = keyed.findIndex((keys) => keys.length > 0);
  const last = keyed.findLastIndex((keys) => keys.length > 0);
  const middle = all.slice(first, last + 1);
  const sentences: SplitMenuText['sentences'][number][] = [];
  const seen = new Set<string>();
  let previous = -1;
  for (const [index, sentence] of middle.entries()) {
    const keys = keyed[first + index] ?? [];
    const positions = keys.map((key) => options.findIndex((option) => option.key === key));
    const [position] = positions;
    if (position === undefined || positions.includes(-1)) return 'uncertain';
    if (keys.some((key) => seen.has(key))) return 'uncertain';
    const isShared = keys.length > 1;
    if (isShared && !positions.every((at) => options[at] !== undefined && isFixed(options[at]))) {
      return 'uncertain';
    }
    if (position <= previous) return 'uncertain';
    keys.forEach((key) => seen.add(key));
    previous = Math.max(...positions);
    sentences.push({ option: position, words: sentence.words, ending: sentence.ending });
  }
  const starts = middle.map(({ words }) => firstWord(words));
  const [opening = ''] = starts;
  if (!openers.has(opening) && !starts.slice(1).includes(opening)) return 'uncertain';
  const said = new Map(sentences.map(({ option, words }) => [option, words]));
  const join = (part: readonly Sentence[]) =>
    part.map((sentence) => sentence.words + sentence.ending).join('');
  return {
    header: join(all.slice(0, first)),
    options: options.map((_, index) => said.get(index)),
    sentences,
    closing: join(all.slice(last + 1)),
    keys: spoken.keys.map(({ key }) => key),
  };
}

/**
 * The text with its option sentences in another order and keys renamed. What ends a sentence stays
 * in its place, so that the last still ends as the last. Nothing where the result wouldn't say what
 * it should.
 */
export function reorderMenuText(
  split: SplitMenuText,
  language: Language,
  order: readonly number[],
  renamed: ReadonlyMap<string, string>,
): string | undefined {
  const words = new Map(split.sentences.map((sentence) => [sentence.option, sentence.words]));
  const reading = order.filter((option) => words.has(option));
  const body = split.sentences.map(
    (sentence, index) => (words.get(reading[index] ?? -1) ?? '') + sentence.ending,
  );
  const moved = split.header + body.join('') + split.closing;
  const text = respeakKeys(moved, language, renamed);
  const after = spokenKeys(text, language);
  const wanted = split.keys.map((key) => renamed.get(key) ?? key).sort();
  const says = after.keys.map(({ key }) => key).sort();
  return after.certain && says.join() === wanted.join() ? text : undefined;
}
