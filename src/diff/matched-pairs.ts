import type { Pair } from './best-pairs.ts';
import type { Sides } from './difference.ts';

/** Pairs that are being found, each node in one at most. */
export interface MatchedPairs {
  /** The partner of every node, by its position. */
  readonly partners: Sides<readonly (number | undefined)[]>;
  isFree(side: 'before' | 'after', index: number): boolean;
  /** True while both sides have nodes without a partner. */
  hasFree(): boolean;
  match(before: number, after: number): void;
  /** All pairs, by the position before. */
  list(): readonly Pair[];
}

/** No pairs yet between so many nodes. */
export function matchedPairs(sizes: Sides<number>): MatchedPairs {
  const partners = {
    before: new Array<number | undefined>(sizes.before).fill(undefined),
    after: new Array<number | undefined>(sizes.after).fill(undefined),
  };
  let count = 0;
  return {
    partners,
    isFree: (side, index) => partners[side][index] === undefined,
    hasFree: () => count < Math.min(sizes.before, sizes.after),
    match(before, after) {
      partners.before[before] = after;
      partners.after[after] = before;
      count += 1;
    },
    list: () =>
      partners.before.flatMap((after, before) => (after === undefined ? [] : [{ before, after }])),
  };
}
