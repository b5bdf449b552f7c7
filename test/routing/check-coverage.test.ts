import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendars } from '../../src/routing/calendar-state.ts';
import { checkDirectory } from '../../src/routing/check-directory.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { isPlainlyCovered } from '../../src/routing/plainly-covered.ts';
import { staffingGaps } from '../../src/routing/staffing-gaps.ts';
import { loadStaffing } from '../../src/routing/staffing-hours.ts';
import { underlined } from '../support/underlined.ts';

const head = 'directory: 1\nid: bank\ntimeZone: Europe/Athens\n';

function documentOf(text: string) {
  const { document, findings } = parseDirectory({ path: 'bank.directory.yaml', text });
  expect(findings).toEqual([]);
  if (document === undefined) throw new Error('no directory');
  return document;
}

const found = async (body: string, from?: number) =>
  (await checkDirectory(documentOf(head + body), { from })).map(
    ({ ruleId, at, message }) => `${ruleId} | ${underlined(head + body, at)} | ${message}`,
  );

const office = (hours: string, queue: string, staffing: string) =>
  `calendars: {office: {hours: "${hours}"}}
queues: {cards: {calendar: office, ${queue}}}
staffing: [${staffing}]
`;

describe('people and hours', () => {
  test.each([
    [
      'nobody at all on Saturdays',
      office('Mo-Sa 08:00-20:00', 'title: Cards', '{hours: "Mo-Fr 08:00-20:00", heads: 2}'),
      'staffing-gap | cards | Queue "cards" is open for 12 hours a week while nobody is staffed for it, first on Saturday 3 January 2026 08:00 (Europe/Athens).',
    ],
    [
      'nobody for one language in the evening',
      office(
        'Mo-Fr 08:00-20:00',
        'languages: [en, el]',
        '{language: en, hours: "Mo-Fr 08:00-20:00", heads: 2}, {language: el, hours: "Mo-Fr 08:00-18:00", heads: 2}',
      ),
      'staffing-gap | el | Queue "cards" is open for 10 hours a week while nobody there speaks "el", first on Thursday 1 January 2026 18:00 (Europe/Athens).',
    ],
    [
      'one of two skills missing at night',
      office(
        '24/7',
        'skills: [a, b]',
        '{skill: a, hours: "24/7", heads: 2}, {skill: b, hours: "Mo-Su 06:00-22:00", heads: 2}',
      ),
      'staffing-gap | cards | Queue "cards" is open for 56 hours a week while nobody has all its skills, first on Thursday 1 January 2026 00:00 (Europe/Athens).',
    ],
    [
      'people in another zone whose clocks change on other days',
      office(
        'Mo-Fr 15:00-23:00',
        'title: Cards',
        '{hours: "Mo-Fr 08:00-16:00", timeZone: America/New_York, heads: 2}',
      ),
      'staffing-gap | cards | Queue "cards" is open for 20 hours a year while nobody is staffed for it, first on Monday 9 March 2026 22:00 (Europe/Athens).',
    ],
  ])('%s: told with hours and the first moment', async (_, body, wanted) => {
    expect(await found(body)).toEqual([wanted]);
  });

  test.each([
    [
      'the same hours',
      office(
        'Mo-Fr 08:00-20:00',
        'languages: [en]',
        '{language: en, hours: "Mo-Fr 08:00-20:00", heads: 2}',
      ),
    ],
    [
      'two shifts that meet',
      office(
        '24/7',
        'title: C',
        '{hours: "Mo-Su 06:00-22:00", heads: 2}, {hours: "Mo-Su 22:00-06:00", heads: 2}',
      ),
    ],
    [
      'a broader language',
      office('24/7', 'languages: [en-GB]', '{language: en, hours: "24/7", heads: 1}'),
    ],
    [
      'no staffing',
      'calendars: {office: {hours: "24/7"}}\nqueues: {cards: {calendar: office, languages: [en]}}\n',
    ],
  ])('%s: nothing is told', async (_, body) => {
    expect(await found(body)).toEqual([]);
  });

  test('what nobody ever does is told once, by the check of names', async () => {
    const body = office(
      'Mo-Fr 08:00-20:00',
      'languages: [en, el]',
      '{language: en, hours: "Mo-Fr 08:00-20:00", heads: 2}',
    );
    expect((await found(body)).map((text) => text.split(' | ')[0])).toEqual(['unstaffed-queue']);
  });

  test('an exception with longer hours than the people have is told with its day', async () => {
    const body = `calendars: {office: {hours: "Mo-Fr 08:00-20:00", exceptions: [{date: 2026-12-23, hours: "08:00-23:00"}]}}
queues: {cards: {calendar: office}}
staffing: [{hours: "Mo-Fr 08:00-20:00", heads: 2}]
`;
    expect(await found(body)).toEqual([
      'staffing-gap | cards | Queue "cards" is open for 3 hours a year while nobody is staffed for it, first on Wednesday 23 December 2026 20:00 (Europe/Athens).',
    ]);
    expect(await found(body, Date.UTC(2027, 0, 1))).toEqual([
      expect.stringContaining('past-exception | {date: 2026-12-23, hours: "08:00-23:00"} |'),
    ]);
  });
});

