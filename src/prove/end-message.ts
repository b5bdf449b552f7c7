import { listedNumber } from '../routing/drill-names.ts';
import type { Drill } from '../routing/drill.ts';
import type { CalendarId } from '../script/names.ts';
import { isUnknown } from '../script/values.ts';
import { queueOf } from './met-names.ts';
import type { BadEnd } from './move.ts';
import type { Assuming } from './proof.ts';
import type { FoundCall, Telling } from './found-call.ts';
import { keysOf, tellDrill, tellEnd, tellKeys } from './tell.ts';

const hour = 3_600_000;

/** The calendar that decides at a bad end, if one does. */
function calendarAt({ subject }: Telling, { queue, node }: BadEnd): CalendarId | undefined {
  const { directory, flow } = subject;
  if (queue !== undefined) return queueOf(directory, queue)?.calendar;
  const there = flow.graph.hasNode(node) ? flow.graph.node(node).node : undefined;
  if (there?.kind === 'transfer') {
    const listed = listedNumber(directory, there);
    return listed === undefined ? undefined : directory?.numbers[listed]?.calendar;
  }
  if (there?.kind !== 'branch' || typeof there.on === 'string') return undefined;
  if ('calendar' in there.on) return isUnknown(there.on.calendar) ? undefined : there.on.calendar;
  return 'emergency' in there.on ? there.on.emergency : undefined;
}

/** The zone of the clock that a bad end is told on: its calendar's, else the directory's. */
export function zoneOf(telling: Telling, end: BadEnd): string {
  const { directory } = telling.subject;
  const calendar = calendarAt(telling, end);
  const own =
    calendar === undefined ||
    directory === undefined ||
    !Object.hasOwn(directory.calendars, calendar)
      ? undefined
      : directory.calendars[calendar]?.timeZone;
  return own ?? directory?.timeZone ?? 'UTC';
}

/** When a calendar opens again after a moment; nothing within about a year. */
function opening(telling: Telling, calendar: CalendarId | undefined, at: number) {
  const { calendars } = telling.subject;
  if (calendar === undefined || calendars?.has(calendar) !== true) return undefined;
  const until = at + 400 * 24 * hour;
  let here = at;
  for (let tries = 0; tries < 100; tries += 1) {
    const change = calendars.nextChange(calendar, here, until);
    if (change === undefined) return undefined;
    if (change.state === 'open') return change.at;
    here = change.at;
  }
  return undefined;
}

/** When people are back who can take calls of a queue: the next change at which they are. */
function staffing(
  { subject }: Telling,
  { queue, language }: BadEnd,
  at: number,
  down: ReadonlySet<string>,
) {
  const { staffing: people, met } = subject;
  if (people === undefined || queue === undefined) return undefined;
  const until = at + 8 * 24 * hour;
  const changes = met.entries
    .flatMap((entry) => people.changes(entry, at, until).map((change) => change.at))
    .filter((moment) => moment > at)
    .sort((a, b) => a - b);
  return changes.find((moment) => people.peopleAt(queue, moment, { language, down }) === 'staffed');
}

/** What happens to a caller, in one sentence. */
export function messageOf(
  telling: Telling,
  end: BadEnd,
  found: FoundCall,
  assuming: Assuming,
  { late, drills }: { readonly late: boolean; readonly drills: readonly Drill[] },
): string {
  const { clocks } = telling;
  const zone = zoneOf(telling, end);
  const calendar = calendarAt(telling, end);
  const opens =
    calendar !== undefined && assuming.emergency.includes(calendar)
      ? undefined
      : opening(telling, calendar, found.at);
  const down = new Set(drills.flatMap((drill) => (drill.kind === 'site' ? [drill.site] : [])));
  const back = staffing(telling, end, found.at, down);
  const words = (at: number | undefined) =>
    at === undefined ? undefined : clocks.until(at, found.at, zone);
  const keys = tellKeys(keysOf(found.actions));
  const known = Object.entries(assuming.known).map(
    ([name, value]) => `${name} ${value === '' ? 'something else' : value}`,
  );
  const supposed = Object.entries(assuming.calendars).map(([name, state]) => `${name} ${state}`);
  const emergency = assuming.emergency.map((id) => `the emergency switch of ${id} on`);
  const failed = drills.flatMap((drill) => tellDrill(drill));
  const given = [...failed, ...emergency, ...known, ...supposed];
  const withGiven = given.length === 0 ? '' : `, with ${given.join(' and ')}`;
  const how = keys ?? 'without a key';
  const way = late ? ', on the way when the hours change' : '';
  const what = tellEnd(end, { until: words(opens), staffed: words(back) });
  return `${clocks.day(found.at, zone)}${withGiven}, ${how}${way}: ${what}.`;
}
