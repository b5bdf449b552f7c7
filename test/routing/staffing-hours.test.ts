import { describe, expect, test } from '@jest/globals';
import { directorySchema } from '../../src/routing/schema.ts';
import { loadStaffing, type StaffingHours } from '../../src/routing/staffing-hours.ts';

const staffingOf = (text: Readonly<Record<string, unknown>>): Promise<StaffingHours> =>
  loadStaffing(
    directorySchema.parse({
      directory: 1,
      id: 'd',
      timeZone: 'UTC',
      sites: { manila: { timeZone: 'Asia/Manila' }, athens: { timeZone: 'Europe/Athens' } },
      queues: {
        cards: { skills: ['cards'], languages: ['en', 'el'], sites: ['manila', 'athens'] },
        general: {},
      },
      ...text,
    }),
  );
const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);

describe('when people are staffed', () => {
  test('hours are kept on the clock of the entry, else of its site, else of the directory', async () => {
    const hours = 'Mo-Su 09:00-17:00';
    const staffing = await staffingOf({
      staffing: [
        { hours, heads: 1 },
        { hours, heads: 1, site: 'manila' },
        { hours, heads: 1, site: 'manila', timeZone: 'America/New_York' },
      ],
    });
    const openings = [0, 1, 2].map((entry) =>
      staffing
        .changes(entry, at('00:00'), at('23:59'))
        .filter(({ works }) => works)
        .map((change) => new Date(change.at).toISOString().slice(11, 16)),
    );
    expect(openings).toEqual([['09:00'], ['01:00'], ['14:00']]);
    expect(staffing.worksAt(1, at('01:00'))).toBe(true);
    expect(staffing.worksAt(1, at('09:00'))).toBe(false);
  });

  test('hours and zones that can not be read are told at their entry, and nobody works then', async () => {
    const staffing = await staffingOf({
      staffing: [
        { hours: 'Mo-Fr 09:00-', heads: 1 },
        { hours: '24/7', heads: 1, timeZone: 'Mars/Olympus' },
      ],
    });
    expect(staffing.problems.map(({ path, kind }) => [path, kind])).toEqual([
      [['staffing', 0, 'hours'], 'hours'],
      [['staffing', 1, 'timeZone'], 'zone'],
    ]);
    expect(staffing.peopleAt('general', at('10:00'))).toBe('nobody');
  });
});

describe('who is there for a caller', () => {
  const staffing = [
    { skill: 'cards', language: 'en', site: 'manila', hours: '24/7', heads: 4 },
    { skill: 'cards', language: 'el', site: 'athens', hours: 'Mo-Fr 09:00-17:00', heads: 1 },
    { skill: 'loans', language: 'fr', hours: '24/7', heads: 0 },
  ];

  test.each([
    ['10:00', 'en-GB', [], 'staffed'],
    ['10:00', 'el', [], 'staffed'],
    ['20:00', 'el', [], 'no-language'],
    ['20:00', undefined, ['manila'], 'nobody'],
    ['10:00', undefined, ['manila'], 'staffed'],
    ['10:00', 'en', ['manila'], 'no-language'],
    ['10:00', 'en', ['manila', 'athens'], 'nobody'],
  ] as const)('at %s in %s, with %j down: %s', async (time, language, down, expected) => {
    const { peopleAt } = await staffingOf({ staffing });
    expect(peopleAt('cards', at(time), { language, down: new Set(down) })).toBe(expected);
  });

  test('who speaks the language must have the skills, too', async () => {
    const { peopleAt } = await staffingOf({
      queues: { both: { skills: ['cards', 'loans'] } },
      staffing: [
        { skill: 'cards', language: 'el', hours: '24/7', heads: 1 },
        { skill: 'loans', language: 'en', hours: '24/7', heads: 1 },
      ],
    });
    expect(peopleAt('both', at('10:00'))).toBe('staffed');
    expect(peopleAt('both', at('10:00'), { language: 'el' })).toBe('no-skill');
  });

  test('no heads, and no such queue, are nobody', async () => {
    const { peopleAt } = await staffingOf({ staffing: [{ hours: '24/7', heads: 0 }] });
    expect(peopleAt('general', at('10:00'))).toBe('nobody');
    expect(peopleAt('nowhere', at('10:00'))).toBe('nobody');
  });

  test('a directory without staffing loses a queue only with all its sites', async () => {
    const { peopleAt } = await staffingOf({});
    expect(peopleAt('cards', at('10:00'), { down: new Set(['manila']) })).toBe('staffed');
    expect(peopleAt('cards', at('10:00'), { down: new Set(['manila', 'athens']) })).toBe('nobody');
  });
});
