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

/** The middle of the bucket that `dwellBucket` gives: what its times are on average, in milliseconds. */
export function bucketMiddle(bucket: number): number {
  if (bucket < 1000) return bucket;
  if (bucket < 10_000) return bucket + 5;
  if (bucket < 100_000) return bucket + 50;
  if (bucket < 1_000_000) return bucket + 500;
  return bucket + 5000;
}
