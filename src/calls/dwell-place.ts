/** Below these many milliseconds buckets are dense enough for lists. */
const listed = 1_000_000;

/** Whether a time has a place in a list of buckets. */
export function isListed(ms: number): boolean {
  return ms >= 0 && ms < listed;
}

/** Where the bucket of a time stands among all buckets that have a place. */
export function placeOf(ms: number): number {
  if (ms < 1000) return ms;
  if (ms < 10_000) return 900 + ((ms / 10) | 0);
  if (ms < 100_000) return 1800 + ((ms / 100) | 0);
  return 2700 + ((ms / 1000) | 0);
}

/** How many places there are. */
export const places = 1 + placeOf(listed - 1);

/** The bucket at a place: what `dwellBucket` gives for the times in it. */
export function bucketAt(place: number): number {
  if (place < 1000) return place;
  if (place < 1900) return (place - 900) * 10;
  if (place < 2800) return (place - 1800) * 100;
  return (place - 2700) * 1000;
}
