import { counted, dones, purposes, ranges, tails, type KeyLexicon } from './key-lexicon.ts';
import {
  behindKey,
  candidateAt,
  countsSomething,
  isBoundary,
  isJoiner,
  isPurpose,
  isWordOf,
  verbFollows,
  wordAt,
  type KeyScan,
} from './key-scan.ts';
import { emergencyNumbers } from './number-context.ts';

/** What stands behind a verb: a key at a token, nothing, or something that can't be judged. */
export type Offer = { readonly at: number; readonly key: string } | 'nothing' | 'doubtful';

/** Words that speech makes of a digit: `press to` for `press 2`. `for` is never taken for 4. */
const slips: ReadonlyMap<string, string> = new Map([
  ['to', '2'],
  ['too', '2'],
  ['won', '1'],
]);

function slipAt(scan: KeyScan, index: number, lexicon: KeyLexicon): string | undefined {
  if (lexicon.language !== 'en') return undefined;
  const key = slips.get(wordAt(scan, index) ?? '');
  return key !== undefined && (isBoundary(scan, index + 1) || isPurpose(scan, index + 1))
    ? key
    : undefined;
}

/** The length of a number said in groups: `1 800 555 0142`. */
function digitsInRun({ tokens }: KeyScan, index: number): number {
  let digits = 0;
  for (let next = index; next < index + 20; next += 1) {
    const token = tokens[next];
    if (token?.kind !== 'number' && token?.kind !== 'amount') break;
    digits += token.text.length;
  }
  return digits;
}

/** Judges a number that is no key: emergency and phone numbers are dialled on another call. */
function judgeNumber(scan: KeyScan, index: number): Offer {
  const text = scan.tokens[index]?.text ?? '';
  return emergencyNumbers.has(text) || digitsInRun(scan, index) >= 7 ? 'nothing' : 'doubtful';
}

/** True where a phrase may end behind a key: `option 1, …`, `option 1 for …`. */
function phraseEnds(scan: KeyScan, index: number, lexicon: KeyLexicon): boolean {
  return (
    isBoundary(scan, index) ||
    isJoiner(scan, index, lexicon) ||
    isWordOf(scan, index, purposes) ||
    isWordOf(scan, index, tails)
  );
}

/** The key that a verb at `verb` asks for, read with one language's words. */
export function offerAt(
  scan: KeyScan,
  verb: number,
  lexicon: KeyLexicon,
  isTyping: boolean,
): Offer {
  const slip = slipAt(scan, verb + 1, lexicon);
  if (slip !== undefined) return { at: verb + 1, key: slip };
  let at = verb + 1;
  for (; at < verb + 9; at += 1) {
    const token = scan.tokens[at];
    const isLead = token !== undefined && /^[:：\n\r]/.test(token.text) && token.kind !== 'word';
    if (!isLead && (!isWordOf(scan, at, lexicon.between) || isKeyName(scan, at, lexicon))) break;
  }
  const kind = scan.tokens[at]?.kind;
  if (kind === 'gap') return 'doubtful';
  if (kind === 'amount') {
    return isWordOf(scan, at + 1, counted) ? 'nothing' : judgeNumber(scan, at);
  }
  const candidate = candidateAt(scan, at, lexicon);
  if (candidate === undefined || countsSomething(scan, at, lexicon)) return 'nothing';

  const next = behindKey(scan, at, lexicon);
  const following = scan.tokens[at + 1]?.kind;
  if (following === 'number' || following === 'amount') return judgeNumber(scan, at);
  if (/^[*#]$/.test(candidate.key) && candidateAt(scan, at + 1, lexicon) !== undefined) {
    return 'doubtful';
  }
  if (isWordOf(scan, next, ranges) && candidateAt(scan, next + 1, lexicon) !== undefined) {
    return 'doubtful';
  }
  const word = wordAt(scan, verb) ?? '';
  const isPick = !lexicon.press.has(word);
  if (isPick && (!phraseEnds(scan, next, lexicon) || verbFollows(scan, next))) return 'nothing';
  const endsTyping =
    isWordOf(scan, next, dones) || (isTyping && !isWordOf(scan, verb - 1, lexicon.or));
  if (candidate.key === '#' && endsTyping) return 'nothing';
  return { at, key: candidate.key };
}

/** `o` is "or" in Spanish and nought in English: a name counts only where it ends the phrase. */
function isKeyName(scan: KeyScan, index: number, lexicon: KeyLexicon): boolean {
  return (
    lexicon.keyByName.has(wordAt(scan, index) ?? '') &&
    candidateAt(scan, index + 1, lexicon) === undefined
  );
}