describe('overflow into queues that are closed', () => {
  const queues = (day: string, night: string) => `calendars:
  day: {hours: "${day}"}
  night: {hours: "${night}"}
queues:
  cards: {calendar: day, overflow: [{to: night-desk, after: 1m}]}
  night-desk: {calendar: night}
`;

  test('told where the target is never open while the source is', async () => {
    expect(await found(queues('Mo-Fr 08:00-20:00', 'Mo-Fr 20:00-24:00'))).toEqual([
      'overflow-closed | night-desk | Callers of "cards" overflow into "night-desk", which is never open while "cards" is.',
    ]);
  });

  test.each([
    ['Mo-Fr 08:00-20:00', 'Mo-Fr 19:00-24:00'],
    ['Mo-Fr 08:00-20:00', '24/7'],
    ['Mo-Fr 08:00-20:00', 'week 01-53/2 Mo 10:00-11:00'],
    ['week 01-53/2 Mo 10:00-11:00', 'Mo 10:30-12:00'],
  ])('silent where %s and %s meet', async (day, night) => {
    expect(await found(queues(day, night))).toEqual([]);
  });
});

describe('other facts of a directory', () => {
  test.each([
    [
      'calendars: {office: {hours: "Mo 08:00-12:00,11:00-17:00"}}\n',
      'overlapping-hours | "Mo 08:00-12:00,11:00-17:00"',
    ],
    ['calendars: {office: {hours: "24/7", emergency: true}}\n', 'emergency-on | true'],
    ['numbers: {taxi: {number: "+9991234567"}}\n', 'invalid-number | "+9991234567"'],
    ['numbers: {taxi: {number: "+4412345"}}\n', 'invalid-number | "+4412345"'],
    ['vendors: {v: {billing: {price: 0, currency: EUR, per: minute}}}\n', 'odd-billing | 0'],
    ['vendors: {v: {billing: {price: 1, currency: EUX, per: minute}}}\n', 'odd-billing | EUX'],
    [
      'vendors: {v: {billing: {price: 1, currency: EUR, per: minute, increment: 0s}}}\n',
      'odd-billing | 0s',
    ],
    [
      'vendors: {v: {billing: {price: 1, currency: EUR, per: minute, increment: 1h}}}\n',
      'odd-billing | 1h',
    ],
    [
      'vendors: {v: {billing: {price: 1, currency: EUR, per: minute, minimum: 30m}}}\n',
      'odd-billing | 30m',
    ],
  ])('%j: %s', async (body, wanted) => {
    const texts = await found(body);
    expect(texts).toEqual([expect.stringContaining(wanted)]);
    const [, , message = ''] = texts[0]?.split(' | ') ?? [];
    expect(message).not.toMatch(/\d{5}/);
  });

  test.each([
    'calendars: {office: {hours: "Mo 08:00-12:00,12:00-17:00"}}\n',
    'calendars: {office: {hours: "Mo 08:00-12:00; Tu 10:00-17:00", emergency: false}}\n',
    'calendars: {office: {hours: "Mo-Su 18:00-02:00"}}\n',
    'numbers: {a: {number: "+18005550142"}, b: {number: "+441632960177"}, c: {number: "+302101234567"}, d: {number: "+80012345678"}}\n',
    'vendors: {v: {billing: {price: 0.95, currency: USD, per: minute, increment: 6s, minimum: 30s}}}\n',
    'vendors: {v: {billing: {price: 0.0065, currency: EUR, per: second}}}\n',
  ])('%j is right', async (body) => {
    expect(await found(body)).toEqual([]);
  });
});

