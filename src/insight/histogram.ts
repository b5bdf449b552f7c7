/** How often a value was counted: buckets in ascending order, `ms` the least value of each. */
export interface Bucket {
  readonly ms: number;
  readonly times: number;
}

/** Adds histograms up: buckets of one value become one. */
export function addBuckets(all: Iterable<Bucket>): readonly Bucket[] {
  const counts = new Map<number, number>();
  for (const { ms, times } of all) counts.set(ms, (counts.get(ms) ?? 0) + times);
  return [...counts].sort(([a], [b]) => a - b).map(([ms, times]) => ({ ms, times }));
}

/**
 * The least value that a share of all does not exceed, by nearest rank, as its bucket tells it: read at
 * most 1 % too short. Nothing for an empty histogram.
 */
export function quantileOf(buckets: readonly Bucket[], share: number): number | undefined {
  const total = buckets.reduce((sum, { times }) => sum + times, 0);
  let sum = 0;
  for (const { ms, times } of buckets) {
    sum += times;
    if (sum >= share * total - 1e-9) return ms;
  }
  return undefined;
}
