import { dwellBucket } from '../dwell-bucket.ts';
import { grown } from './grown.ts';
import { createStateTable } from './state-table.ts';

/** Below these many milliseconds buckets are dense enough for lists. */
const counted = 1_000_000;

/** The place of a bucket below `counted` among its kind. */
function placeOf(ms: number): number {
  if (ms < 1000) return ms;
  if (ms < 10_000) return 900 + ((ms / 10) | 0);
  if (ms < 100_000) return 1800 + ((ms / 100) | 0);
  return 2700 + ((ms / 1000) | 0);
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
const pagesOfPair = 1 + (placeOf(counted - 1) >> pageBits);

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
  const long: (Map<number, number> | undefined)[] = [];
  // All pages lie in one list, so that counting takes two looks into lists of numbers. Page 0 is none.
  let pages = new Int32Array(pagesOfPair << 6);
  let times = new Float64Array(pageSize << 6);
  let used = 1;

  const addPair = (token: number, next: number): void => {
    pairs.push({ token, next });
    if (pairs.length * pagesOfPair > pages.length) pages = grown(pages, pairs.length * pagesOfPair);
  };
  const addPage = (own: number): number => {
    const page = used;
    used += 1;
    if (used * pageSize > times.length) times = grown(times, used * pageSize);
    pages[own] = page;
    return page;
  };
  const countLong = (pair: number, ms: number): void => {
    const counts = (long[pair] ??= new Map<number, number>());
    const bucket = dwellBucket(ms);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };

  return {
    count(token, next, ms) {
      const pair = table.next(token, next) - 1;
      if (pair === pairs.length) addPair(token, next);
      if (!(ms >= 0 && ms < counted)) {
        countLong(pair, ms);
        return;
      }
      const place = placeOf(ms);
      const own = pair * pagesOfPair + (place >> pageBits);
      let page = pages[own] ?? 0;
      if (page === 0) page = addPage(own);
      const at = (page << pageBits) | (place & (pageSize - 1));
      times[at] = (times[at] ?? 0) + 1;
    },
    each(visit) {
      pairs.forEach(({ token, next }, pair) => {
        for (let number = 0; number < pagesOfPair; number += 1) {
          const page = pages[pair * pagesOfPair + number] ?? 0;
          for (let at = 0; page > 0 && at < pageSize; at += 1) {
            const here = times[(page << pageBits) | at] ?? 0;
            if (here > 0) visit(token, next, bucketAt((number << pageBits) | at), here);
          }
        }
        long[pair]?.forEach((here, bucket) => {
          visit(token, next, bucket, here);
        });
      });
    },
  };
}
