/** Both ends of an interval for a share, from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/**
 * The score interval of Wilson for a share of `numerator` in `denominator`, 95 % unless another
 * quantile is given. Keeps within 0 and 1 and holds for small numbers, where the textbook interval
 * fails (R. G. Newcombe, Statistics in Medicine 17, 1998, 857–872, method 3). Nothing for 0 of 0.
 * Throws a RangeError when the two are no counts.
 */
export function wilsonInterval(
  numerator: number,
  denominator: number,
  z = z95,
): Interval | undefined {
  const areCounts = numerator >= 0 && denominator >= numerator && Number.isFinite(denominator);
  if (!areCounts) throw new RangeError(`${numerator} of ${denominator} is no share`);
  if (denominator === 0) return undefined;
  const n = denominator;
  const p = numerator / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At the ends the formula gives 0 and 1 exactly, but its arithmetic doesn't.
  return {
    low: numerator === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: numerator === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}
