import { bucketAt, isListed, placeOf, places } from './dwell-place.ts';

/** Adds up how often times fell into buckets; used again for one kind of stretch after the other. */
export interface BucketSums {
  readonly add: (bucket: number, times: number) => void;
  /** Visits all sums, least bucket first, and forgets them. */
  readonly take: (visit: (bucket: number, times: number) => void) => void;
}

/** Begins with no sums. */
export function createBucketSums(): BucketSums {
  const listed = new Float64Array(places);
  const others = new Map<number, number>();
  let [least, most] = [places, -1];
  return {
    add(bucket, times) {
      if (!isListed(bucket)) {
        others.set(bucket, (others.get(bucket) ?? 0) + times);
        return;
      }
      const place = placeOf(bucket);
      listed[place] = (listed[place] ?? 0) + times;
      least = Math.min(least, place);
      most = Math.max(most, place);
    },
    take(visit) {
      // A time below zero comes before all that have a place, a long one behind them.
      const rest = [...others].sort(([a], [b]) => a - b);
      for (const [bucket, times] of rest) if (bucket < 0) visit(bucket, times);
      for (let place = least; place <= most; place += 1) {
        const times = listed[place] ?? 0;
        if (times > 0) visit(bucketAt(place), times);
      }
      for (const [bucket, times] of rest) if (bucket >= 0) visit(bucket, times);
      listed.fill(0, Math.max(0, least), most + 1);
      others.clear();
      [least, most] = [places, -1];
    },
  };
}
