import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergeWeek, weekHours, withoutSpans } from '../../src/routing/week-hours.ts';
import { loadHoursReader } from '../../src/routing/opening-hours.ts';

const day = 1440;
const at = (dayOfWeek: number, from: number, to: number) => ({
  from: dayOfWeek * day + from * 60,
  to: dayOfWeek * day + to * 60,
});

describe('a week of hours', () => {
  test.each([
    [[], 'off'],
    [[{ from: 0, to: 7 * day }], '24/7'],
    [[0, 1, 2, 3, 4, 5, 6].map((weekday) => at(weekday, 0, 24)), '24/7'],
    [[0, 1, 2, 3, 4].map((weekday) => at(weekday, 8, 18)), 'Mo-Fr 08:00-18:00'],
    [[at(0, 8, 12), at(0, 13, 17), at(2, 8, 12), at(2, 13, 17)], 'Mo,We 08:00-12:00,13:00-17:00'],
    [[at(0, 8, 12), at(0, 10, 17)], 'Mo 08:00-17:00'],
    [[at(4, 22, 30)], 'Fr 22:00-24:00; Sa 00:00-06:00'],
    [[at(6, 22, 30)], 'Mo 00:00-06:00; Su 22:00-24:00'],
  ])('%j is written as %s', (spans, text) => {
    expect(weekHours(spans)).toBe(text);
  });

  const spans = fc.array(
    fc.tuple(fc.nat(7 * day - 1), fc.integer({ min: 1, max: day })).map(([from, length]) => ({
      from,
      to: from + length,
    })),
    { maxLength: 8 },
  );

  test('the hours that are written are open exactly in that week', async () => {
    const readHours = await loadHoursReader();
    // Monday 5 January 1970 is day 4; the week before it lets nights run in.
    const monday = 4;
    fc.assert(
      fc.property(spans, (week) => {
        const { hours } = readHours(weekHours(week));
        const open = hours?.openSpans(monday, monday + 7) ?? [];
        expect(
          mergeWeek(
            open.map(({ from, to }) => ({ from: from - monday * day, to: to - monday * day })),
          ),
        ).toEqual(mergeWeek(week));
      }),
      { numRuns: 60 },
    );
  });

  test('what is taken from a week is gone, and the rest is left', () => {
    fc.assert(
      fc.property(spans, spans, fc.nat(7 * day - 1), (week, gone, minute) => {
        const holds = (list: typeof week) =>
          mergeWeek(list).some(({ from, to }) => from <= minute && minute < to);
        expect(holds([...withoutSpans(week, gone)])).toBe(holds(week) && !holds(gone));
      }),
    );
  });
});
