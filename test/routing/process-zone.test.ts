import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runInZone } from '../support/run-in-zone.ts';

const from = Date.UTC(2027, 0, 1);
const until = Date.UTC(2029, 0, 1);

/** Calendars of all kinds, the same in every run. */
function sampleCalendars(): Readonly<Record<string, unknown>> {
  const zones = ['Europe/Athens', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];
  const hours = [
    'Mo-Fr 08:00-20:00; Sa 09:00-13:00; PH off',
    'Mo-Su 22:00-06:00; PH 10:00-14:00',
    'Mo-Su 02:15-02:45,23:30-00:30',
    'week 01-53/2 Mo-Fr 09:00-17:00; week 02-52/2 Mo-Fr 10:00-18:00',
    'Mo[1],Fr[-1] 07:00-19:00; easter -2 days off',
    'Mar 29-Oct 25 Sa-Mo 20:00-28:00',
    '2026 Jan 01-2028 Dec 31/3 08:00-12:00',
    '24/7; PH off',
  ];
  const holidays = [{ country: 'GR' }, { country: 'DE', region: 'DE-BY' }, { country: 'US' }];
  const calendar = fc.record({
    hours: fc.constantFrom(...hours),
    timeZone: fc.constantFrom(...zones),
    holidays: fc.constantFrom(...holidays),
    exceptions: fc.constantFrom(
      [],
      [{ from: '2027-03-27', to: '2027-03-29', hours: '01:00-03:30' }],
    ),
  });
  const drawn = fc.sample(calendar, { seed: 7, numRuns: 6 });
  const each = hours.map((text) => ({ hours: text, holidays: holidays[2], timeZone: zones[0] }));
  return Object.fromEntries([...each, ...drawn].map((one, index) => [`c${index}`, one]));
}

test('every change of every calendar is the same in whatever zone the process runs', async () => {
  const input = JSON.stringify({ calendars: sampleCalendars(), from, until });
  const program = 'routing/programs/print-calendar-changes.ts';
  // New York and Santiago skip an hour of the night, Cairo skips midnight.
  const zones = [
    'UTC',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Apia',
    'America/Santiago',
    'Africa/Cairo',
  ];
  const outputs = await Promise.all(zones.map((zone) => runInZone(zone, program, input)));
  expect(outputs[0]?.split('\n').length).toBeGreaterThan(3000);
  for (const output of outputs) expect(output).toBe(outputs[0]);
}, 60_000);
