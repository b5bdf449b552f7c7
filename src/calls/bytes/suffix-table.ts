import { areSame } from './byte-words.ts';
import { grown } from './grown.ts';

/** A suffix that has no code: its rows are read the long way. */
export const noCode = -1;
const mostSuffixes = 1 << 20;
const mostBytes = 1 << 26;
const empty = 0;

/** The code of the event that these bytes of a row mean, or `noCode`. */
export type Resolve = (bytes: DataView, from: number, to: number) => number;

/** What rows say besides their call and their time, as bytes, and the codes of the events that they mean. */
export interface SuffixTable {
  /** The code of these bytes, whose hash is the caller's choice; `resolve` is asked for it the first time. */
  readonly codeOf: (bytes: DataView, from: number, to: number, hash: number) => number;
}

/** No suffix known. */
export function createSuffixTable(resolve: Resolve): SuffixTable {
  // A hash and behind it the entry, plus one.
  let places = new Int32Array(2 << 12);
  let mask = (1 << 12) - 1;
  let hashes = new Int32Array(1 << 11);
  let codes = new Int32Array(1 << 11);
  let starts = new Int32Array(1 << 11);
  let texts = new Uint8Array(1 << 16);
  let words = new DataView(texts.buffer);
  let count = 0;

  const put = (entry: number): void => {
    const hash = hashes[entry] ?? 0;
    let place = hash & mask;
    while (places[place * 2 + 1] !== empty) place = (place + 1) & mask;
    places[place * 2] = hash;
    places[place * 2 + 1] = entry + 1;
  };
  const remember = (bytes: DataView, from: number, to: number, hash: number, code: number) => {
    const start = starts[count] ?? 0;
    const end = start + to - from;
    if (count + 2 > hashes.length) {
      hashes = grown(hashes, count + 2);
      codes = grown(codes, hashes.length);
      starts = grown(starts, hashes.length);
    }
    if (end > texts.length) {
      texts = grown(texts, end);
      words = new DataView(texts.buffer);
    }
    for (let index = start; index < end; index += 1)
      texts[index] = bytes.getUint8(from + index - start);
    hashes[count] = hash;
    codes[count] = code;
    starts[count + 1] = end;
    count += 1;
    if (count * 2 > mask) {
      mask = mask * 2 + 1;
      places = new Int32Array(2 * (mask + 1));
      for (let entry = 0; entry < count; entry += 1) put(entry);
    } else put(count - 1);
  };

  return {
    codeOf(bytes, from, to, hash) {
      const length = to - from;
      for (let place = hash & mask; ; place = (place + 1) & mask) {
        const entry = (places[place * 2 + 1] ?? empty) - 1;
        if (entry < 0) break;
        if (places[place * 2] !== hash) continue;
        const start = starts[entry] ?? 0;
        const isLong = (starts[entry + 1] ?? 0) - start === length;
        if (isLong && areSame(bytes, from, words, start, length)) return codes[entry] ?? noCode;
      }
      const code = resolve(bytes, from, to);
      // Free text in the value would fill the memory: what comes after so many is looked up anew.
      if (count < mostSuffixes && (starts[count] ?? 0) + length <= mostBytes)
        remember(bytes, from, to, hash, code);
      return code;
    },
  };
}
