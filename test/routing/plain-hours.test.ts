import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkHours, hoursIn, type HoursEntries } from '../../src/routing/check-hours.ts';
import type { Calendar, Directory } from '../../src/routing/directory.ts';
import { holidayAreas } from '../../src/routing/holiday-areas-table.ts';
import { isHolidayArea } from '../../src/routing/holiday-areas.ts';
import { loadHoursReader, type ReadHours } from '../../src/routing/opening-hours.ts';
import { plainHours } from '../../src/routing/plain-hours.ts';
import { withoutPlain } from '../../src/routing/plainly-right.ts';

let readHours: ReadHours;
beforeAll(async () => {
  readHours = await loadHoursReader();
});

const isPlain = (calendar: Calendar): boolean =>
  withoutPlain({ calendars: [['office', calendar]], staffing: [] }).calendars.length === 0;

/** What the full reader finds fault with in hours that passed for plain. */
const faultsOf = (entries: HoursEntries) => checkHours(entries, 'Europe/Athens', readHours);

const dayName = fc.constantFrom('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su');
const days = fc.oneof(
  dayName,
  fc.tuple(dayName, dayName).map(([from, to]) => `${from}-${to}`),
  fc.tuple(dayName, dayName, dayName).map(([a, b, c]) => `${a},${b}-${c}`),
  fc.constantFrom('PH', 'Mo-Fr', 'Mo-Fr', 'Mo-Su', 'Sa,Su', 'Mo,We,Fr', 'SH', 'Sa,PH', 'mo', 'Mon'),
);
const clock = fc
  .tuple(fc.nat(26), fc.constantFrom('00', '15', '30', '59', '60', ''))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const range = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(clock, clock).map(([from, to]) => `${from}-${to}`) },
  fc.constantFrom('08:00-20:00', '09:00-13:00', '22:00-06:00', '00:00-24:00', '18:00-26:00'),
  fc.constantFrom('8:00-20:00', '9am-5pm', '10:00+', 'sunrise-18:00', '08:00-08:00', '24/7'),
);
const times = fc.oneof(
  { weight: 3, arbitrary: range },
  fc.tuple(range, range).map((two) => two.join(',')),
  fc.constantFrom('off', 'off', 'closed', 'OFF', 'open', 'unknown', 'off "lunch"'),
);
const rule = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(days, times).map((parts) => parts.join(' ')) },
  times,
);
const hoursText = fc.oneof(
  fc.constant('24/7'),
  fc
    .array(rule, { minLength: 1, maxLength: 4 })
    .chain((rules) =>
      fc.constantFrom('; ', '; ', ';', ' ; ', ', ', ' || ').map((by) => rules.join(by)),
    ),
);
const country = fc.constantFrom(...Object.keys(holidayAreas), 'xx', 'US', 'De', 'GB');
const region = fc.constantFrom(
  undefined,
  undefined,
  'DE-BY',
  'by',
  'GB-ENG',
  'us-ca',
  'NY',
  '-',
  'zz',
);
const exception = fc.record({ date: fc.constant('2026-12-24'), hours: fc.oneof(times, rule) });
const calendar = fc.record(
  {
    hours: hoursText,
    holidays: fc.record({ country, region }),
    exceptions: fc.array(exception, { maxLength: 2 }),
  },
  { requiredKeys: ['hours'] },
);

