import { fewestCalls, rateOf, type Rate } from './rate.ts';
import { wilsonInterval } from './wilson.ts';

/** Calls that belong together, as those of one caller: how many, and how many of them count. */
export interface Cluster {
  readonly count: number;
  readonly of: number;
}

/**
 * A rate of calls that come in clusters. Calls of one caller are alike, so there is less to be learned
 * from them than from as many callers: the interval of Wilson is that of fewer calls, by the design
 * effect of the ratio estimator (W. G. Cochran, Sampling Techniques, 1977, 9A; J. N. K. Rao & A. J.
 * Scott, Biometrics 48, 1992, 577–585).
 */
export function clusteredRate(clusters: Iterable<Cluster>): Rate {
  const all = [...clusters].filter(({ of }) => of > 0);
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const of = all.reduce((sum, one) => sum + one.of, 0);
  const plain = rateOf(count, of);
  const { rate } = plain;
  if (rate === undefined || rate === 0 || rate === 1 || all.length < 2) return plain;
  const spread = all.reduce((sum, one) => sum + (one.count - rate * one.of) ** 2, 0);
  const variance = ((spread / of ** 2) * all.length) / (all.length - 1);
  const effect = Math.max(1, variance / ((rate * (1 - rate)) / of));
  const interval = wilsonInterval(count / effect, of / effect);
  if (interval === undefined) return plain;
  const isWide = (interval.high - interval.low) / 2 > 0.05;
  const trust = of < fewestCalls ? 'hidden' : isWide ? 'grey' : 'shown';
  return { ...plain, ...interval, trust };
}
