import { newcombeDifference, type Difference, type Share } from './newcombe.ts';
import { z95 } from './wilson.ts';

/** Two shares among the calls of one kind: of a reason, say, or of an hour. */
export interface Stratum {
  readonly stratum: string;
  readonly first: Share;
  readonly second: Share;
}

/** How two sides differ overall, and with the same mix of kinds on both. */
export interface StratifiedDifference {
  /** First less second, of all calls. */
  readonly pooled: Difference | undefined;
  /** First less second, had both the mix of all calls together. */
  readonly standardised: Difference | undefined;
  /** Calls of kinds that only one side has: they are in no standardised number. */
  readonly unmatched: number;
  /** The one says better and the other worse: whoever reads the pooled numbers is misled. */
  readonly flips: boolean;
}

const sum = (shares: readonly Share[]): Share => ({
  count: shares.reduce((total, { count }) => total + count, 0),
  of: shares.reduce((total, { of }) => total + of, 0),
});

/** The variance of a share, kept above 0 where all or none of few calls count (Agresti & Coull). */
function varianceOf({ count, of }: Share): number {
  const share = (count + 2) / (of + 4);
  return (share * (1 - share)) / (of + 4);
}

/**
 * The difference of two sides by direct standardisation: within every kind of calls, weighted by the
 * calls of both sides, with a normal 95 % interval. Simpson's paradox is a pooled difference whose sign
 * is the other way round (E. H. Simpson, Journal of the Royal Statistical Society B 13, 1951, 238–241).
 */
export function stratified(strata: readonly Stratum[]): StratifiedDifference {
  const pooled = newcombeDifference(
    sum(strata.map(({ first }) => first)),
    sum(strata.map(({ second }) => second)),
  );
  const matched = strata.filter(({ first, second }) => first.of > 0 && second.of > 0);
  const calls = ({ first, second }: Stratum): number => first.of + second.of;
  const all = strata.reduce((total, one) => total + calls(one), 0);
  const total = matched.reduce((sum, one) => sum + calls(one), 0);
  if (pooled === undefined || total === 0)
    return { pooled, standardised: undefined, unmatched: all - total, flips: false };
  let [difference, variance] = [0, 0];
  for (const one of matched) {
    const weight = calls(one) / total;
    const { first, second } = one;
    difference += weight * (first.count / first.of - second.count / second.of);
    variance += weight ** 2 * (varianceOf(first) + varianceOf(second));
  }
  const half = z95 * Math.sqrt(variance);
  return {
    pooled,
    standardised: { difference, low: difference - half, high: difference + half },
    unmatched: all - total,
    flips: pooled.difference * difference < 0,
  };
}
