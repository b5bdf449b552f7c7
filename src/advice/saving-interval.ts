/** What callers who chose something would gain by a change, in seconds; a loss is negative. */
export interface Gain {
  /** Times it was chosen. */
  readonly times: number;
  readonly seconds: number;
}

/** A mean gain with its 95 % interval. */
export interface GainInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** The spread between callers, in seconds. */
  readonly deviation: number;
}

const z95 = 1.959963984540054;

/**
 * The mean gain over choices and how far chance could move it. The mean is linear in the shares of
 * the choices; with Jeffreys' half added to each count those shares are Dirichlet, and the variance of
 * a linear form is (sum p g^2 - mean^2) / (n + 1). `calls` is what n counts at most: one caller who
 * comes back ten times is not ten callers.
 */
export function gainInterval(gains: readonly Gain[], calls: number): GainInterval {
  const total = gains.reduce((sum, { times }) => sum + times, 0);
  if (total === 0) return { mean: 0, low: 0, high: 0, deviation: 0 };
  const mean = gains.reduce((sum, { times, seconds }) => sum + times * seconds, 0) / total;
  const smoothed = total + gains.length / 2;
  const moment = (power: 1 | 2) =>
    gains.reduce(
      (sum, { times, seconds }) => sum + ((times + 0.5) / smoothed) * seconds ** power,
      0,
    );
  const variance = Math.max(0, moment(2) - moment(1) ** 2);
  const n = Math.min(total, calls) + gains.length / 2;
  const half = z95 * Math.sqrt(variance / (n + 1));
  return { mean, low: mean - half, high: mean + half, deviation: Math.sqrt(variance) };
}

/** Calls needed before a mean gain stands clear of chance, if it stays as it is and varies as it does. */
export function callsNeeded({ mean, deviation }: GainInterval): number | undefined {
  return mean === 0 ? undefined : Math.ceil(((z95 * deviation) / mean) ** 2);
}
