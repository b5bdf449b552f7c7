import { latestRow, longestEnding, longestSilence } from '../order-rows.ts';

/** So many events are held at most for calls that may have begun before their range. */
const mostHeld = 500_000;
/**
 * The earliest row of a range may be five minutes later than the clock at its border or as much earlier,
 * and so may the other rows of a call than its first one. Beyond, more than five minutes lie between
 * a call and all rows before the border: those of a call that has its end don't go on in it.
 */
const reach = 2 * latestRow + longestEnding;

/** Knows which calls of a range of a log may go on from the ranges before. */
export interface TornCalls {
  /**
   * Whether a call whose first row has this moment is to be held until the ranges are joined, in a range
   * whose earliest moment so far is `from`: near the border, and where it doesn't begin with `start`.
   */
  readonly mayBeTorn: (at: number, starts: boolean, from: number, held: number) => boolean;
  /** Whether a call without an end from before the border could still go on in one that begins then. */
  readonly isNear: (at: number, from: number) => boolean;
  /** Notes the `longHashOf` the id of such a call, which was taken for whole. */
  readonly note: (hash: number) => void;
  /** What was noted: to be held against the calls before the border when these are known. */
  readonly noted: () => Float64Array;
}

/** Nothing known yet. Before the first range of a log there are no calls. */
export function createTornCalls(isFirst: boolean): TornCalls {
  const hashes: number[] = [];
  return {
    mayBeTorn: (at, starts, from, held) =>
      !isFirst && (at <= from + reach || (!starts && held <= mostHeld)),
    isNear: (at, from) => !isFirst && at <= from + reach + longestSilence,
    note(hash) {
      hashes.push(hash);
    },
    noted: () => Float64Array.from(hashes),
  };
}
