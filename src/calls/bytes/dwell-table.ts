import { dwellBucket } from '../dwell-bucket.ts';
import { bucketAt, isListed, placeOf, places } from '../dwell-place.ts';
import { grown } from './grown.ts';
import { createStateTable } from './state-table.ts';

/** Places are kept by pages of so many: most pairs of events lie within a few seconds. */
const pageBits = 6;
const pageSize = 1 << pageBits;
const pagesOfPair = 1 + ((places - 1) >> pageBits);
/** Counts are bytes, so that a page is one line of the cache; how often they ran over stands elsewhere. */
const full = 256;

/** How often how long passed between an event and the next, by the tokens of both. */
export interface DwellTable {
  /** The number of a pair of events, above 0; the same for the same always. */
  readonly pairOf: (token: number, next: number) => number;
  /** Counts that so many whole milliseconds passed between the events of a pair. */
  readonly count: (pair: number, ms: number) => void;
  /** Every bucket that was counted, those of a pair one after the other. */
  readonly each: (
    visit: (token: number, next: number, bucket: number, times: number) => void,
  ) => void;
}

/** Nothing counted. Memory grows with the pairs of events and the times that differ, not with calls. */
export function createDwellTable(): DwellTable {
  const table = createStateTable();
  const pairs: { readonly token: number; readonly next: number }[] = [];
  // All pages lie in one list, so that counting takes two looks into lists of numbers. Page 0 is none.
  let pages = new Int32Array(pagesOfPair << 6);
  let counts = new Uint8Array(pageSize << 6);
  let used = 1;
  /** By place in `counts`, how often 256 were counted there. */
  const overruns = new Map<number, number>();
  const long = new Map<number, Map<number, number>>();

  const addPage = (own: number): number => {
    const page = used;
    used += 1;
    if (used * pageSize > counts.length) counts = grown(counts, used * pageSize);
    pages[own] = page;
    return page;
  };
  const countLong = (pair: number, ms: number): void => {
    const own = long.get(pair) ?? new Map<number, number>();
    long.set(pair, own);
    const bucket = dwellBucket(ms);
    own.set(bucket, (own.get(bucket) ?? 0) + 1);
  };

  return {
    pairOf(token, next) {
      const known = table.find(token, next);
      if (known !== 0) return known;
      const pair = pairs.push({ token, next });
      table.put(token, next, pair);
      if (pair * pagesOfPair > pages.length) pages = grown(pages, pair * pagesOfPair);
      return pair;
    },
    count(pair, ms) {
      if (!isListed(ms)) {
        countLong(pair, ms);
        return;
      }
      const place = placeOf(ms);
      const own = (pair - 1) * pagesOfPair + (place >> pageBits);
      let page = pages[own] ?? 0;
      if (page === 0) page = addPage(own);
      const at = (page << pageBits) | (place & (pageSize - 1));
      const times = (counts[at] ?? 0) + 1;
      counts[at] = times;
      if (times === full) overruns.set(at, (overruns.get(at) ?? 0) + 1);
    },
    each(visit) {
      const fours = new Int32Array(counts.buffer);
      const overrun = new Set([...overruns.keys()].map((at) => at >> pageBits));
      pairs.forEach(({ token, next }, index) => {
        for (let number = 0; number < pagesOfPair; number += 1) {
          const page = pages[index * pagesOfPair + number] ?? 0;
          const hasOverrun = overrun.has(page);
          for (let place = 0; page > 0 && place < pageSize; place += 1) {
            const at = (page << pageBits) | place;
            // Most places of a page are empty, and four of them are seen at a glance.
            if (!hasOverrun && (place & 3) === 0 && fours[at >> 2] === 0) {
              place += 3;
              continue;
            }
            const more = hasOverrun ? full * (overruns.get(at) ?? 0) : 0;
            const times = (counts[at] ?? 0) + more;
            if (times > 0) visit(token, next, bucketAt((number << pageBits) | place), times);
          }
        }
        long.get(index + 1)?.forEach((times, bucket) => {
          visit(token, next, bucket, times);
        });
      });
    },
  };
}
