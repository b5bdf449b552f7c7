import { times } from '../words/times.ts';
import type { Rate } from '../../insight/rate.ts';
import { formatCount, formatShare } from '../numbers.ts';

/** A rate behind its bar: `267 of 3,000  8.9%`; no percentage of few calls. */
export function rateText(rate: Rate): string {
  const counts = `${formatCount(rate.count)} of ${formatCount(rate.of)}`;
  return rate.rate === undefined || rate.trust === 'hidden'
    ? counts
    : `${formatShare(rate.rate)} · ${counts}`;
}

/** The interval of a rate that is told; nothing of few calls. */
export function intervalOf({
  low,
  high,
  trust,
}: Rate): { readonly low: number; readonly high: number } | undefined {
  return low === undefined || high === undefined || trust === 'hidden' ? undefined : { low, high };
}

/** A rate in words: `267 of 3,000 calls, 8.9%, between 7.9% and 10%`. */
export function rateLabel(rate: Rate): string {
  const counts = `${formatCount(rate.count)} of ${times(formatCount(rate.of), 'call', 'calls')}`;
  const interval = intervalOf(rate);
  return rate.rate === undefined || interval === undefined
    ? counts
    : `${counts}, ${formatShare(rate.rate)}, between ${formatShare(interval.low)} and ${formatShare(interval.high)}`;
}
