import type { ByteCondenser } from './condense-bytes.ts';
import type { CleanTime } from './clean-time.ts';
import { hashOf, mixed } from './byte-words.ts';
import { longestId } from './call-table.ts';
import { comma, quote } from './signs.ts';
import { noCode, type SuffixTable } from './suffix-table.ts';

/** The length of `2026-03-02T08:00:05.250Z`. */
const usualTime = 24;
/** No moment that `CleanTime` reads is longer. */
const longestTime = 40;
const lineFeeds = 0x0a0a0a0a;

export interface UsualRowsOptions {
  readonly readTime: CleanTime;
  readonly suffixes: SuffixTable;
  readonly condenser: Pick<ByteCondenser, 'find' | 'open' | 'now' | 'add'>;
  /** Told how many rows were read. */
  readonly use: (rows: number) => void;
}

/** The comma behind an id of printable ASCII, or -1. */
function endOfId(bytes: DataView, from: number): number {
  for (let here = from; here <= from + longestId; here += 1) {
    const byte = bytes.getUint8(here);
    if (byte === comma && here > from) return here;
    if (byte <= 32 || byte >= 127 || byte === comma || byte === quote) return -1;
  }
  return -1;
}

/** The comma behind a moment, or the place where none can stand any more. */
function endOfTime(bytes: DataView, from: number): number {
  let here = from;
  while (here <= from + longestTime && bytes.getUint8(here) !== comma) here += 1;
  return here;
}

/**
 * Reads rows from `from` on, up to `end` at most, as long as they are usual ones; gives the place behind
 * the last of them. The byte before `end` is a line feed, and some bytes stand behind it.
 */
export type UsualRows = (bytes: DataView, from: number, end: number) => number;

/**
 * A reader of rows that begin with the id and the moment, as those of most logs do. What stands behind
 * them is one suffix, known by heart from the second time on. Nothing is looked at twice that was seen
 * before: an id that is as long as the last one and open already, and a suffix that was judged before,
 * need no look at each of their bytes, only words that are the same.
 */
export function createUsualRows(options: UsualRowsOptions): UsualRows {
  const { readTime, suffixes, condenser, use } = options;
  let idLength = 0;

  return (bytes, begin, end) => {
    let from = begin;
    let read = 0;
    while (from < end) {
      let idEnd = from + idLength;
      let hash = 0;
      let slot = -1;
      if (bytes.getUint8(idEnd) === comma) {
        hash = hashOf(bytes, from, idEnd);
        slot = condenser.find(bytes, from, idEnd, hash);
      }
      if (slot < 0) {
        idEnd = endOfId(bytes, from);
        if (idEnd < 0) break;
        if (idEnd - from !== idLength) {
          idLength = idEnd - from;
          hash = hashOf(bytes, from, idEnd);
          slot = condenser.find(bytes, from, idEnd, hash);
        }
      }
      const timeFrom = idEnd + 1;
      let timeEnd = timeFrom + usualTime;
      if (bytes.getUint8(timeEnd) !== comma) timeEnd = endOfTime(bytes, timeFrom);
      if (!readTime(bytes, timeFrom, timeEnd)) break;

      // Four bytes at a time: subtracting one from each borrows only from those that are line feeds.
      const suffix = timeEnd + 1;
      let here = suffix;
      let word = bytes.getInt32(here, true);
      let others = word ^ lineFeeds;
      let found = (others - 0x01010101) & ~others & 0x80808080;
      let suffixHash = 0;
      while (found === 0) {
        suffixHash = mixed(suffixHash, word);
        here += 4;
        word = bytes.getInt32(here, true);
        others = word ^ lineFeeds;
        found = (others - 0x01010101) & ~others & 0x80808080;
      }
      // The lowest bit that was found is right; the bytes below it belong to the suffix.
      const bits = (31 - Math.clz32(found & -found)) & ~7;
      suffixHash = mixed(suffixHash, word & ((1 << bits) - 1));
      here += bits >>> 3;

      const code = suffixes.codeOf(bytes, suffix, here, suffixHash);
      if (code === noCode) break;
      if (slot < 0) slot = condenser.open(bytes, from, idEnd, hash);
      condenser.add(slot, code);
      from = here + 1;
      read += 1;
    }
    if (read > 0) use(read);
    return from;
  };
}
