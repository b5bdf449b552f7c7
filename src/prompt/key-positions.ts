import type { Language } from '../script/values.ts';
import { keyPhrase } from './key-phrase.ts';
import { isBoundary, isPurpose, keyScan, wordAt, type KeyScan } from './key-scan.ts';
import { oncePerText } from './once-per-text.ts';
import { spokenKeys, type SpokenKey } from './spoken-keys.ts';

/** A key that a prompt names, and whether it comes before or after what it is for. */
export interface KeyPosition {
  readonly key: string;
  /** `before`: `press 1 for cards`; `after`: `for cards, press 1`; `unknown`: neither is certain. */
  readonly position: 'before' | 'after' | 'unknown';
}

/** Courtesies that say nothing of what a key is for. */
const small = new Set(
  'please now then simply just and or por favor bitte dann oder und y o e ou et παρακαλω ή και 请 請'.split(
    ' ',
  ),
);

function hasContent(scan: KeyScan, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const word = wordAt(scan, index);
    if (word !== undefined && !small.has(word)) return true;
  }
  return false;
}

/** The first position of the sentence that a position lies in, or the end of the key before. */
function sentenceStart({ tokens }: KeyScan, index: number, previous: number): number {
  let start = index;
  while (start > previous && tokens[start - 1]?.kind !== 'stop') start -= 1;
  return start;
}

/** Chinese puts what a key is for right behind it, with no word between: `按1查询余额`. */
function purposeFollows(scan: KeyScan, { language }: SpokenKey, behind: number): boolean {
  return isPurpose(scan, behind) || (language === 'zh' && !isBoundary(scan, behind));
}

/**
 * Tells of every key that a prompt names whether callers hear it before what it is for. Something
 * said in the sentence before the key puts it after; a purpose right behind it (`press 1 for cards`)
 * puts it before, and with it the keys that follow in the list (`2 for loans`); a bare `press 1` is
 * unknown.
 */
export const keyPositions: (text: string, language: Language) => readonly KeyPosition[] =
  oncePerText(readPositions);

function readPositions(text: string, language: Language): readonly KeyPosition[] {
  const scan = keyScan(text, language);
  let behind = 0;
  let before: KeyPosition['position'] = 'unknown';
  return spokenKeys(text, language).keys.map((spoken) => {
    const phrase = keyPhrase(scan, spoken);
    const start = sentenceStart(scan, phrase.from, behind);
    const continues = start === behind && behind > 0;
    const isLed = hasContent(scan, start, phrase.from) && !(continues && before === 'before');
    const isFollowed = purposeFollows(scan, spoken, phrase.to);
    behind = phrase.to;
    if (isLed === isFollowed) before = 'unknown';
    else before = isLed ? 'after' : 'before';
    return { key: spoken.key, position: before };
  });
}
