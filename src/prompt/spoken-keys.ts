import type { Language } from '../script/values.ts';
import type { KeyLexicon } from './key-lexicon.ts';
import { isDoubtful, isElliptic, waitsFor, type Progress } from './key-list.ts';
import { offerAt } from './key-offer.ts';
import {
  behindKey,
  candidateAt,
  countsSomething,
  isBoundary,
  isPurpose,
  keyScan,
  verbsAt,
  wordAt,
  type KeyScan,
} from './key-scan.ts';
import { oncePerText } from './once-per-text.ts';

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

type Reading = Progress & { readonly keys: SpokenKey[] };

function record(
  scan: KeyScan,
  progress: Reading,
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

function leaveSentence(progress: Reading): void {
  const isOpen = ({ key }: { readonly key: string }) => key !== '#' || !progress.isTyping;
  if (progress.waiting.some(isOpen)) progress.doubtful = true;
  progress.waiting = [];
  progress.isTyping = false;
  progress.hasVerb = false;
}

/** Reads the verb at a position; returns the position to go on from. */
function readVerb(scan: KeyScan, progress: Reading, at: number): number {
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
export const spokenKeys: (text: string, language: Language) => SpokenKeys = oncePerText(findKeys);

function findKeys(text: string, language: Language): SpokenKeys {
  const scan = keyScan(text, language);
  const progress: Reading = {
    keys: [],
    lexicon: undefined,
    lastKey: undefined,
    keyFirst: false,
    keyLast: false,
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
      if (token.kind === 'stop') leaveSentence(progress);
    } else if (token?.kind === 'gap') progress.doubtful = true;
    else {
      const candidate = candidateAt(scan, at, lexicon);
      const waiting = waitsFor(scan, at);
      if (candidate !== undefined && lexicon !== undefined && countsSomething(scan, at, lexicon)) {
        at += 1;
        continue;
      }
      if (
        candidate !== undefined &&
        lexicon !== undefined &&
        isElliptic(scan, progress, at, candidate.key)
      ) {
        record(scan, progress, at, candidate.key, lexicon);
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
  leaveSentence(progress);
  return { keys: progress.keys, certain: scan.own !== undefined && !progress.doubtful };
}
