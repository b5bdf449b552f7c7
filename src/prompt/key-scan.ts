import {
  counted,
  ideographWords,
  lexiconOf,
  lexicons,
  purposes,
  type KeyLexicon,
} from './key-lexicon.ts';
import { keyTokens, type Token } from './key-tokens.ts';
import { oncePerText } from './once-per-text.ts';

/** A key that a token names, before it is known whether the prompt offers it. */
export interface Candidate {
  readonly key: string;
  /** True for `one` and `star`, false for `1` and `*`. */
  readonly isName: boolean;
}

/** A prompt cut into tokens, and the word lists to read them with. */
export interface KeyScan {
  readonly tokens: readonly Token[];
  /** The words of the prompt's own language; nothing where it isn't known. */
  readonly own: KeyLexicon | undefined;
  /** Own words first: a prompt may go on in another language. */
  readonly lexicons: readonly KeyLexicon[];
}

export const keyScan: (text: string, language: string) => KeyScan = oncePerText(scanKeys);

function scanKeys(text: string, language: string): KeyScan {
  const own = lexiconOf(language);
  const others = [...lexicons.values()].filter((lexicon) => lexicon !== own);
  return {
    tokens: keyTokens(text, ideographWords),
    own,
    lexicons: own === undefined ? others : [own, ...others],
  };
}

/** The word at a position; nothing for numbers, pauses and what lies outside. */
export function wordAt({ tokens }: KeyScan, index: number): string | undefined {
  const token = tokens[index];
  return token?.kind === 'word' ? token.text : undefined;
}

export function isWordOf(scan: KeyScan, index: number, words: ReadonlySet<string>): boolean {
  const word = wordAt(scan, index);
  return word !== undefined && words.has(word);
}

/** True at a comma, at the end of a sentence or a line, and outside the text. */
export function isBoundary({ tokens }: KeyScan, index: number): boolean {
  const kind = tokens[index]?.kind;
  return kind === undefined || kind === 'pause' || kind === 'stop';
}

export function isJoiner(scan: KeyScan, index: number, lexicon: KeyLexicon): boolean {
  return isWordOf(scan, index, lexicon.and) || isWordOf(scan, index, lexicon.or);
}

export function isPurpose(scan: KeyScan, index: number): boolean {
  return isWordOf(scan, index, purposes);
}

/** The key that the token names in a language, or nothing. */
export function candidateAt(
  { tokens }: KeyScan,
  index: number,
  lexicon: KeyLexicon | undefined,
): Candidate | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number' || token.kind === 'sign') return { key: token.text, isName: false };
  if (token.kind !== 'word') return undefined;
  const key = lexicon?.keyByName.get(token.text);
  return key === undefined ? undefined : { key, isName: true };
}

/** The first position behind a key and the words that belong to it: behind `1 key`. */
export function behindKey(scan: KeyScan, index: number, lexicon: KeyLexicon): number {
  let next = index + 1;
  while (next < index + 4 && isWordOf(scan, next, lexicon.noun)) next += 1;
  return next;
}

/** True when the number counts something: `4 digits`, `3 or 4 digits`, `one of our agents`. */
export function countsSomething(scan: KeyScan, index: number, lexicon: KeyLexicon): boolean {
  const candidate = candidateAt(scan, index, lexicon);
  if (candidate === undefined || /[*#]/.test(candidate.key)) return false;
  if (candidate.isName && isWordOf(scan, index + 1, lexicon.of)) return true;
  if (isWordOf(scan, index + 1, counted)) return true;
  return (
    isJoiner(scan, index + 1, lexicon) &&
    candidateAt(scan, index + 2, lexicon) !== undefined &&
    isWordOf(scan, index + 3, counted)
  );
}

/** The lexicons in which the word at a position tells callers to press what comes next. */
export function verbsAt(scan: KeyScan, index: number): readonly KeyLexicon[] {
  const word = wordAt(scan, index);
  if (word === undefined) return [];
  return scan.lexicons.filter((lexicon) => lexicon.press.has(word) || lexicon.pick.has(word));
}

/** True when a verb that asks for a key comes next, with no more than a few words before it. */
export function verbFollows(scan: KeyScan, index: number): boolean {
  const from = scan.tokens[index]?.kind === 'pause' ? index + 1 : index;
  for (let next = from; next < from + 4 && !isBoundary(scan, next); next += 1) {
    const word = wordAt(scan, next) ?? '';
    if (scan.lexicons.some((lexicon) => lexicon.press.has(word) || lexicon.pressAfter.has(word))) {
      return true;
    }
  }
  return false;
}
