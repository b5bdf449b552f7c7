import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendars, type Calendars } from '../../src/routing/calendar-state.ts';
import { directorySchema } from '../../src/routing/schema.ts';
import { wallClockAt } from '../support/wall-clock.ts';

const calendarsOf = (
  calendars: Readonly<Record<string, unknown>>,
  timeZone = 'UTC',
): Promise<Calendars> =>
  loadCalendars(directorySchema.parse({ directory: 1, id: 'd', timeZone, calendars }));

/** The state of a calendar at times of a UTC clock, as `09:00 open`. */
const statesOn = (calendars: Calendars, date: string, ...times: readonly string[]) =>
  times.map((time) => calendars.stateAt('office', Date.parse(`${date}T${time}:00Z`)));

/** The first days of holidays in a year, for a calendar that is otherwise always open. */
async function holidaysOf(holidays: unknown, year: number): Promise<readonly string[]> {
  const calendars = await calendarsOf({ office: { hours: '24/7', holidays } });
  expect(calendars.problems).toEqual([]);
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1, 12); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const state = calendars.stateAt('office', at);
    if (state === 'holiday') days.push(new Date(at).toISOString().slice(5, 10));
    else expect(state).toBe('open');
  }
  return days;
}

describe('what counts first', () => {
  const office = {
    hours: 'Mo-Fr 08:00-20:00; Sa 09:00-13:00; PH 10:00-14:00',
    holidays: { country: 'GR' },
    exceptions: [
      { date: '2026-03-26', hours: 'off', title: 'Moving' },
      { date: '2026-03-25', hours: '09:00-10:00', title: 'Open on the national day' },
      { from: '2026-08-10', to: '2026-08-14', hours: 'Mo-We 09:00-12:00; Th off' },
    ],
  };

  test('the emergency switch beats everything', async () => {
    const calendars = await calendarsOf({ office: { ...office, emergency: true } });
    expect(statesOn(calendars, '2026-03-24', '03:00', '09:00')).toEqual(['emergency', 'emergency']);
    expect(statesOn(calendars, '2026-03-25', '09:30')).toEqual(['emergency']);
  });

  test('an exception beats the public holiday on its day', async () => {
    const calendars = await calendarsOf({ office });
    expect(statesOn(calendars, '2026-03-25', '08:59', '09:00', '09:59', '10:00', '12:00')).toEqual([
      'holiday',
      'open',
      'open',
      'holiday',
      'holiday',
    ]);
  });

  test('an exception beats the regular hours, day by day through its whole range', async () => {
    const calendars = await calendarsOf({ office });
    expect(statesOn(calendars, '2026-03-26', '09:00')).toEqual(['holiday']);
    expect(statesOn(calendars, '2026-08-10', '09:00', '12:00')).toEqual(['open', 'holiday']);
    expect(statesOn(calendars, '2026-08-13', '09:00')).toEqual(['holiday']);
    expect(statesOn(calendars, '2026-08-14', '09:00')).toEqual(['holiday']);
    expect(statesOn(calendars, '2026-08-17', '09:00')).toEqual(['open']);
  });

  test('a holiday with hours of its own is open in them and holiday around them', async () => {
    const calendars = await calendarsOf({ office });
    expect(statesOn(calendars, '2026-05-01', '09:59', '10:00', '13:59', '14:00')).toEqual([
      'holiday',
      'open',
      'open',
      'holiday',
    ]);
  });

  test('regular hours hold on other days, and where nothing matches it is closed', async () => {
    const calendars = await calendarsOf({ office });
    expect(statesOn(calendars, '2026-03-24', '07:59', '08:00', '19:59', '20:00')).toEqual([
      'closed',
      'open',
      'open',
      'closed',
    ]);
    expect(statesOn(calendars, '2026-03-22', '10:00')).toEqual(['closed']);
  });

  test('declared holidays close the day where the hours say nothing of them', async () => {
    const silent = { hours: 'Mo-Su 08:00-20:00', holidays: { country: 'GR' } };
    const off = { ...silent, hours: 'Mo-Su 08:00-20:00; PH off' };
    const working = { ...silent, hours: 'Mo-Su,PH 08:00-20:00' };
    const quoted = { ...silent, hours: 'Mo-Su 08:00-20:00 open "not on PH"' };
    for (const [hours, state] of [
      [silent, 'holiday'],
      [off, 'holiday'],
      [working, 'open'],
      [quoted, 'holiday'],
    ] as const) {
      const calendars = await calendarsOf({ office: hours });
      expect(statesOn(calendars, '2026-05-01', '10:00')).toEqual([state]);
    }
  });

  test('of two exceptions on one day the first that is written counts', async () => {
    const exceptions = [
      { date: '2026-03-24', hours: '01:00-02:00' },
      { from: '2026-03-23', to: '2026-03-25', hours: 'off' },
    ];
    const calendars = await calendarsOf({ office: { hours: '24/7', exceptions } });
    expect(statesOn(calendars, '2026-03-24', '01:00')).toEqual(['open']);
    expect(statesOn(calendars, '2026-03-25', '01:00')).toEqual(['holiday']);
  });

  test('a night shift is cut where an exception begins and goes on where it ends', async () => {
    const exceptions = [{ date: '2026-03-24', hours: 'off' }];
    const calendars = await calendarsOf({ office: { hours: 'Mo-Su 22:00-06:00', exceptions } });
    expect(statesOn(calendars, '2026-03-23', '23:59')).toEqual(['open']);
    expect(statesOn(calendars, '2026-03-24', '00:00', '23:00')).toEqual(['holiday', 'holiday']);
    expect(statesOn(calendars, '2026-03-25', '00:00', '05:59', '06:00')).toEqual([
      'open',
      'open',
      'closed',
    ]);
  });
});