describe('against every minute of a week whose clocks change', () => {
  const hours = fc.constantFrom(
    '24/7',
    'Mo-Fr 08:00-20:00',
    'Mo-Sa 09:00-17:00',
    'Sa,Su 10:00-14:00',
    'Mo-Su 22:00-06:00',
    'Mo 08:00-12:00,13:00-17:00; We 10:00-11:00',
    'off',
  );
  const zone = fc.constantFrom('Europe/Athens', 'America/New_York');
  const entry = fc.record({ hours, timeZone: zone, heads: fc.constantFrom(0, 1, 2) });
  const language = fc.constantFrom('en', 'el');
  const from = Date.UTC(2026, 2, 26);
  const until = from + 7 * 86_400_000;

  test('gaps are exactly the minutes in which somebody is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        hours,
        fc.array(fc.record({ of: entry, language, skill: fc.constantFrom('a', 'b', undefined) }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (open, people) => {
          const { directory } = documentOf(
            head +
              JSON.stringify({
                calendars: { office: { hours: open } },
                queues: { cards: { calendar: 'office', languages: ['en', 'el'], skills: ['a'] } },
                staffing: people.map(({ of, ...rest }) => ({ ...of, ...rest })),
              })
                .slice(1, -1)
                .replace(/^"calendars":/, 'calendars: ')
                .replace(',"queues":', '\nqueues: ')
                .replace(',"staffing":', '\nstaffing: ') +
              '\n',
          );
          const [calendars, staffing] = await Promise.all([
            loadCalendars(directory),
            loadStaffing(directory),
          ]);
          const gaps = staffingGaps(directory, 'cards', calendars, staffing, { from, until });
          const wanted = new Map<string, number>();
          for (let at = from; at < until; at += 60_000) {
            if (calendars.stateAt('office', at) !== 'open') continue;
            const anyone = staffing.peopleAt('cards', at);
            const reasons =
              anyone === 'staffed'
                ? ['en', 'el'].map((each) => [
                    staffing.peopleAt('cards', at, { language: each }),
                    each,
                  ])
                : [[anyone, '']];
            for (const [why, each] of reasons) {
              if (why === 'staffed') continue;
              const key = `${why ?? ''} ${each ?? ''}`;
              wanted.set(key, (wanted.get(key) ?? 0) + 1);
            }
          }
          const minutes = gaps.map(
            (gap) => [`${gap.missing} ${gap.language ?? ''}`, gap.lasts / 60_000] as const,
          );
          expect(new Map(minutes)).toEqual(wanted);
          const queue = Object.values(directory.queues)[0];
          if (queue !== undefined && isPlainlyCovered(directory, 'cards', queue))
            expect(gaps).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('queues that pass for covered by their texts have no gap, exceptions included', async () => {
    const week = fc.constantFrom('Mo-Fr 08:00-20:00', '08:00-20:00', '24/7', 'Mo,Th 22:00-06:00');
    const times = fc.constantFrom(
      '08:00-14:00',
      '08:00-20:00',
      '10:00-21:00',
      '22:00-06:00',
      'off',
    );
    const day = fc.integer({ min: 12, max: 17 }).map((each) => `2026-03-${each}`);
    const exception = fc
      .tuple(times, day, fc.option(day, { nil: undefined }))
      .map(([hours, one, other]) => {
        if (other === undefined) return { hours, date: one };
        const [from, to] = one < other ? [one, other] : [other, one];
        return { hours, from, to };
      });
    const calendars = fc.record({
      hours: week,
      exceptions: fc.array(exception, { minLength: 1, maxLength: 2 }),
    });
    let covered = 0;
    await fc.assert(
      fc.asyncProperty(calendars, week, async (office, people) => {
        const document = {
          directory: 1,
          id: 'bank',
          timeZone: 'Europe/Athens',
          calendars: { office },
          queues: { cards: { calendar: 'office' } },
          staffing: [{ hours: people, heads: 1 }],
        };
        const { directory } = documentOf(JSON.stringify(document));
        const queue = Object.values(directory.queues)[0];
        if (queue === undefined || !isPlainlyCovered(directory, 'cards', queue)) return;
        covered += 1;
        const [read, staffing] = await Promise.all([
          loadCalendars(directory),
          loadStaffing(directory),
        ]);
        const [from, until] = [Date.UTC(2026, 2, 8), Date.UTC(2026, 3, 1)];
        const gaps = staffingGaps(directory, 'cards', read, staffing, { from, until });
        expect({ office, people, gaps }).toEqual({ office, people, gaps: [] });
      }),
      { numRuns: 200 },
    );
    expect(covered).toBeGreaterThan(20);
  });

  test.each([
    ['a Friday', '{date: 2026-03-13, hours: "08:00-14:00"}', true],
    ['a Saturday', '{date: 2026-03-14, hours: "08:00-14:00"}', false],
    ['Wednesday to Friday', '{from: 2026-03-11, to: 2026-03-13, hours: "08:00-14:00"}', true],
    ['Friday to Monday', '{from: 2026-03-13, to: 2026-03-16, hours: "08:00-14:00"}', false],
    ['longer than usual', '{date: 2026-03-13, hours: "08:00-21:00"}', false],
    ['closed on a Sunday', '{date: 2026-03-15, hours: "off"}', true],
    ['before 1970, a Thursday', '{date: 1969-12-25, hours: "08:00-14:00"}', true],
  ])('an exception is laid over its own weekdays: %s', (_, exception, covered) => {
    const { directory } = documentOf(
      `${head}calendars: {office: {hours: "Mo-Fr 08:00-20:00", exceptions: [${exception}]}}
queues: {cards: {calendar: office}}
staffing: [{hours: "Mo-Fr 08:00-20:00", heads: 1}]
`,
    );
    const [queue] = Object.values(directory.queues);
    if (queue === undefined) throw new Error('no queue');
    expect(isPlainlyCovered(directory, 'cards', queue)).toBe(covered);
  });
});
