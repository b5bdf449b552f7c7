import { randomFrom } from '../../walk/random.ts';
import { drawBinomial } from './draw-binomial.ts';

/** Callers who are alike: how often they called, what they gained in all, and how many there are of them. */
export interface ClusterKind {
  readonly calls: number;
  /** Seconds, over the calls of one of them. */
  readonly gain: number;
  readonly times: number;
}

/** The mean gain of a call, with how far chance could move it. */
export interface MeanGain {
  readonly mean: number;
  /** The 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Of the mean. */
  readonly standardError: number;
  readonly calls: number;
}

const mostReplicates = 2_000;
/** Very many kinds of callers vary little: then fewer replicates do, at least so many. */
const fewestReplicates = 400;
const mostDraws = 4_000_000;

const sumOf = (kinds: readonly ClusterKind[], value: (kind: ClusterKind) => number): number =>
  kinds.reduce((sum, kind) => sum + kind.times * value(kind), 0);

/** The value below which a share of sorted values lies, between neighbours in proportion. */
function percentile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}

/**
 * The mean gain of a call and its 95 % interval by the bootstrap over callers (B. Efron & R. J.
 * Tibshirani, An Introduction to the Bootstrap, 1993, 13: percentiles): callers are drawn anew, with all
 * their calls, as calls of one caller are alike. Callers of one kind are drawn together: how many there
 * are in a sample is multinomial, which is the same. The same seed gives the same interval.
 *
 * The standard error is that of a ratio of sums over clusters (W. G. Cochran, Sampling Techniques, 1977,
 * 6.3). Nothing where there are no calls.
 */
export function bootstrapMean(
  kinds: readonly ClusterKind[],
  seed: number,
  replicates = mostReplicates,
): MeanGain | undefined {
  const clusters = sumOf(kinds, () => 1);
  const calls = sumOf(kinds, (kind) => kind.calls);
  if (calls === 0) return undefined;
  const mean = sumOf(kinds, ({ gain }) => gain) / calls;
  const squares = sumOf(kinds, (kind) => (kind.gain - mean * kind.calls) ** 2);
  const standardError =
    clusters < 2 ? Infinity : Math.sqrt((squares * clusters) / (clusters - 1)) / calls;
  const random = randomFrom(seed, 'bootstrap');
  const affordable = Math.floor(mostDraws / kinds.length);
  const times = Math.min(replicates, Math.max(fewestReplicates, affordable));
  const means = Float64Array.from({ length: times }, () => {
    let [left, rest, drawnCalls, gain] = [clusters, clusters, 0, 0];
    for (const kind of kinds) {
      if (left === 0) break;
      const drawn = kind.times >= rest ? left : drawBinomial(left, kind.times / rest, random);
      left -= drawn;
      rest -= kind.times;
      drawnCalls += drawn * kind.calls;
      gain += drawn * kind.gain;
    }
    return drawnCalls === 0 ? mean : gain / drawnCalls;
  }).sort();
  return {
    ...{ mean, standardError, calls },
    low: percentile(means, 0.025),
    high: percentile(means, 0.975),
  };
}