describe('hours', () => {
  const changesOf = async (hours: string, from: string, until: string) => {
    const calendars = await calendarsOf({ office: { hours } });
    return calendars
      .changes('office', Date.parse(from), Date.parse(until))
      .map(({ at, state }) => `${new Date(at).toISOString().slice(5, 16)} ${state}`);
  };

  test.each([
    ['24/7', ['03-23T00:00 open']],
    ['off', ['03-23T00:00 closed']],
    ['Mo 18:00-24:00', ['03-23T00:00 closed', '03-23T18:00 open', '03-24T00:00 closed']],
    ['Mo 18:00-26:00', ['03-23T00:00 closed', '03-23T18:00 open', '03-24T02:00 closed']],
    ['Mo,Tu 00:00-24:00', ['03-23T00:00 open', '03-25T00:00 closed']],
    ['Su 22:00-06:00', ['03-23T00:00 open', '03-23T06:00 closed']],
    ['week 14 09:00-10:00', ['03-23T00:00 closed']],
    ['week 13 Tu 09:00-10:00', ['03-23T00:00 closed', '03-24T09:00 open', '03-24T10:00 closed']],
    [
      'Mo 09:00-12:00,12:00-13:00',
      ['03-23T00:00 closed', '03-23T09:00 open', '03-23T13:00 closed'],
    ],
    ['Mo 09:00+', ['03-23T00:00 closed']],
    ['Mo 09:00-10:00 "perhaps"', ['03-23T00:00 closed']],
    ['no hours at all', ['03-23T00:00 closed']],
  ])('%s', async (hours, expected) => {
    expect(await changesOf(hours, '2026-03-23T00:00Z', '2026-03-26T00:00Z')).toEqual(expected);
  });

  test('a calendar that goes on over New Year has no change there', async () => {
    expect(await changesOf('24/7', '2025-12-01T00:00Z', '2028-02-01T00:00Z')).toEqual([
      '12-01T00:00 open',
    ]);
  });
});

