import { fewestCalls } from './rate.ts';
import { z95 } from './wilson.ts';

/** A value that was seen so often. */
export interface Counted {
  readonly value: number;
  readonly times: number;
}

/** A quantile with the 95 % interval that its neighbours in order give. */
export interface Quantile {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A quantile of values that were counted; the middle one for 0.5. The interval goes from one order
 * statistic to another and so assumes nothing of how values are spread: ranks n·q ∓ 1.96·√(n·q·(1−q))
 * (W. J. Conover, Practical Nonparametric Statistics, §3.2). Nothing where nothing was counted.
 */
export function quantileOf(values: readonly Counted[], q: number): Quantile | undefined {
  const sorted = values.filter(({ times }) => times > 0).sort((a, b) => a.value - b.value);
  const n = sorted.reduce((sum, { times }) => sum + times, 0);
  if (n === 0) return undefined;
  /** The value of a rank from 1 to n. */
  const ranked = (rank: number): number => {
    let seen = 0;
    for (const { value, times } of sorted) {
      seen += times;
      if (seen >= rank) return value;
    }
    return sorted.at(-1)?.value ?? 0;
  };
  const spread = z95 * Math.sqrt(n * q * (1 - q));
  return {
    value: ranked(Math.max(1, Math.ceil(n * q))),
    low: ranked(Math.max(1, Math.ceil(n * q - spread))),
    high: ranked(Math.min(n, Math.ceil(n * q + spread) + 1)),
  };
}

/** A quantile to be told: nothing of fewer than 30 values, as a rate of so few is hidden. */
export function toldQuantile(values: readonly Counted[], q: number): Quantile | undefined {
  const n = values.reduce((sum, { times }) => sum + times, 0);
  return n < fewestCalls ? undefined : quantileOf(values, q);
}
