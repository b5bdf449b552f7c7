/**
 * Cuts whole milliseconds to three significant digits, from 1,000 s on to tens of seconds. So times
 * are counted in few buckets, and the counts of several logs add up exactly; a time is read at most
 * 1 % too short.
 */
export function dwellBucket(ms: number): number {
  if (ms < 1000) return ms;
  if (ms < 10_000) return ms - (ms % 10);
  if (ms < 100_000) return ms - (ms % 100);
  if (ms < 1_000_000) return ms - (ms % 1000);
  return ms - (ms % 10_000);
}
