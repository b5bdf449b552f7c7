import type { ByteCondenser } from './condense-bytes.ts';
import type { CleanTime } from './clean-time.ts';
import { hashOf } from './byte-words.ts';
import { longestId } from './call-table.ts';
import { grown } from './grown.ts';
import { longestLine } from '../text-lines.ts';
import { run, type RowPlan } from './row-plan.ts';
import { carriageReturn, comma, lineFeed, quote } from './signs.ts';
import { noCode, type SuffixTable } from './suffix-table.ts';

const zero = 48;
const minus = 45;
/** The length of `2026-03-02T08:00:05.250Z`. */
const usualTime = 24;
const utc = 90;
const mostDigits = 15;

/**
 * Reads the row that begins at `from` and gives the place of its line feed, or -1 where it isn't
 * plain: then nothing has become of it. Somewhere behind stands a line feed, at which every loop ends.
 */
export type PlainRow = (bytes: DataView, from: number) => number;

export interface PlainRowOptions {
  readonly plan: RowPlan;
  readonly readTime: CleanTime;
  readonly suffixes: SuffixTable;
  readonly condenser: Pick<ByteCondenser, 'find' | 'open' | 'now' | 'add'>;
  /** Told that a row was used. */
  readonly use: () => void;
}

/**
 * A reader of plain rows: no quote, a call id of printable ASCII, a moment that is written in a usual
 * way, and what happened known already or without anything wrong. No text is made of them.
 */
export function createPlainRow(options: PlainRowOptions): PlainRow {
  const { plan, readTime, suffixes, condenser, use } = options;
  const { kinds, counts, isCompact } = plan;
  const runs = kinds.length;
  /** The keys of a row side by side, where they don't stand so in the row. */
  let gathered = new Uint8Array(256);
  let gatheredWords = new DataView(gathered.buffer);

  return (bytes, from) => {
    let here = from;
    let byte = bytes.getUint8(here);
    let hash = 0;
    let [idFrom, idEnd] = [0, 0];
    let seq: number | undefined;
    let [keysFrom, keysEnd] = [0, 0];
    let keyRuns = 0;
    for (let index = 0; index < runs; index += 1) {
      if (index > 0) {
        if (byte !== comma) return -1;
        here += 1;
        byte = bytes.getUint8(here);
      }
      const begin = here;
      let fields = counts[index] ?? 1;
      switch (kinds[index]) {
        case run.call:
          while (byte > 32 && byte < 127 && byte !== comma && byte !== quote) {
            here += 1;
            byte = bytes.getUint8(here);
          }
          if (here === begin || here - begin > longestId) return -1;
          idFrom = begin;
          idEnd = here;
          hash = hashOf(bytes, begin, here);
          break;
        case run.at:
          if (
            bytes.getUint8(begin + usualTime) === comma &&
            bytes.getUint8(begin + usualTime - 1) === utc
          ) {
            here = begin + usualTime;
            byte = comma;
          } else {
            while (byte > 32 && byte !== comma && byte !== quote) {
              here += 1;
              byte = bytes.getUint8(here);
            }
          }
          if (!readTime(bytes, begin, here)) return -1;
          break;
        case run.seq: {
          const isNegative = byte === minus;
          if (isNegative) {
            here += 1;
            byte = bytes.getUint8(here);
          }
          const digits = here;
          let number = 0;
          while (byte >= zero && byte <= 57) {
            number = number * 10 + byte - zero;
            here += 1;
            byte = bytes.getUint8(here);
          }
          if (here - digits > mostDigits || (isNegative && here === digits)) return -1;
          if (here > digits) seq = isNegative ? -number : number;
          break;
        }
        case run.keys: {
          while (byte !== lineFeed && byte !== carriageReturn && byte !== quote) {
            if (byte === comma) {
              fields -= 1;
              if (fields === 0) break;
            }
            here += 1;
            byte = bytes.getUint8(here);
          }
          if (fields > 1) return -1;
          if (isCompact) {
            keysFrom = begin;
            keysEnd = here;
            break;
          }
          const length = here - begin;
          if (length > longestLine) return -1;
          if (keysEnd + length + 1 > gathered.length) {
            gathered = grown(gathered, keysEnd + length + 1);
            gatheredWords = new DataView(gathered.buffer);
          }
          if (keyRuns > 0) {
            gathered[keysEnd] = comma;
            keysEnd += 1;
          }
          keyRuns += 1;
          for (let key = 0; key < length; key += 1) {
            gathered[keysEnd + key] = bytes.getUint8(begin + key);
          }
          keysEnd += length;
          break;
        }
        default:
          while (byte !== lineFeed && byte !== carriageReturn && byte !== quote) {
            if (byte === comma) {
              fields -= 1;
              if (fields === 0) break;
            }
            here += 1;
            byte = bytes.getUint8(here);
          }
          if (fields > 1) return -1;
      }
    }
    if (byte === carriageReturn) {
      here += 1;
      byte = bytes.getUint8(here);
    }
    if (byte !== lineFeed || here - from > longestLine) return -1;
    const keys = isCompact ? bytes : gatheredWords;
    const code = suffixes.codeOf(keys, keysFrom, keysEnd, hashOf(keys, keysFrom, keysEnd));
    if (code === noCode) return -1;
    const known = condenser.find(bytes, idFrom, idEnd, hash);
    const slot = known < 0 ? condenser.open(bytes, idFrom, idEnd, hash) : known;
    condenser.add(slot, code, seq);
    use();
    return here;
  };
}
