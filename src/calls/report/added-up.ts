import type { ReportCount } from './ivr-report.ts';

/** Rows of the same node and exit as one: counts add up, mean seconds are weighed by them. */
export function addedUp(counts: readonly ReportCount[]): readonly ReportCount[] {
  const sums = new Map<
    string,
    Omit<ReportCount, 'count' | 'seconds'> & { count: number; timed: number; seconds: number }
  >();
  for (const { count, seconds, ...where } of counts) {
    const key = JSON.stringify(where);
    const sum = sums.get(key) ?? { ...where, count: 0, timed: 0, seconds: 0 };
    sums.set(key, sum);
    sum.count += count;
    if (seconds === undefined) continue;
    sum.timed += count;
    sum.seconds += seconds * count;
  }
  return [...sums.values()].map(({ timed, seconds, ...counted }) => ({
    ...counted,
    seconds: timed === 0 ? undefined : seconds / timed,
  }));
}
