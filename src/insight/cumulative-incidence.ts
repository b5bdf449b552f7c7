import { wilsonInterval, type Interval } from './wilson.ts';

/** Visits that ended at one moment, in one way. */
export interface Departures<Cause extends string> {
  /** In any unit, from the beginning of the visit. */
  readonly at: number;
  /** How they ended; nothing for a visit of which no more is known from there on. */
  readonly cause: Cause | undefined;
  readonly times: number;
}

/** How many visits have ended in one way by a moment. */
export interface Incidence {
  readonly at: number;
  /** Visits that still went on just before this moment. */
  readonly atRisk: number;
  /** Those that ended in this way just then. */
  readonly count: number;
  /** The share of all visits that have ended in this way by now, with its 95 % interval. */
  readonly share: number;
  readonly interval: Interval;
}

interface Moment {
  readonly at: number;
  own: number;
  all: number;
  lost: number;
}

function momentsOf<Cause extends string>(
  departures: Iterable<Departures<Cause>>,
  cause: Cause,
): readonly Moment[] {
  const moments = new Map<number, Moment>();
  for (const { at, cause: own, times } of departures) {
    const moment = moments.get(at) ?? { at, own: 0, all: 0, lost: 0 };
    moments.set(at, moment);
    if (own === undefined) moment.lost += times;
    else moment.all += times;
    if (own === cause) moment.own += times;
  }
  return [...moments.values()].sort((a, b) => a.at - b.at);
}

/**
 * The interval of a share whose variance is known: Wilson's, for as many visits as would give that
 * variance. Without lost visits that is their number, and the interval is Wilson's own.
 */
function intervalOf(share: number, variance: number, visits: number): Interval {
  const isClear = share > 0 && share < 1 && variance > 0;
  const size = isClear ? Math.min(visits, (share * (1 - share)) / variance) : visits;
  return wilsonInterval(Math.min(share, 1) * size, size) ?? { low: 0, high: 1 };
}

/**
 * The cumulative incidence of one way to end among others that compete with it (O. O. Aalen & S.
 * Johansen, Scandinavian Journal of Statistics 5, 1978, 141–150): at each moment at which a visit ended in
 * this way, the share that has by then. Ending otherwise takes a visit out for good; it is no gap in
 * what is known, as the estimator of Kaplan and Meier would have it, which then tells too much. Visits
 * that are lost from sight count as long as they are seen, and just after what happens at the same moment.
 *
 * The variance is the delta method's: with F the incidence, S the share that goes on, n at risk, d ended
 * and c of them in this way at t, Var F(T) = Σ (F(T) − F(t))² d/(n(n−d)) + Σ S(t−)² c(n−c)/n³
 * − 2 Σ (F(T) − F(t)) S(t−) c/n². Without lost visits it is F(1−F)/n. Linear in moments, after sorting.
 */
export function cumulativeIncidence<Cause extends string>(
  departures: Iterable<Departures<Cause>>,
  cause: Cause,
): readonly Incidence[] {
  const moments = momentsOf(departures, cause);
  const visits = moments.reduce((sum, { all, lost }) => sum + all + lost, 0);
  const incidences: Incidence[] = [];
  let atRisk = visits;
  let going = 1;
  let share = 0;
  // Var F(T) = F(T)²·a − 2 F(T)·b + c, as each of the three sums grows with the moments.
  let [a, b, c] = [0, 0, 0];
  for (const { at, own, all, lost } of moments) {
    const n = atRisk;
    const before = going;
    share += (before * own) / n;
    going = before * (1 - all / n);
    if (n > all) {
      const green = all / (n * (n - all));
      a += green;
      b += share * green + (before * own) / (n * n);
      c += share * share * green + (2 * share * before * own) / (n * n);
    } else {
      // The last visits: (F(T) − F(t)) is 0 here, so only the term of their own is left.
      b += (before * own) / (n * n);
      c += (2 * share * before * own) / (n * n);
    }
    c += (before * before * own * (n - own)) / (n * n * n);
    if (own > 0) {
      const variance = share * share * a - 2 * share * b + c;
      incidences.push({
        ...{ at, atRisk: n, count: own, share },
        interval: intervalOf(share, variance, visits),
      });
    }
    atRisk = n - all - lost;
  }
  return incidences;
}
