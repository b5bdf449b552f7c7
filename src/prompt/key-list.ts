import { counted, ranges, type KeyLexicon } from './key-lexicon.ts';
import {
  behindKey,
  candidateAt,
  isBoundary,
  isJoiner,
  isPurpose,
  isWordOf,
  verbFollows,
  type KeyScan,
} from './key-scan.ts';

/** What is known while going through a prompt from left to right. */
export interface Progress {
  /** The words of the last verb that asked for a key. */
  lexicon: KeyLexicon | undefined;
  lastKey: { readonly at: number; readonly key: string } | undefined;
  /** `press 1 for …` was heard, so `2 for …` is an offer too. */
  keyFirst: boolean;
  /** `for …, press 1` was heard, so `for …, 2` is an offer too. */
  keyLast: boolean;
  /** Where the clause and the one before it begin; both the same after the end of a sentence. */
  clause: number;
  clauseBefore: number;
  isTyping: boolean;
  hasVerb: boolean;
  /** Keys that wait for their verb: `die 1 drücken`. */
  waiting: { readonly at: number; readonly key: string; readonly lexicon: KeyLexicon }[];
  doubtful: boolean;
}

/** True when only commas and small words stand between the last key and this one: `1, 2 or the 3`. */
function continuesList(scan: KeyScan, progress: Progress, at: number): boolean {
  const { lastKey, lexicon } = progress;
  if (lastKey === undefined || lexicon === undefined) return false;
  const from = behindKey(scan, lastKey.at, lexicon);
  if (from >= at || at - from > 4) return false;
  for (let index = from; index < at; index += 1) {
    const isPause = scan.tokens[index]?.kind === 'pause';
    const isSmall = isJoiner(scan, index, lexicon) || isWordOf(scan, index, lexicon.between);
    if (!isPause && !isSmall) return false;
  }
  return !isWordOf(scan, from, lexicon.between) || isJoiner(scan, from, lexicon);
}

/** True when the clause says what a key is for: `for cards`, or `for cards,` just before. */
function clauseHasPurpose(
  scan: KeyScan,
  progress: Progress,
  at: number,
  lexicon: KeyLexicon,
): boolean {
  const leads = (from: number, to: number) => {
    let index = from;
    while (index < Math.min(to, from + 3) && isJoiner(scan, index, lexicon)) index += 1;
    return index < to && isPurpose(scan, index);
  };
  const lastAt = progress.lastKey?.at ?? -1;
  if (leads(progress.clause, at)) return lastAt < progress.clause;
  if (at - progress.clause > 5) return false;
  for (let index = progress.clause; index < at; index += 1) {
    if (!isWordOf(scan, index, lexicon.between) && !isJoiner(scan, index, lexicon)) return false;
  }
  return lastAt < progress.clauseBefore && leads(progress.clauseBefore, progress.clause);
}

/** Whether a number or a name that no verb asked for is offered all the same. */
export function isElliptic(scan: KeyScan, progress: Progress, at: number, key: string): boolean {
  const { lexicon, lastKey } = progress;
  if (lexicon === undefined) return false;
  const next = behindKey(scan, at, lexicon);
  const isNumber = scan.tokens[at]?.kind === 'number';
  const ends = isBoundary(scan, next) || isJoiner(scan, next, lexicon);
  if (continuesList(scan, progress, at) && (ends || isPurpose(scan, next))) {
    return !verbFollows(scan, next);
  }
  let before = at - 1;
  while (
    before > at - 4 &&
    isWordOf(scan, before, lexicon.between) &&
    !isJoiner(scan, before, lexicon)
  ) {
    before -= 1;
  }
  const opens = isBoundary(scan, before) || isJoiner(scan, before, lexicon);
  if (opens && isPurpose(scan, next) && candidateAt(scan, next + 1, undefined) === undefined) {
    return true;
  }
  const isNext = lastKey !== undefined && Number(key) === Number(lastKey.key) + 1;
  if (isNext && progress.keyFirst && isPurpose(scan, next)) return true;
  const startsLine = scan.tokens[before]?.kind === 'stop' && scan.tokens[next]?.kind === 'pause';
  if (isNext && isNumber && ((opens && progress.keyFirst && !ends) || startsLine)) return true;
  return (
    ends &&
    progress.keyLast &&
    !verbFollows(scan, next) &&
    clauseHasPurpose(scan, progress, at, lexicon)
  );
}

/** Whether a number that is no key for certain could be one, so that rules must be silent. */
export function isDoubtful(scan: KeyScan, progress: Progress, at: number): boolean {
  const lexicon = progress.lexicon ?? scan.own;
  if (lexicon === undefined) return true;
  const next = behindKey(scan, at, lexicon);
  const token = scan.tokens[at];
  const other = scan.tokens[next + 1];
  if (other?.kind === 'number' && isWordOf(scan, next, ranges)) {
    // From 9 to 5, and from 8 to 18 hours, are no keys; from 1 to 5 may be.
    if (isWordOf(scan, next + 2, counted)) return false;
    return progress.hasVerb || Number(token?.text) < Number(other.text);
  }
  if (other?.kind === 'number' && isJoiner(scan, next, lexicon)) return true;
  if (isWordOf(scan, at - 1, ranges) && scan.tokens[at - 2]?.kind === 'number') return false;
  const isOpen = isBoundary(scan, at - 1) || isJoiner(scan, at - 1, lexicon);
  if (token?.kind === 'sign') return isOpen && isPurpose(scan, next);
  if (token?.kind === 'word') {
    const ends = isBoundary(scan, next) && !verbFollows(scan, next);
    return ends && clauseHasPurpose(scan, progress, at, lexicon);
  }
  if (isOpen || lexicon.language === 'zh' || lexicon.language === 'ja') return true;
  const hasKey = (progress.lastKey?.at ?? -1) >= progress.clause;
  return isBoundary(scan, next) && !hasKey && !verbFollows(scan, next);
}

/** The lexicon of a verb behind its keys that this key could wait for. */
export function waitsFor(scan: KeyScan, at: number): KeyLexicon | undefined {
  return scan.lexicons.find((lexicon) => {
    if (lexicon.pressAfter.size === 0 || candidateAt(scan, at, lexicon) === undefined) return false;
    const next = behindKey(scan, at, lexicon);
    const isNamed = lexicon.noun.size > 0 && next > at + 1;
    const isLed = isWordOf(scan, at - 1, lexicon.between);
    const isVerb = isWordOf(scan, next, lexicon.pressAfter);
    const isJoined = isJoiner(scan, next, lexicon);
    if (!isNamed && !isLed && !isVerb && !isJoined) return false;
    return isVerb || isJoined || isBoundary(scan, next);
  });
}
