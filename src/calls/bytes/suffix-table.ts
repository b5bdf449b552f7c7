import { grown } from './grown.ts';
import { spread } from './call-table.ts';

/** A suffix that has no token: its rows are read the long way. */
export const noToken = -1;
const mostSuffixes = 1 << 20;

/** The number of the event that these keys of a row mean, or `noToken`. */
export type Resolve = (bytes: Uint8Array, from: number, to: number) => number;

/** The keys of rows (event, node, value and what else tells events apart), and what they mean. */
export interface SuffixTable {
  /** The number of the event of these bytes; `resolve` is asked for it the first time. */
  readonly tokenOf: (
    bytes: Uint8Array,
    from: number,
    to: number,
    hash: number,
    resolve: Resolve,
  ) => number;
}

/** No suffix known. */
export function createSuffixTable(): SuffixTable {
  let places = new Int32Array(1 << 12);
  let mask = places.length - 1;
  let hashes = new Int32Array(1 << 11);
  let tokens = new Int32Array(1 << 11);
  let starts = new Int32Array(1 << 11);
  let texts = new Uint8Array(1 << 16);
  let count = 0;

  const isText = (entry: number, bytes: Uint8Array, from: number, length: number): boolean => {
    const start = starts[entry] ?? 0;
    if ((starts[entry + 1] ?? 0) - start !== length) return false;
    for (let index = 0; index < length; index += 1) {
      if (texts[start + index] !== bytes[from + index]) return false;
    }
    return true;
  };
  const put = (entry: number): void => {
    let place = spread(hashes[entry] ?? 0) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = entry + 1;
  };
  const remember = (bytes: Uint8Array, from: number, to: number, hash: number, token: number) => {
    const start = starts[count] ?? 0;
    if (count + 2 > hashes.length) {
      hashes = grown(hashes, count + 2);
      tokens = grown(tokens, hashes.length);
      starts = grown(starts, hashes.length);
    }
    if (start + to - from > texts.length) texts = grown(texts, start + to - from);
    texts.set(bytes.subarray(from, to), start);
    hashes[count] = hash;
    tokens[count] = token;
    starts[count + 1] = start + to - from;
    count += 1;
    if (count * 2 > places.length) {
      places = new Int32Array(places.length * 2);
      mask = places.length - 1;
      for (let entry = 0; entry < count; entry += 1) put(entry);
    } else put(count - 1);
  };

  return {
    tokenOf(bytes, from, to, hash, resolve) {
      let place = spread(hash) & mask;
      for (let entry = places[place] ?? 0; entry !== 0; entry = places[place] ?? 0) {
        if (hashes[entry - 1] === hash && isText(entry - 1, bytes, from, to - from))
          return tokens[entry - 1] ?? noToken;
        place = (place + 1) & mask;
      }
      const token = resolve(bytes, from, to);
      // Free text in the value would fill the memory: what comes after so many is looked up anew.
      if (count < mostSuffixes) remember(bytes, from, to, hash, token);
      return token;
    },
  };
}
