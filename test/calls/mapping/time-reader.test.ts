import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timeReader, type MappedMoment } from '../../../src/calls/mapping/time-reader.ts';
import type { MappedTime } from '../../../src/calls/mapping/mapping.ts';
import { patternProblem } from '../../../src/calls/mapping/time-pattern.ts';

type Options = Omit<Extract<MappedTime, { readonly column: string }>, 'column'>;

const shown = (moment: MappedMoment): unknown =>
  typeof moment === 'number'
    ? new Date(moment).toISOString()
    : typeof moment === 'string'
      ? moment
      : [moment.first, moment.second].map((at) => new Date(at).toISOString());

async function read(
  options: Options,
  texts: readonly string[],
  decimal?: ',',
): Promise<readonly unknown[]> {
  const reader = await timeReader({ column: 'at', ...options }, decimal);
  return texts.map((text) => shown(reader.read(text)));
}

describe('moments of a mapped log', () => {
  test.each<[text: string, options: Options, moment: unknown]>([
    ['2026-03-02T08:00:05.250+01:00', {}, '2026-03-02T07:00:05.250Z'],
    ['2026-03-02 08:00:05', {}, 'time without offset'],
    ['2026-03-02 08:00:05', { zone: 'Europe/Berlin' }, '2026-03-02T07:00:05.000Z'],
    ['2026-03-02 08:00:05+00:00', { zone: 'Europe/Berlin' }, '2026-03-02T08:00:05.000Z'],
    ['1772438400', { pattern: 'epoch-s' }, '2026-03-02T08:00:00.000Z'],
    ['1772438400', { pattern: 'epoch-ms' }, 'time not readable'],
    ['1772438400000', { pattern: 'epoch-s' }, 'time not readable'],
    ['1772438400000', { pattern: 'epoch-us' }, 'time not readable'],
    ['0', { pattern: 'epoch-s' }, 'time not readable'],
    [
      'Mon, 02 Mar 2026 08:00:05 +0100',
      { pattern: 'ddd, DD MMM YYYY HH:mm:ss Z' },
      '2026-03-02T07:00:05.000Z',
    ],
    [', 02 Mar 2026 08:00:05', { pattern: 'ddd, DD MMM YYYY HH:mm:ss' }, 'time not readable'],
    ['02/03/2026 08:00', {}, 'day and month not told apart'],
    ['2/3/26', {}, 'day and month not told apart'],
    ['02.03.2026 08:00', { zone: 'UTC' }, 'day and month not told apart'],
    ['02/03/2026 08:00', { pattern: 'DD/MM/YYYY HH:mm', zone: 'UTC' }, '2026-03-02T08:00:00.000Z'],
    ['02/03/2026 08:00', { pattern: 'MM/DD/YYYY HH:mm', zone: 'UTC' }, '2026-02-03T08:00:00.000Z'],
    ['13/13/2026 08:00', { pattern: 'MM/DD/YYYY HH:mm', zone: 'UTC' }, 'no such day or time'],
    ['30.02.2026 08:00', { pattern: 'DD.MM.YYYY HH:mm', zone: 'UTC' }, 'no such day or time'],
    ['2.3.26 8:05:06,5', { pattern: 'D.M.YY H:m:s,S', zone: '+05:30' }, '2026-03-02T02:35:06.500Z'],
    [
      'Mar 2, 2026 12:30 AM',
      { pattern: 'MMM D, YYYY h:mm A', zone: 'UTC' },
      '2026-03-02T00:30:00.000Z',
    ],
    [
      'March 2, 2026 12:30 p.m.',
      { pattern: 'MMM D, YYYY h:mm A', zone: 'UTC' },
      '2026-03-02T12:30:00.000Z',
    ],
    [
      '2 März 2026 08:00',
      {
        pattern: 'D MMM YYYY HH:mm',
        zone: 'UTC',
        months: [
          'Januar',
          'Februar',
          'März',
          'April',
          'Mai',
          'Juni',
          'Juli',
          'August',
          'September',
          'Oktober',
          'November',
          'Dezember',
        ],
      },
      '2026-03-02T08:00:00.000Z',
    ],
    ['20260302080005123', { pattern: 'YYYYMMDDHHmmssS', zone: 'UTC' }, '2026-03-02T08:00:05.123Z'],
    [
      '2026-03-02T08:00:05 -0500',
      { pattern: 'YYYY-MM-DD[T]HH:mm:ss Z' },
      '2026-03-02T13:00:05.000Z',
    ],
    ['1772438405', { pattern: 'epoch-s' }, '2026-03-02T08:00:05.000Z'],
    ['1772438405.25', { pattern: 'epoch-s' }, '2026-03-02T08:00:05.250Z'],
    ['1772438405250', { pattern: 'epoch-ms' }, '2026-03-02T08:00:05.250Z'],
    ['1772438405250', { pattern: 'epoch-s' }, 'time not readable'],
    ['1772438405', { zone: 'UTC' }, 'time not readable'],
    ['2026-03-29 02:30:00', { zone: 'Europe/Berlin' }, 'time skipped by the clocks'],
    [
      '2026-10-25 02:30:00',
      { zone: 'Europe/Berlin' },
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ],
    ['2026-10-25 03:30:00', { zone: 'Europe/Berlin' }, '2026-10-25T02:30:00.000Z'],
    ['2026-03-02T08:00:05Z', { ahead: 1.5 }, '2026-03-02T08:00:03.500Z'],
    ['8:00', { pattern: 'HH:mm', zone: 'UTC', day: '2026-03-02' }, 'time not readable'],
    ['25:00', { pattern: 'HH:mm', zone: 'UTC', day: '2026-03-02' }, 'no such day or time'],
    ['08:00', { pattern: 'HH:mm', zone: 'UTC' }, 'time without a day'],
    ['', { zone: 'UTC' }, 'time not readable'],
  ])('%s by %j', async (text, options, moment) => {
    expect(await read(options, [text])).toEqual([moment]);
  });

  test('a decimal comma stands in seconds where the mapping says so', async () => {
    expect(await read({ pattern: 'epoch-s' }, ['1772438405,5'], ',')).toEqual([
      '2026-03-02T08:00:05.500Z',
    ]);
    expect(await read({ pattern: 'epoch-s' }, ['1772438405,5'])).toEqual(['time not readable']);
  });

  test('times without a day go on behind midnight, and rows that come late go back', async () => {
    const options = { pattern: 'HH:mm:ss', zone: 'UTC', day: '2026-03-02' };
    expect(
      await read(options, ['23:59:58', '00:00:01', '23:59:59', '12:00:00', '00:10:00']),
    ).toEqual([
      '2026-03-02T23:59:58.000Z',
      '2026-03-03T00:00:01.000Z',
      '2026-03-02T23:59:59.000Z',
      '2026-03-03T12:00:00.000Z',
      '2026-03-03T00:10:00.000Z',
    ]);
  });

  test('the end of a visit is the first such time behind its beginning', async () => {
    const reader = await timeReader({ column: 'at', pattern: 'HH:mm:ss', zone: 'Europe/Berlin' });
    const start = Date.UTC(2026, 2, 2, 22, 59, 50);
    expect(shown(reader.readAfter('00:00:10', start))).toBe('2026-03-02T23:00:10.000Z');
    expect(shown(reader.readAfter('23:59:50', start))).toBe('2026-03-02T22:59:50.000Z');
    // Five seconds before its beginning, and no visit of nearly a day.
    expect(shown(reader.readAfter('23:59:45', start))).toBe('2026-03-02T22:59:45.000Z');
    expect(shown(reader.readAfter('11:59:50', start))).toBe('2026-03-03T10:59:50.000Z');
  });

  test('what is written in a zone is read as what it was', async () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    ];
    const readers = await Promise.all(
      zones.map(async (zone) => ({ zone, reader: await timeReader({ column: 'at', zone }) })),
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1995-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom(...readers),
        (date, { zone, reader }) => {
          const at = Math.floor(date.getTime() / 1000) * 1000;
          const wall = new Date(at).toLocaleString('sv-SE', { timeZone: zone });
          const read = reader.read(wall);
          const moments = typeof read === 'object' ? [read.first, read.second] : [read];
          expect(moments).toContain(at);
        },
      ),
      { numRuns: 80 },
    );
  });

  test.each([
    ['YYYY-MM-DD', 'has no hour'],
    ['HH:MM:ss', 'only a part of the day'],
    ['MM HH:MM', 'stands twice'],
    ['hh:mm', 'need A'],
    ['DD HH:mm', 'only a part of the day'],
  ])('the pattern %s is refused', (pattern, why) => {
    expect(patternProblem(pattern)).toContain(why);
  });
});
