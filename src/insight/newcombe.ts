import { wilsonInterval, z95, type Interval } from './wilson.ts';

/** A count of all. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** How much larger one share is than another, from -1 to 1, with its interval. */
export interface Difference extends Interval {
  readonly difference: number;
}

/**
 * How much larger the first share is than the second, with an interval, 95 % unless another quantile
 * is given (R. G. Newcombe, Statistics in Medicine 17, 1998, 873–890, method 10). Nothing when one
 * of them is of 0. The shares must come from different calls.
 */
export function newcombeDifference(first: Share, second: Share, z = z95): Difference | undefined {
  const one = wilsonInterval(first.count, first.of, z);
  const two = wilsonInterval(second.count, second.of, z);
  if (one === undefined || two === undefined) return undefined;
  const p1 = first.count / first.of;
  const p2 = second.count / second.of;
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - one.low, two.high - p2),
    high: difference + Math.hypot(one.high - p1, p2 - two.low),
  };
}
