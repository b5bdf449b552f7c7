import type { ByteCondenser } from './condense-bytes.ts';
import type { CleanTime } from './clean-time.ts';
import { longestId } from './call-table.ts';
import { longestLine } from '../text-lines.ts';
import { isOwnCall, type Part } from './part.ts';
import { run, type RowPlan } from './row-plan.ts';
import { carriageReturn, comma, lineFeed, quote } from './signs.ts';
import { noToken, type Resolve, type SuffixTable } from './suffix-table.ts';

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
export type PlainRow = (bytes: Uint8Array, from: number) => number;

export interface PlainRowOptions {
  readonly plan: RowPlan;
  readonly part: Part;
  readonly timeAt: CleanTime;
  readonly suffixes: SuffixTable;
  readonly resolve: Resolve;
  readonly condenser: Pick<ByteCondenser, 'add'>;
  /** Told that a row was used. */
  readonly use: () => void;
}

/**
 * The line feed that ends a row of which nothing more matters; -1 where a quote or a lone carriage
 * return stands before it, behind which other rows may begin.
 */
function endOfRow(bytes: Uint8Array, from: number): number {
  let here = from;
  let byte = bytes[here] ?? 0;
  while (byte !== lineFeed && byte !== carriageReturn && byte !== quote) {
    here += 1;
    byte = bytes[here] ?? 0;
  }
  if (byte === carriageReturn) {
    here += 1;
    byte = bytes[here] ?? 0;
  }
  return byte === lineFeed ? here : -1;
}

/**
 * A reader of plain rows: no quote, a call id of printable ASCII, a moment that is written in a usual
 * way, and what happened known already or without anything wrong. No text is made of them.
 */
export function createPlainRow(options: PlainRowOptions): PlainRow {
  const { plan, part, timeAt, suffixes, resolve, condenser, use } = options;
  const { kinds, counts, isCompact } = plan;
  const runs = kinds.length;
  /** The keys of a row side by side, where they don't stand so in the row. */
  let gathered = new Uint8Array(256);

  return (bytes, from) => {
    let here = from;
    let byte = bytes[here] ?? 0;
    let hash = 0;
    let isOwn = true;
    let [idFrom, idEnd] = [0, 0];
    let at = Number.NaN;
    let seq = Number.NaN;
    let [keysFrom, keysEnd, keysHash] = [0, 0, 0];
    let keyRuns = 0;
    for (let index = 0; index < runs; index += 1) {
      if (index > 0) {
        if (byte !== comma) return -1;
        here += 1;
        byte = bytes[here] ?? 0;
      }
      const begin = here;
      let fields = counts[index] ?? 1;
      switch (kinds[index]) {
        case run.call:
          while (byte > 32 && byte < 127 && byte !== comma && byte !== quote) {
            hash = (Math.imul(hash, 31) + byte) | 0;
            here += 1;
            byte = bytes[here] ?? 0;
          }
          if (here === begin || here - begin > longestId) return -1;
          idFrom = begin;
          idEnd = here;
          isOwn = part.count === 1 || isOwnCall(part, hash);
          // The first of several readers tells what is wrong with rows; the others pass over them.
          if (!isOwn && part.index > 0 && byte === comma) return endOfRow(bytes, here);
          break;
        case run.at:
          if (bytes[begin + usualTime] === comma && bytes[begin + usualTime - 1] === utc) {
            here = begin + usualTime;
            byte = comma;
          } else {
            while (byte > 32 && byte !== comma && byte !== quote) {
              here += 1;
              byte = bytes[here] ?? 0;
            }
          }
          at = timeAt(bytes, begin, here);
          if (Number.isNaN(at)) return -1;
          break;
        case run.seq: {
          const isNegative = byte === minus;
          if (isNegative) {
            here += 1;
            byte = bytes[here] ?? 0;
          }
          const digits = here;
          let number = 0;
          while (byte >= zero && byte <= 57) {
            number = number * 10 + byte - zero;
            here += 1;
            byte = bytes[here] ?? 0;
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
            keysHash = (Math.imul(keysHash, 31) + byte) | 0;
            here += 1;
            byte = bytes[here] ?? 0;
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
            const wider = new Uint8Array((keysEnd + length + 1) * 2);
            wider.set(gathered);
            gathered = wider;
          }
          if (keyRuns > 0) {
            gathered[keysEnd] = comma;
            keysEnd += 1;
          }
          keyRuns += 1;
          for (let key = 0; key < length; key += 1) {
            gathered[keysEnd + key] = bytes[begin + key] ?? 0;
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
            byte = bytes[here] ?? 0;
          }
          if (fields > 1) return -1;
      }
    }
    if (byte === carriageReturn) {
      here += 1;
      byte = bytes[here] ?? 0;
    }
    if (byte !== lineFeed || here - from > longestLine) return -1;
    const keys = isCompact ? bytes : gathered;
    const code = suffixes.tokenOf(keys, keysFrom, keysEnd, keysHash, resolve);
    if (code === noToken) return -1;
    if (isOwn) {
      condenser.add(bytes, idFrom, idEnd, hash, at, code, seq);
      use();
    }
    return here;
  };
}
