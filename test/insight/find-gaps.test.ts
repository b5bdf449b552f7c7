import { describe, expect, test } from '@jest/globals';
import { findGaps } from '../../src/insight/find-gaps.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 2, 2);

/** Calls at every open hour, nine to five, of so many days; `calls` may say otherwise. */
function hoursOf(
  days: number,
  calls: (day: number, hour: number) => number | undefined = () => undefined,
) {
  return Array.from({ length: days * 24 }, (_, index) => {
    const [day, clock] = [Math.floor(index / 24), index % 24];
    const isOpen = clock >= 9 && clock < 17 && day % 7 < 5;
    return { from: monday + index * hour, calls: calls(day, clock) ?? (isOpen ? 40 : 0) };
  }).filter((one) => one.calls > 0);
}
const gap = (day: number, from: number, to: number) => ({
  from: monday + (day * 24 + from) * hour,
  to: monday + (day * 24 + to) * hour,
  usual: (to - from) * 40,
});

describe('gaps of a log', () => {
  test('nights, weekends and holidays with a few calls are none', () => {
    expect(findGaps(hoursOf(21))).toEqual([]);
    const holiday = hoursOf(21, (day, clock) =>
      day === 9 && clock !== 11 ? 0 : day === 9 ? 3 : undefined,
    );
    expect(findGaps(holiday)).toEqual([]);
  });

  test('hours of an open day without a call are one, however long the log', () => {
    for (const days of [5, 21]) {
      const broken = hoursOf(days, (day, clock) =>
        day === 2 && clock >= 11 && clock < 14 ? 0 : undefined,
      );
      expect(findGaps(broken)).toEqual([gap(2, 11, 14)]);
    }
  });

  test('a weekday without calls is one where other weeks have them', () => {
    const closed = hoursOf(21, (day) => (day === 9 ? 0 : undefined));
    expect(findGaps(closed)).toEqual([gap(9, 9, 17)]);
    expect(findGaps(hoursOf(5, (day) => (day === 2 ? 0 : undefined)))).toEqual([]);
  });

  test('few calls have no gaps: an hour without any may be chance', () => {
    expect(findGaps(hoursOf(21, (day, clock) => ((day + clock) % 3 === 0 ? 3 : 0)))).toEqual([]);
  });

  test('a clock that is off by centuries costs no time', () => {
    const odd = [
      { from: Date.UTC(1, 0, 1), calls: 50 },
      ...hoursOf(21),
      { from: Date.UTC(9999, 0, 1), calls: 50 },
    ];
    expect(findGaps(odd)).toEqual([]);
  });
});
