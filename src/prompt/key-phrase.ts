import { lexiconOf, tails } from './key-lexicon.ts';
import { behindKey, isJoiner, isWordOf, wordAt, type KeyScan } from './key-scan.ts';
import type { SpokenKey } from './spoken-keys.ts';

/** The words of a prompt that only name a key: from the first token to behind the last. */
export interface KeyPhrase {
  readonly from: number;
  readonly to: number;
}

/** A courtesy before a verb belongs to it. */
const courtesies = new Set(
  'please simply just then bitte veuillez favor por παρακαλω 请 請 敬请 敬請'.split(' '),
);

/** Longer than this, nothing belongs to a key any more. */
const longestEnding = 40;

/** Japanese says the verb behind the key, in endings too many to list: to the end of the clause. */
function endOfClause({ tokens }: KeyScan, index: number): number {
  let end = index;
  while (end < index + longestEnding && tokens[end]?.kind === 'word') end += 1;
  return end;
}

/** The position of the token that begins at an offset; -1 where none does. Tokens stand in order. */
function tokenFrom({ tokens }: KeyScan, offset: number): number {
  let [low, high] = [0, tokens.length - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const start = tokens[middle]?.start ?? 0;
    if (start === offset) return middle;
    if (start < offset) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * The tokens with which a prompt asks for a key it names: `please press the 1 key`, without what the
 * key is for. A key without a verb (`…, 2 for cards`) is a phrase of its own.
 */
export function keyPhrase(scan: KeyScan, { start, language }: SpokenKey): KeyPhrase {
  const at = tokenFrom(scan, start);
  const lexicon = lexiconOf(language);
  if (at < 0 || lexicon === undefined) return { from: at, to: at + 1 };
  let to = behindKey(scan, at, lexicon);
  const hasVerbBehind = isWordOf(scan, to, lexicon.pressAfter);
  if (lexicon.language === 'ja') to = endOfClause(scan, to);
  else if (hasVerbBehind) to += 1;
  if (isWordOf(scan, to, tails) && !isJoiner(scan, to, lexicon)) to += 1;
  let from = at;
  while (from > at - 9 && isWordOf(scan, from - 1, lexicon.between)) from -= 1;
  const isVerb = (index: number) =>
    isWordOf(scan, index, lexicon.press) || isWordOf(scan, index, lexicon.pick);
  if (!isVerb(from - 1)) return { from: hasVerbBehind ? from : at, to };
  while (isVerb(from - 1) || courtesies.has(wordAt(scan, from - 1) ?? '')) from -= 1;
  return { from, to };
}
