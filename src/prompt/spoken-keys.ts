import type { Language } from '../script/values.ts';
import { ranges, type KeyLexicon } from './key-lexicon.ts';
import { offerAt } from './key-offer.ts';
import {
  behindKey,
  candidateAt,
  countsSomething,
  isBoundary,
  isJoiner,
  isPurpose,
  isWordOf,
  keyScan,
  verbFollows,
  verbsAt,
  wordAt,
  type KeyScan,
} from './key-scan.ts';

/** A key that a prompt tells callers to press, and the characters that name it. */
export interface SpokenKey {
  readonly key: string;
  /** Offset of the first character of the digit or word. */
  readonly start: number;
  /** Offset just behind its last character. */
  readonly end: number;
  /** The language of the words around it; prompts mix languages. */
  readonly language: Language;
}

/** The keys that a prompt offers, in reading order. */
export interface SpokenKeys {
  readonly keys: readonly SpokenKey[];
  /**
   * False when the text may offer keys that were not understood: its language has no word list, a
   * number stands where a key could, or a part is only filled in during the call.
   */
  readonly certain: boolean;
}

/** What is known while going through a prompt from left to right. */
interface Progress {
  readonly keys: SpokenKey[];
  /** The words of the last verb that asked for a key. */
  lexicon: KeyLexicon | undefined;
  lastKey: { readonly at: number; readonly key: string } | undefined;
  /** `press 1 for …` was heard, so `2 for …` is an offer too. */
  keyFirst: boolean;
  /** `for …, press 1` was heard, so `for …, 2` is an offer too. */
  keyLast: boolean;
  /** Where the sentence, the clause and the clause before it begin. */
  sentence: number;
  clause: number;
  clauseBefore: number;
  isTyping: boolean;
  hasVerb: boolean;
  /** Keys that wait for their verb: `die 1 drücken`. */
  waiting: { readonly at: number; readonly key: string; readonly lexicon: KeyLexicon }[];
  doubtful: boolean;
}

function record(
  scan: KeyScan,
  progress: Progress,
  at: number,
  key: string,
  lexicon: KeyLexicon,
): void {
  const token = scan.tokens[at];
  if (token === undefined) return;
  progress.keys.push({ key, start: token.start, end: token.end, language: lexicon.language });
  progress.lexicon = lexicon;
  progress.lastKey = { at, key };
  const next = behindKey(scan, at, lexicon);
  if (isPurpose(scan, next)) progress.keyFirst = true;
  else if (isBoundary(scan, next)) progress.keyLast = true;
}

