import { describe, expect, test } from '@jest/globals';
import { arrivalTimes, type ArrivalPlan } from '../../src/walk/arrivals.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { loadZoneClock } from '../../src/walk/zone-clock.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 2, 2);

const plan: Omit<ArrivalPlan, 'random'> = {
  calls: 20_000,
  from: monday,
  to: monday + 7 * 24 * hour,
  offsetAt: () => 0,
  isOpen: () => true,
  closedHours: 0.1,
};
const times = (changes: Partial<ArrivalPlan> = {}) => [
  ...arrivalTimes({ ...plan, ...changes, random: randomFrom(1, 'arrivals') }),
];

describe('arrivals', () => {
  test('they come in order, in whole milliseconds, inside the window', () => {
    const all = times();
    expect(all).toHaveLength(20_000);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect(all.every((at) => Number.isInteger(at) && at >= plan.from && at < plan.to)).toBe(true);
  });

  test('more people call at ten in the morning than at four at night, and on Mondays than on Sundays', () => {
    const all = times();
    const at = (wanted: number) =>
      all.filter((time) => new Date(time).getUTCHours() === wanted).length;
    const on = (wanted: number) =>
      all.filter((time) => new Date(time).getUTCDay() === wanted).length;
    expect(at(10)).toBeGreaterThan(10 * at(4));
    expect(on(1)).toBeGreaterThan(2 * on(0));
  });

  test('the day is that of the place, also when its clocks change', async () => {
    const offsetAt = await loadZoneClock('America/New_York');
    const from = Date.UTC(2026, 2, 6);
    const all = times({ offsetAt, from, to: from + 6 * 24 * hour });
    const peak = (weekday: number) => {
      const counts = Array.from({ length: 24 }, () => 0);
      for (const time of all.filter((one) => new Date(one).getUTCDay() === weekday))
        counts[new Date(time).getUTCHours()] = (counts[new Date(time).getUTCHours()] ?? 0) + 1;
      return counts.indexOf(Math.max(...counts));
    };
    // Ten o'clock in New York is 15 UTC on Friday the 6th and 14 UTC on Monday the 9th; hours beside it are nearly as busy.
    expect([14, 15, 16]).toContain(peak(5));
    expect([13, 14, 15]).toContain(peak(1));
  });

  test('an hour when it is closed has a tenth of the calls it would have', () => {
    const isOpen = (at: number) => new Date(at).getUTCHours() !== 10;
    const at10 = (all: readonly number[]) =>
      all.filter((time) => new Date(time).getUTCHours() === 10).length;
    const [open, closed] = [at10(times()), at10(times({ isOpen }))];
    expect(closed / open).toBeGreaterThan(0.07);
    expect(closed / open).toBeLessThan(0.14);
  });

  test('a window of seconds and one of years both work', () => {
    expect(times({ to: monday + 2, calls: 50 }).every((at) => at - monday < 2)).toBe(true);
    expect(times({ to: monday + 50 * 365 * 24 * hour, calls: 50 })).toHaveLength(50);
    expect(times({ calls: 0 })).toEqual([]);
    expect(times({ isOpen: () => false, closedHours: 0, calls: 5 })).toHaveLength(5);
  });

  test('a zone that the platform does not know runs on UTC', async () => {
    expect((await loadZoneClock('Mars/Base'))(monday)).toBe(0);
    expect((await loadZoneClock('Asia/Kolkata'))(monday)).toBe(5.5 * hour);
  });
});