describe('public holidays', () => {
  test('of Greece: Clean Monday, Good Friday and Easter by the Orthodox computus', async () => {
    expect(await holidaysOf({ country: 'GR' }, 2026)).toEqual([
      ...['01-01', '01-06', '02-23', '03-25', '04-10', '04-12', '04-13', '05-01'],
      ...['06-01', '08-15', '10-28', '12-25', '12-26'],
    ]);
  });

  test('of Bavaria, by either way of writing the region', async () => {
    const national = await holidaysOf({ country: 'DE' }, 2026);
    const bavarian = await holidaysOf({ country: 'DE', region: 'DE-BY' }, 2026);
    expect(bavarian.filter((day) => !national.includes(day))).toEqual([
      '01-06',
      '06-04',
      '08-08',
      '08-15',
      '11-01',
    ]);
    expect(await holidaysOf({ country: 'de', region: 'by' }, 2026)).toEqual(bavarian);
  });

  test('of Japan, with both equinoxes', async () => {
    const days = await holidaysOf({ country: 'JP' }, 2026);
    expect(days).toEqual(expect.arrayContaining(['01-01', '02-11', '03-20', '04-29', '09-23']));
  });

  test('of the United States, in a year on whose last day the library gives up', async () => {
    const days = await holidaysOf({ country: 'US' }, 2028);
    expect(days).toEqual(expect.arrayContaining(['07-04', '11-23', '12-25']));
    const calendars = await calendarsOf({
      office: { hours: 'Su 09:00-10:30; PH off', holidays: { country: 'US' } },
    });
    expect(statesOn(calendars, '2028-12-31', '08:59', '09:00', '10:29', '10:30')).toEqual([
      'closed',
      'open',
      'open',
      'closed',
    ]);
  });

  test('that nobody knows are a problem, and the day is like any other', async () => {
    const office = { hours: '24/7', holidays: { country: 'PH' } };
    const calendars = await calendarsOf({ office });
    expect(calendars.problems).toEqual([
      { path: ['calendars', 'office', 'holidays', 'country'], kind: 'no-country', reason: 'PH' },
    ]);
    expect(statesOn(calendars, '2026-12-25', '10:00')).toEqual(['open']);
  });
});

