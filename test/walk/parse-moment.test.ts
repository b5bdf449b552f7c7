import { describe, expect, test } from '@jest/globals';
import { IvrError } from '../../src/source/ivr-error.ts';
import { parseMoment } from '../../src/walk/parse-moment.ts';
import { loadZoneClock } from '../../src/walk/zone-clock.ts';

/** Friday, 27 November 2026, 23:30 in UTC: Saturday already in Athens. */
const now = Date.UTC(2026, 10, 27, 23, 30);

async function read(text: string, zone = 'Europe/Athens'): Promise<string> {
  const offsetAt = await loadZoneClock(zone);
  try {
    const { at, note } = parseMoment(text, { now, zone, offsetAt });
    return `${new Date(at).toISOString()}${note === undefined ? '' : ` ${note}`}`;
  } catch (error) {
    if (error instanceof IvrError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('the moment of a call', () => {
  test.each([
    ['2026-12-05T14:10:00+02:00', '2026-12-05T12:10:00.000Z'],
    ['2026-12-05 14:10Z', '2026-12-05T14:10:00.000Z'],
    ['2026-12-05 14:10', '2026-12-05T12:10:00.000Z'],
    ['2026-12-05T14:10:30', '2026-12-05T12:10:30.000Z'],
    ['2026-07-05 14:10', '2026-07-05T11:10:00.000Z'],
    [' Saturday   9:05 ', '2026-12-05T07:05:00.000Z'],
    ['sun 00:00', '2026-11-28T22:00:00.000Z'],
    ['tue 23:59:59', '2026-12-01T21:59:59.000Z'],
    ['thu 12:00', '2026-12-03T10:00:00.000Z'],
    ['today 14:10', '2026-11-28T12:10:00.000Z'],
    ['tomorrow 14:10', '2026-11-29T12:10:00.000Z'],
    ['14:10', '2026-11-28T12:10:00.000Z'],
  ])('is read from %j', async (text, moment) => {
    expect(await read(text)).toBe(moment);
  });

  test('that the clocks skip is the one after it, and that is told', async () => {
    expect(await read('2026-03-29 03:30')).toBe(
      '2026-03-29T01:30:00.000Z The clocks of Europe/Athens skip 2026-03-29 03:30: 2026-03-29 04:30 is taken.',
    );
    expect(await read('2011-12-30 12:00', 'Pacific/Apia')).toContain('skip 2011-12-30 12:00');
  });

  test('that the clocks show twice is the first, and the second is told', async () => {
    expect(await read('2026-10-25 03:30')).toBe(
      '2026-10-25T00:30:00.000Z The clocks of Europe/Athens show 2026-10-25 03:30 twice: the first is taken; 2026-10-25T03:30+02:00 is the second.',
    );
    expect(await read('2026-04-05 01:45', 'Australia/Lord_Howe')).toContain('01:45+10:30');
  });

  test.each([
    ['', 'is not a moment that can be read'],
    ['2026-12-05', 'says no time of the day'],
    ['saturday', 'says no time of the day'],
    ['2026-02-30 10:00', 'names no day that there is'],
    ['2026-02-30T10:00Z', 'is not a moment that exists'],
    ['saturday 24:00', 'is not a moment that can be read'],
    ['satruday 10:00', 'names no day that there is. Did you mean "saturday"?'],
    ['10:00 10:00', 'names no day that there is'],
    ['1969-01-01 10:00', 'before 1970 or from 2100 on'],
    ['2100-01-01T00:00Z', 'before 1970 or from 2100 on'],
    ['9999-01-01 10:00', 'before 1970 or from 2100 on'],
  ])('is refused with a reason for %j', async (text, reason) => {
    expect(await read(text)).toContain(`usage: "${text}" `);
    expect(await read(text)).toContain(reason);
  });
});
