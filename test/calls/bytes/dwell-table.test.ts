import { describe, expect, test } from '@jest/globals';
import { createDwellTable } from '../../../src/calls/bytes/dwell-table.ts';
import { dwellBucket } from '../../../src/calls/dwell-bucket.ts';

describe('counts of how long passed between two events', () => {
  test('go beyond what a byte holds, and are right at its edges', () => {
    for (const times of [1, 255, 256, 257, 512, 70_000]) {
      const table = createDwellTable();
      for (let time = 0; time < times; time += 1) table.count(table.pairOf(3, 4), 1234);
      const found: unknown[] = [];
      table.each((...count) => found.push(count));
      expect(found).toEqual([[3, 4, 1230, times]]);
    }
  });

  test('have the buckets of the log format, for short, long and impossible times', () => {
    const table = createDwellTable();
    const all = [0, 1, 999, 1000, 1009, 9999, 10_000, 99_999, 100_000, 999_999, 1_000_000, 5e9, -7];
    all.forEach((ms, next) => {
      table.count(table.pairOf(0, next), ms);
    });
    const found: number[] = [];
    table.each((_, next, bucket, times) => {
      expect(times).toBe(1);
      found[next] = bucket;
    });
    expect(found).toEqual(all.map(dwellBucket));
  });
});
