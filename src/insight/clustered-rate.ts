import { fewestCalls, rateOf, type Rate } from './rate.ts';
import { wilsonInterval } from './wilson.ts';

/** Calls that belong together, as those of one caller: how many, and how many of them count. */
export interface Cluster {
  readonly count: number;
  readonly of: number;
}

/** What must be known of clusters, added up: how many, their calls, and the squares and products of those. */
export interface ClusterSums {
  clusters: number;
  count: number;
  of: number;
  countCount: number;
  countOf: number;
  ofOf: number;
}

/** Begins with no clusters. */
export function noClusters(): ClusterSums {
  return { clusters: 0, count: 0, of: 0, countCount: 0, countOf: 0, ofOf: 0 };
}

/** Adds a cluster; one without calls is none. */
export function addCluster(sums: ClusterSums, { count, of }: Cluster): void {
  if (of === 0) return;
  sums.clusters += 1;
  sums.count += count;
  sums.of += of;
  sums.countCount += count * count;
  sums.countOf += count * of;
  sums.ofOf += of * of;
}

/**
 * A rate of calls that come in clusters. Calls of one caller are alike, so there is less to be learned
 * from them than from as many callers: the interval of Wilson is that of fewer calls, by the design
 * effect of the ratio estimator (W. G. Cochran, Sampling Techniques, 1977, 9A; J. N. K. Rao & A. J.
 * Scott, Biometrics 48, 1992, 577–585).
 */
export function clusteredRate(sums: ClusterSums): Rate {
  const { clusters, count, of } = sums;
  const plain = rateOf(count, of);
  const { rate } = plain;
  if (rate === undefined || rate === 0 || rate === 1 || clusters < 2) return plain;
  const spread = sums.countCount - 2 * rate * sums.countOf + rate * rate * sums.ofOf;
  const variance = ((spread / of ** 2) * clusters) / (clusters - 1);
  const effect = Math.max(1, variance / ((rate * (1 - rate)) / of));
  const interval = wilsonInterval(count / effect, of / effect);
  if (interval === undefined) return plain;
  const isWide = (interval.high - interval.low) / 2 > 0.05;
  const trust = of < fewestCalls ? 'hidden' : isWide ? 'grey' : 'shown';
  return { ...plain, ...interval, trust };
}
