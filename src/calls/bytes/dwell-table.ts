import { dwellBucket } from '../dwell-bucket.ts';
import { createStateTable } from './state-table.ts';

/** Below these many milliseconds buckets are dense enough for arrays. */
const counted = 1_000_000;

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

/** Places are kept by pages of so many: most pairs of events lie within a few seconds. */
const pageBits = 6;
const pageSize = 1 << pageBits;

/** How often how long passed between an event and the next, by the tokens of both. */
export interface DwellTable {
  readonly count: (token: number, next: number, ms: number) => void;
  /** Every bucket that was counted. */
  readonly each: (
    visit: (token: number, next: number, bucket: number, times: number) => void,
  ) => void;
}

/** Nothing counted. Memory grows with the pairs of events and the times that differ, not with calls. */
export function createDwellTable(): DwellTable {
  const table = createStateTable();
  const pairs: { readonly token: number; readonly next: number }[] = [];
  const pages: (Float64Array | undefined)[][] = [];
  const long: (Map<number, number> | undefined)[] = [];
  return {
    count(token, next, ms) {
      const pair = table.next(token, next) - 1;
      if (pair === pairs.length) {
        pairs.push({ token, next });
        pages.push([]);
      }
      const own = pages[pair];
      if (ms >= 0 && ms < counted && own !== undefined) {
        const place = placeOf(ms);
        const page = (own[place >> pageBits] ??= new Float64Array(pageSize));
        const at = place & (pageSize - 1);
        page[at] = (page[at] ?? 0) + 1;
        return;
      }
      const counts = (long[pair] ??= new Map<number, number>());
      const bucket = dwellBucket(ms);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    },
    each(visit) {
      pairs.forEach(({ token, next }, pair) => {
        pages[pair]?.forEach((page, number) => {
          page?.forEach((times, at) => {
            if (times > 0) visit(token, next, bucketAt((number << pageBits) + at), times);
          });
        });
        long[pair]?.forEach((times, bucket) => {
          visit(token, next, bucket, times);
        });
      });
    },
  };
}