describe('zones', () => {
  // Half-hour changes, changes at midnight, both hemispheres, no changes at all.
  const zones = [
    ...['Europe/Athens', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Asia/Beirut'],
    ...['Australia/Lord_Howe', 'America/Santiago', 'Pacific/Chatham', 'Africa/Cairo'],
  ];

  /** The moments of a year at which the platform's clocks of a zone jump, to the minute. */
  function jumpsOf(timeZone: string, year: number): readonly number[] {
    const distance = (at: number) => {
      const { day, minute } = wallClockAt(timeZone, at);
      return day * 1440 + minute - at / 60_000;
    };
    const jumps: number[] = [];
    for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
      let [low, high] = [day, day + 86_400_000];
      if (distance(low) === distance(high)) continue;
      while (high - low > 60_000) {
        const middle = Math.floor((low + high) / 120_000) * 60_000;
        if (distance(middle) === distance(low)) low = middle;
        else high = middle;
      }
      jumps.push(high);
    }
    return jumps;
  }

  test.each(zones)('around every clock change of %s the wall clock rules', async (timeZone) => {
    // Open in odd hours of the night, so that skipped and repeated times matter.
    const hours = 'Mo-Su 00:10-00:50,01:20-01:40,02:15-02:45,03:05-03:30,23:30-24:00';
    const open = [
      [10, 50],
      [80, 100],
      [135, 165],
      [185, 210],
      [1410, 1440],
    ] as const;
    const calendars = await calendarsOf({ night: { hours, timeZone } });
    const jumps = jumpsOf(timeZone, 2026);
    expect(jumps.length).toBe(['Asia/Kolkata', 'Pacific/Apia'].includes(timeZone) ? 0 : 2);
    for (const jump of [...jumps, Date.UTC(2026, 5, 1)]) {
      for (let at = jump - 4 * 3_600_000; at < jump + 4 * 3_600_000; at += 60_000) {
        const { minute } = wallClockAt(timeZone, at);
        const isOpen = open.some(([from, to]) => minute >= from && minute < to);
        const expected = isOpen ? 'open' : 'closed';
        if (calendars.stateAt('night', at) !== expected) {
          expect(`${timeZone} ${new Date(at).toISOString()}`).toBe(expected);
        }
      }
    }
  });

  const names = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

  test('any weekly hours agree with the wall clock of the platform at any moment', async () => {
    const shift = fc.record({
      weekday: fc.integer({ min: 0, max: 6 }),
      from: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        fc.uniqueArray(shift, { maxLength: 5, minLength: 1, selector: ({ weekday }) => weekday }),
        fc.array(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }), {
          minLength: 20,
        }),
        async (timeZone, shifts, moments) => {
          const hours = shifts
            .map(
              ({ weekday, from, length }) =>
                `${names[weekday] ?? ''} ${clock(from)}-${clock(from + length)}`,
            )
            .join(', ');
          const calendars = await calendarsOf({ weekly: { hours, timeZone } });
          expect(calendars.problems).toEqual([]);
          for (const at of moments) {
            const { weekday, minute } = wallClockAt(timeZone, at);
            const isOpen = shifts.some((each) => {
              const since =
                (((weekday - each.weekday + 7) % 7) * 1440 + minute - each.from + 10080) % 10080;
              return since < each.length;
            });
            expect([hours, at, calendars.stateAt('weekly', at)]).toEqual([
              hours,
              at,
              isOpen ? 'open' : 'closed',
            ]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('asking', () => {
  const office = { hours: 'Mo-Fr 08:00-20:00; PH off', holidays: { country: 'DE' } };
  const monday = Date.UTC(2026, 2, 23);

  test('the next change is the first one after the moment', async () => {
    const calendars = await calendarsOf({ office });
    const year = monday + 366 * 86_400_000;
    const opening = monday + 8 * 3_600_000;
    expect(calendars.nextChange('office', monday, year)).toEqual({ at: opening, state: 'open' });
    expect(calendars.nextChange('office', opening - 1, year)?.at).toBe(opening);
    expect(calendars.nextChange('office', opening, year)?.at).toBe(opening + 12 * 3_600_000);
    expect(calendars.nextChange('office', monday, opening)).toBeUndefined();
  });

  test('the next change can lie in another year, or nowhere', async () => {
    const calendars = await calendarsOf({
      once: { hours: '2030 Mar 23 10:00-11:00' },
      never: { hours: 'off' },
    });
    expect(calendars.nextChange('once', monday, Date.UTC(2031, 0, 1))).toEqual({
      at: Date.UTC(2030, 2, 23, 10),
      state: 'open',
    });
    expect(calendars.nextChange('never', monday, Date.UTC(2090, 0, 1))).toBeUndefined();
  });

  test('changes and states agree, over New Year too', async () => {
    const calendars = await calendarsOf({ office });
    const changes = calendars.changes('office', Date.UTC(2026, 11, 20), Date.UTC(2027, 0, 10));
    expect(changes[0]).toEqual({ at: Date.UTC(2026, 11, 20), state: 'closed' });
    for (const [index, { at, state }] of changes.entries()) {
      expect(calendars.stateAt('office', at)).toBe(state);
      if (index > 0) expect(calendars.stateAt('office', at - 1)).toBe(changes[index - 1]?.state);
    }
  });

  test('a calendar that does not exist, or whose zone does not, is closed', async () => {
    const calendars = await calendarsOf({ lost: { hours: '24/7', timeZone: 'Nowhere/Land' } });
    expect(calendars.has('lost')).toBe(true);
    expect(calendars.has('toString')).toBe(false);
    expect(calendars.stateAt('toString', monday)).toBe('closed');
    expect(calendars.stateAt('lost', monday)).toBe('closed');
    expect(calendars.problems.map(({ kind }) => kind)).toEqual(['zone']);
  });

  test('moments that no calendar knows are refused', async () => {
    const calendars = await calendarsOf({ office });
    for (const at of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Date.UTC(1969, 0, 1),
      Date.UTC(2100, 0, 1),
    ]) {
      expect(() => calendars.stateAt('office', at)).toThrow(RangeError);
    }
  });
});
