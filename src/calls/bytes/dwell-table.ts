import { dwellBucket } from '../dwell-bucket.ts';

/** Below these many milliseconds buckets are dense enough for an array. */
const counted = 1_000_000;
const bucketsBelow = 1000 + 3 * 900;

/** The place of a bucket below `counted` among its kind. */
function placeOf(ms: number): number {
  if (ms < 1000) return ms;
  if (ms < 10_000) return 900 + Math.floor(ms / 10);
  if (ms < 100_000) return 1800 + Math.floor(ms / 100);
  return 2700 + Math.floor(ms / 1000);
}

/** The bucket at a place: what `dwellBucket` gives for the times in it. */
function bucketAt(place: number): number {
  if (place < 1000) return place;
  if (place < 1900) return (place - 900) * 10;
  if (place < 2800) return (place - 1800) * 100;
  return (place - 2700) * 1000;
}

/** How often calls stayed how long behind an event, by the event's token. */
export interface DwellTable {
  readonly count: (token: number, ms: number) => void;
  /** Every bucket that was counted. */
  readonly each: (visit: (token: number, bucket: number, times: number) => void) => void;
}

/** Nothing counted. */
export function createDwellTable(): DwellTable {
  const short: (Float64Array | undefined)[] = [];
  const long: (Map<number, number> | undefined)[] = [];
  return {
    count(token, ms) {
      if (ms >= 0 && ms < counted) {
        const counts = (short[token] ??= new Float64Array(bucketsBelow));
        const place = placeOf(ms);
        counts[place] = (counts[place] ?? 0) + 1;
        return;
      }
      const counts = (long[token] ??= new Map<number, number>());
      const bucket = dwellBucket(ms);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    },
    each(visit) {
      short.forEach((counts, token) => {
        counts?.forEach((times, place) => {
          if (times > 0) visit(token, bucketAt(place), times);
        });
      });
      long.forEach((counts, token) => {
        counts?.forEach((times, bucket) => {
          visit(token, bucket, times);
        });
      });
    },
  };
}
