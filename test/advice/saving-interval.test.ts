import { describe, expect, test } from '@jest/globals';
import { callsNeeded, gainInterval } from '../../src/advice/saving-interval.ts';

/** Numbers from 0 to below 1 that are the same in every run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('the interval of a saving', () => {
  test('is the mean of what callers gain, and as wide as callers differ', () => {
    const { mean, low, high } = gainInterval(
      [
        { times: 50, seconds: 2 },
        { times: 50, seconds: -1 },
      ],
      100,
    );
    expect(mean).toBe(0.5);
    // Shares 1/2 with variance 2.25; 101 smoothed counts, so a standard error of sqrt(2.25 / 102).
    expect(high - low).toBeCloseTo(2 * 1.959964 * Math.sqrt(2.25 / 102), 6);
  });

  test('is wider where few calls made many choices', () => {
    const gains = [
      { times: 500, seconds: 2 },
      { times: 500, seconds: -1 },
    ];
    const many = gainInterval(gains, 1000);
    const few = gainInterval(gains, 10);
    expect(few.high - few.low).toBeGreaterThan(5 * (many.high - many.low));
  });

  test('covers the true saving in about 95 of 100 logs', () => {
    const shares = [0.5, 0.3, 0.15, 0.05];
    const seconds = [3, -2, -2.5, 1];
    const truth = shares.reduce((sum, share, index) => sum + share * (seconds[index] ?? 0), 0);
    const random = numbersFrom(42);
    const logs = 2000;
    let covered = 0;
    for (let log = 0; log < logs; log += 1) {
      const times = [0, 0, 0, 0];
      for (let call = 0; call < 200; call += 1) {
        let draw = random();
        const choice = shares.findIndex((share) => (draw -= share) < 0);
        times[choice === -1 ? 3 : choice] = (times[choice === -1 ? 3 : choice] ?? 0) + 1;
      }
      const { low, high } = gainInterval(
        times.map((count, index) => ({ times: count, seconds: seconds[index] ?? 0 })),
        200,
      );
      if (low <= truth && truth <= high) covered += 1;
    }
    expect(covered / logs).toBeGreaterThan(0.93);
    expect(covered / logs).toBeLessThan(0.97);
  });

  test('tells how many calls would set a gain apart from chance', () => {
    const interval = gainInterval(
      [
        { times: 6, seconds: 2 },
        { times: 4, seconds: -1 },
      ],
      10,
    );
    const needed = callsNeeded(interval) ?? NaN;
    const factor = needed / 10;
    const later = gainInterval(
      [
        { times: 6 * factor, seconds: 2 },
        { times: 4 * factor, seconds: -1 },
      ],
      needed,
    );
    expect(interval.low).toBeLessThan(0);
    expect(Math.abs(later.low)).toBeLessThan(0.1);
  });

  test('is nothing where nothing was chosen', () => {
    expect(gainInterval([{ times: 0, seconds: 5 }], 0)).toMatchObject({ mean: 0, low: 0, high: 0 });
    expect(callsNeeded(gainInterval([], 0))).toBeUndefined();
  });
});
