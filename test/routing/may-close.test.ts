import { describe, expect, test } from '@jest/globals';
import type { Calendar } from '../../src/routing/directory.ts';
import { mayClose } from '../../src/routing/may-close.ts';
import { loadHoursReader } from '../../src/routing/opening-hours.ts';

const texts = [
  '24/7',
  'off',
  'Mo-Fr 08:00-20:00; Sa 09:00-13:00',
  'Mo-Fr 08:00-12:00,13:00-17:00',
  'Mo-Su 22:00-06:00',
  'Fr 18:00-26:00',
  'Mo-Su 00:00-24:00',
  'Mo-Su 08:00-20:00,20:00-08:00',
  'Mo-Fr 08:00-20:00, Mo-Su 20:00-08:00',
  'Mo-Su 00:00-12:00 || Mo-Su 12:00-24:00',
  'Mo-Fr',
  'Mo-Fr 08:00-20:00 "a comment with 00:00-24:00"',
  'Mo-Su 10:00+',
  'Mo-Su sunrise-sunset',
  'Mo[1] 09:00-12:00; easter -2 days off',
  'Mar-Oct 09:00-21:00; Nov-Feb 09:00-17:00',
  'nonsense',
];

const calendar = (hours: string, more: Partial<Calendar> = {}): Calendar => ({ hours, ...more });

describe('whether a calendar closes', () => {
  test('is never said against what its hours say day by day', async () => {
    const readHours = await loadHoursReader();
    const firstDay = Date.UTC(2026, 0, 1) / 86_400_000;
    const days = 365;
    for (const hours of texts) {
      const said = mayClose(calendar(hours));
      const read = readHours(hours).hours;
      if (said === undefined || read === undefined) continue;
      const open = read
        .openSpans(firstDay, firstDay + days)
        .reduce((sum, { from, to }) => sum + to - from, 0);
      expect({ hours, closes: said }).toEqual({ hours, closes: open < days * 1440 });
    }
  });

  test('is known of plain hours, and left open where days would have to be counted', () => {
    expect(Object.fromEntries(texts.map((hours) => [hours, mayClose(calendar(hours))]))).toEqual({
      '24/7': false,
      off: true,
      'Mo-Fr 08:00-20:00; Sa 09:00-13:00': true,
      'Mo-Fr 08:00-12:00,13:00-17:00': true,
      'Mo-Su 22:00-06:00': true,
      'Fr 18:00-26:00': true,
      'Mo-Fr 08:00-20:00 "a comment with 00:00-24:00"': true,
      'Mo[1] 09:00-12:00; easter -2 days off': true,
      'Mar-Oct 09:00-21:00; Nov-Feb 09:00-17:00': true,
    });
  });

  test('is so on declared holidays that the hours do not name', () => {
    const holidays = { country: 'GR' };
    expect(mayClose(calendar('24/7', { holidays }))).toBe(true);
    expect(mayClose(calendar('Mo-Su,PH 00:00-24:00', { holidays }))).toBeUndefined();
  });

  test('is not known of exceptions, which may be past', () => {
    const exceptions = [{ date: '2026-12-24', hours: 'off' }];
    expect(mayClose(calendar('24/7', { exceptions }))).toBeUndefined();
  });
});