/** True when only commas and joining words stand between the last key and this one: `1, 2 or 3`. */
function continuesList(scan: KeyScan, progress: Progress, at: number): boolean {
  const { lastKey, lexicon } = progress;
  if (lastKey === undefined || lexicon === undefined) return false;
  const from = behindKey(scan, lastKey.at, lexicon);
  if (from >= at || at - from > 3) return false;
  for (let index = from; index < at; index += 1) {
    const isPause = scan.tokens[index]?.kind === 'pause';
    if (!isPause && !isJoiner(scan, index, lexicon)) return false;
  }
  return true;
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
function isElliptic(scan: KeyScan, progress: Progress, at: number, key: string): boolean {
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
function isDoubtful(scan: KeyScan, progress: Progress, at: number): boolean {
  const lexicon = progress.lexicon ?? scan.own;
  if (lexicon === undefined) return true;
  const next = behindKey(scan, at, lexicon);
  const token = scan.tokens[at];
  const other = scan.tokens[next + 1];
  if (other?.kind === 'number' && isWordOf(scan, next, ranges)) {
    // From 9 to 5 are hours; from 1 to 5 may be keys.
    return progress.hasVerb || Number(token?.text) < Number(other.text);
  }
  if (other?.kind === 'number' && isJoiner(scan, next, lexicon)) return true;
  if (isWordOf(scan, at - 1, ranges) && scan.tokens[at - 2]?.kind === 'number') return false;
  const isOpen = isBoundary(scan, at - 1) || isJoiner(scan, at - 1, lexicon);
  if (token?.kind !== 'number') {
    return isOpen
      ? token?.kind === 'sign' && isPurpose(scan, next)
      : isBoundary(scan, next) &&
          !verbFollows(scan, next) &&
          clauseHasPurpose(scan, progress, at, lexicon);
  }
  const followsWord = !isOpen && !isPurpose(scan, at - 1);
  if (!followsWord || lexicon.language === 'zh' || lexicon.language === 'ja') return true;
  const hasKey = (progress.lastKey?.at ?? -1) >= progress.clause;
  return isBoundary(scan, next) && !hasKey && !verbFollows(scan, next);
}

/** The lexicon of a verb behind its keys that this key could wait for. */
function waitsFor(scan: KeyScan, at: number): KeyLexicon | undefined {
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

function leaveSentence(progress: Progress, next: number): void {
  if (progress.waiting.length > 0) progress.doubtful = true;
  progress.waiting = [];
  progress.sentence = next;
  progress.isTyping = false;
  progress.hasVerb = false;
}

/** Reads the verb at a position; returns the position to go on from. */
function readVerb(scan: KeyScan, progress: Progress, at: number): number {
  const word = wordAt(scan, at) ?? '';
  const verbs = verbsAt(scan, at);
  if (verbs.length > 0) progress.hasVerb = true;
  const offers = verbs.map((lexicon) => ({
    lexicon,
    offer: offerAt(scan, at, lexicon, progress.isTyping),
  }));
  for (const { lexicon, offer } of offers) {
    if (typeof offer === 'string') continue;
    // `Filiale 1 drücken Sie die 2`: what stands before a verb with its own key was a name.
    progress.waiting = progress.waiting.filter((key) => behindKey(scan, key.at, lexicon) !== at);
    record(scan, progress, offer.at, offer.key, lexicon);
    return behindKey(scan, offer.at, lexicon);
  }
  const [first] = offers;
  if (first?.offer === 'doubtful') progress.doubtful = true;
  const kept = progress.waiting.filter(({ lexicon }) => lexicon.pressAfter.has(word));
  for (const { at: key, key: name, lexicon } of kept) {
    if (name !== '#' || !progress.isTyping) record(scan, progress, key, name, lexicon);
  }
  if (kept.length > 0) progress.waiting = [];
  else if (first !== undefined) progress.lexicon ??= first.lexicon;
  if (scan.lexicons.some((lexicon) => lexicon.type.has(word))) progress.isTyping = true;
  return at + 1;
}

/**
 * Finds the keys that a prompt offers: `press 1`, `for cards, press two`, lists that leave the verb
 * out (`press 1 for A, 2 for B`, one a line), `the star key`. Numbers that count or name something
 * else (`the last 4 digits`, prices, years, opening hours, phone numbers) and the `#` that ends an
 * entry are no keys. Knows English, Spanish, Portuguese, French, German, Italian, Dutch, Greek,
 * Chinese and Japanese, also mixed in one prompt. Linear in the text.
 */
export function spokenKeys(text: string, language: Language): SpokenKeys {
  const scan = keyScan(text, language);
  const progress: Progress = {
    keys: [],
    lexicon: undefined,
    lastKey: undefined,
    keyFirst: false,
    keyLast: false,
    sentence: 0,
    clause: 0,
    clauseBefore: 0,
    isTyping: false,
    hasVerb: false,
    waiting: [],
    doubtful: false,
  };
  for (let at = 0; at < scan.tokens.length;) {
    const token = scan.tokens[at];
    const lexicon = progress.lexicon ?? scan.own;
    if (token?.kind === 'stop' || token?.kind === 'pause') {
      progress.clauseBefore = token.kind === 'stop' ? at + 1 : progress.clause;
      progress.clause = at + 1;
      if (token.kind === 'stop') leaveSentence(progress, at + 1);
    } else if (token?.kind === 'gap') progress.doubtful = true;
    else {
      const candidate = candidateAt(scan, at, lexicon);
      const waiting = waitsFor(scan, at);
      if (candidate !== undefined && lexicon !== undefined && countsSomething(scan, at, lexicon)) {
        at += 1;
        continue;
      }
      if (candidate !== undefined && isElliptic(scan, progress, at, candidate.key)) {
        record(scan, progress, at, candidate.key, lexicon as KeyLexicon);
      } else if (waiting !== undefined) {
        const { key } = candidateAt(scan, at, waiting) ?? { key: '' };
        progress.waiting.push({ at, key, lexicon: waiting });
      } else if (candidate !== undefined) {
        if (isDoubtful(scan, progress, at)) progress.doubtful = true;
      } else {
        at = readVerb(scan, progress, at);
        continue;
      }
    }
    at += 1;
  }
  leaveSentence(progress, scan.tokens.length);
  return { keys: progress.keys, certain: scan.own !== undefined && !progress.doubtful };
}