describe('hours that are read without the full reader', () => {
  test.each([
    ['24/7'],
    ['Mo-Fr 08:00-20:00; Sa 09:00-13:00'],
    ['Mo-Fr 08:00-12:00,13:00-17:30;Sa,Su 10:00-24:00'],
    ['Mo-Su 22:00-06:00; We off'],
    ['08:00-14:00'],
    ['Mo,We-Fr 07:30-19:00; PH off'],
    ['Mo-Sa 08:00-20:00; PH 10:00-14:00'],
  ])('%s', (text) => {
    expect(plainHours(text)).toEqual({ everOpens: true, namesHolidays: text.includes('PH') });
  });

  test('hours that never open say so: the last rule of a day holds', () => {
    expect(plainHours('Mo,Tu 08:00-12:00; Mo-Fr off')?.everOpens).toBe(false);
    expect(plainHours('off')?.everOpens).toBe(false);
    expect(plainHours('PH 10:00-12:00')?.everOpens).toBe(false);
    expect(plainHours('off; Mo 08:00-12:00')?.everOpens).toBe(true);
  });

  test.each([
    ['other words', 'closed', 'OFF', 'open', 'Mo-Fr 08:00-12:00 open'],
    ['other ways to write times', '8:00-12:00', '08:00-26:00', '9am-5pm', '08.00-12.00', '08-12'],
    ['times that follow the sun, or have no end', 'sunrise-18:00', '10:00+'],
    ['ranges of no length, or out of order', '08:00-08:00', '13:00-14:00,08:00-09:00'],
    ['ranges that meet', '08:00-12:00,12:00-14:00'],
    ['days out of order', 'Fr-Mo 08:00-12:00', 'Su,Mo 08:00-12:00', 'Mo-Mo 08:00-12:00'],
    ['school holidays, weeks, dates', 'SH off', 'week 1-10 08:00-12:00', 'Dec 24 off'],
    ['comments and fallbacks', 'off "lunch"', '24/7 || off', 'Mo 08:00-12:00, Tu 09:00-10:00'],
    ['slips of the pen', '', ';', 'Mo-Fr 08:00-12:00;', 'Mo-Fr  08:00-12:00', 'Mo-Fr', ' 24/7'],
    ['line breaks', '24/7\n', 'Mo 08:00-12:00\n'],
  ])('leaves %s to the full reader', (_, ...texts) => {
    for (const text of texts) expect([text, plainHours(text)]).toEqual([text, undefined]);
  });

  test('the full reader finds no fault with what passes for plain', () => {
    let plain = 0;
    fc.assert(
      fc.property(calendar, (one) => {
        const known = one as Calendar;
        if (!isPlain(known)) return;
        plain += 1;
        expect({
          known,
          faults: faultsOf({ calendars: [['office', known]], staffing: [] }),
        }).toEqual({
          known,
          faults: [],
        });
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(150);
  });

  test('nor with the hours of people', () => {
    let plain = 0;
    fc.assert(
      fc.property(hoursText, (hours) => {
        const all: HoursEntries = { calendars: [], staffing: [[0, { hours, heads: 1 }]] };
        if (withoutPlain(all).staffing.length > 0) return;
        plain += 1;
        expect({ hours, faults: faultsOf(all) }).toEqual({ hours, faults: [] });
      }),
      { numRuns: 1500 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  test('a calendar is left to the full reader with its holidays and its exceptions', () => {
    const hours = 'Mo-Fr 08:00-20:00';
    const date = '2026-12-24';
    expect(isPlain({ hours })).toBe(true);
    expect(isPlain({ hours, holidays: { country: 'GR' } })).toBe(true);
    expect(isPlain({ hours, exceptions: [{ date, hours: 'off' }] })).toBe(true);
    expect(isPlain({ hours, holidays: { country: 'IN' } })).toBe(false);
    expect(isPlain({ hours: `${hours}; PH off` })).toBe(false);
    expect(isPlain({ hours: 'off' })).toBe(false);
    expect(isPlain({ hours, exceptions: [{ date, hours: 'Mo 08:00-12:00' }] })).toBe(false);
  });

  test('every entry of a directory keeps its way', () => {
    const entries = hoursIn({
      calendars: { plain: { hours: '24/7' }, odd: { hours: 'noon' } },
      staffing: [
        { hours: '24/7', heads: 1 },
        { hours: 'PH off', heads: 1 },
      ],
    } as unknown as Directory);
    expect(withoutPlain(entries)).toEqual({
      calendars: [['odd', { hours: 'noon' }]],
      staffing: [[1, { hours: 'PH off', heads: 1 }]],
    });
  });
});

describe('the table of holidays', () => {
  const countries = Object.keys(holidayAreas);
  const regions = [...new Set(Object.values(holidayAreas).flatMap((all) => all.split(' ')))];

  test('knows the countries that the full reader knows', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const all = letters.flatMap((first) => letters.map((second) => first + second));
    const known = all.filter((one) => readHours('PH', { country: one }).areaKnown === 'yes');
    expect(all.filter((one) => isHolidayArea({ country: one }))).toEqual(known);
    expect(known.length).toBeGreaterThan(40);
  });

  test('knows the regions that the full reader knows', () => {
    const areas = countries.flatMap((one, at) =>
      regions
        .filter((code, row) => holidayAreas[one]?.includes(code) === true || (row + at) % 8 === 0)
        .map((code) => ({ country: one, region: code })),
    );
    const known = areas.filter((area) => readHours('PH', area).areaKnown === 'yes');
    expect(areas.filter(isHolidayArea)).toEqual(known);
    expect(known.length).toBeGreaterThan(200);
  });

  test('takes no property of objects, and no dash, for an area', () => {
    expect(isHolidayArea({ country: 'constructor' })).toBe(false);
    expect(isHolidayArea({ country: '__proto__' })).toBe(false);
    expect(isHolidayArea({ country: 'de', region: '-' })).toBe(false);
    expect(isHolidayArea({ country: 'de', region: '' })).toBe(false);
    expect(isHolidayArea({ country: 'de', region: 'fr-by' })).toBe(false);
  });
});
