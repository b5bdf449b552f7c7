import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseTime } from '../../src/calls/parse-time.ts';

describe('reading the time of a row', () => {
  test.each([
    ['2026-03-02T08:00:00Z', Date.UTC(2026, 2, 2, 8)],
    ['2026-03-02T08:00:00.250Z', Date.UTC(2026, 2, 2, 8, 0, 0, 250)],
    ['2026-03-02T00:00:01.500+05:30', Date.UTC(2026, 2, 1, 18, 30, 1, 500)],
    ['2026-03-02T08:00:00-0100', Date.UTC(2026, 2, 2, 9)],
    ['2026-03-02T08:00:00+01', Date.UTC(2026, 2, 2, 7)],
    ['2026-03-02 08:00:00+00:00', Date.UTC(2026, 2, 2, 8)],
    ['2026-03-02t08:00:00z', Date.UTC(2026, 2, 2, 8)],
    ['2026-03-02T08:00Z', Date.UTC(2026, 2, 2, 8)],
    ['2026-03-02T08:00:00,9Z', Date.UTC(2026, 2, 2, 8, 0, 0, 900)],
    ['2026-03-02T08:00:00.123999999Z', Date.UTC(2026, 2, 2, 8, 0, 0, 123)],
    ['2024-02-29T12:00:00Z', Date.UTC(2024, 1, 29, 12)],
    ['2000-02-29T12:00:00Z', Date.UTC(2000, 1, 29, 12)],
    ['1969-12-31T23:59:59.999Z', -1],
    ['2026-03-02T08:00:00+14:00', Date.UTC(2026, 2, 1, 18)],
  ])('%s is a moment', (text, at) => {
    expect(parseTime(text)).toBe(at);
  });

  test.each([
    ['2026-03-02T08:00:00', 'time without offset'],
    ['2026-03-02 08:00', 'time without offset'],
    ['2026-03-02T08:00:00.5', 'time without offset'],
    ['2026-02-30T08:00:00Z', 'no such day or time'],
    ['2026-02-29T08:00:00Z', 'no such day or time'],
    ['1900-02-29T08:00:00Z', 'no such day or time'],
    ['2026-00-10T08:00:00Z', 'no such day or time'],
    ['2026-13-10T08:00:00Z', 'no such day or time'],
    ['2026-03-00T08:00:00Z', 'no such day or time'],
    ['2026-03-02T24:00:00Z', 'no such day or time'],
    ['2026-03-02T08:60:00Z', 'no such day or time'],
    ['2026-03-02T08:00:60Z', 'no such day or time'],
    ['2026-03-02T08:00:00+15:00', 'no such day or time'],
    ['2026-03-02T08:00:00+14:01', 'no such day or time'],
    ['2026-03-02T08:00:00+01:60', 'no such day or time'],
    ['02/03/2026 08:00:00Z', 'time not readable'],
    ['2026-03-02', 'time not readable'],
    ['1772409601', 'time not readable'],
    ['2026-3-2T08:00:00Z', 'time not readable'],
    ['2026-03-02T08:00:00.Z', 'time not readable'],
    ['2026-03-02T08:00:00 Z', 'time not readable'],
    ['2026-03-02T08:00:00Zulu', 'time not readable'],
    ['2026-03-02T08:00:00+1:00', 'time not readable'],
    ['2026-03-02T08:00:00+01:0', 'time not readable'],
    ['2026-03-02T08:00:00[Europe/Athens]', 'time not readable'],
    ['', 'time not readable'],
    ['٢٠٢٦-٠٣-٠٢T٠٨:٠٠:٠٠Z', 'time not readable'],
  ])('%s is refused: %s', (text, problem) => {
    expect(parseTime(text)).toBe(problem);
  });

  test('every moment that can be written is read back to the millisecond', () => {
    const moments = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: -14 * 60, max: 14 * 60 }), (moment, offset) => {
        const local = new Date(moment.getTime() + offset * 60_000).toISOString();
        fc.pre(local.length === 24);
        const minutes = Math.abs(offset);
        const two = (number: number) => String(number).padStart(2, '0');
        const sign = offset < 0 ? '-' : '+';
        const zone = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
        expect(parseTime(`${local.slice(0, -1)}${zone}`)).toBe(moment.getTime());
      }),
    );
  });

  test('what is read is never another moment than the one the platform reads', () => {
    const part = (max: number, length: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(length, '0'));
    const texts = fc
      .tuple(part(9999, 4), part(13, 2), part(32, 2), part(25, 2), part(61, 2), part(61, 2))
      .map(([y, mo, d, h, mi, s]) => `${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseTime(text);
        const platform = new Date(text);
        const isReal =
          !Number.isNaN(platform.getTime()) &&
          platform.toISOString() === text.replace('Z', '.000Z');
        expect(read).toBe(isReal ? platform.getTime() : 'no such day or time');
      }),
      { numRuns: 1000 },
    );
  });
});
