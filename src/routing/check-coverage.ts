import { loadCalendars, type Calendars } from './calendar-state.ts';
import type { Directory, Queue } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';
import { oftenText, type Horizon } from './horizon.ts';
import { momentText } from './moment-text.ts';
import { isPlainlyCovered, plainlyMeet } from './plainly-covered.ts';
import { servingEntries, staffedBy } from './staffed-by.ts';
import { openSpansOf, staffingGaps, type StaffingGap } from './staffing-gaps.ts';
import { loadStaffing } from './staffing-hours.ts';
import { isTimeZone, loadZoneOffsets, type ZoneOffsets } from './zone-offsets.ts';

type Calendar = Directory['calendars'][keyof Directory['calendars']];

interface OverflowStep {
  readonly from: string;
  readonly to: string;
  readonly index: number;
  readonly source: Calendar;
  readonly target: Calendar;
}

const calendarOf = (directory: Directory, queue: Queue | undefined): Calendar | undefined =>
  queue?.calendar === undefined
    ? undefined
    : new Map<string, Calendar>(Object.entries(directory.calendars)).get(queue.calendar);

/** Overflow between queues with calendars of their own that don't plainly open together. */
function doubtfulSteps(directory: Directory): readonly OverflowStep[] {
  const queues = new Map<string, Queue>(Object.entries(directory.queues));
  return [...queues].flatMap(([from, queue]) =>
    (queue.overflow ?? []).flatMap(({ to }, index) => {
      const target = calendarOf(directory, queues.get(to));
      const source = calendarOf(directory, queue);
      if (source === undefined || target === undefined || source === target) return [];
      return plainlyMeet(directory, source, target) ? [] : [{ from, to, index, source, target }];
    }),
  );
}

/** Queues that people serve, though perhaps not at every hour, in every language. */
function doubtfulQueues(directory: Directory): readonly string[] {
  if (directory.staffing.length === 0) return [];
  return Object.entries(directory.queues)
    .filter(([id, queue]) => {
      const hasPeople = servingEntries(directory, id).length > 0;
      return hasPeople && calendarOf(directory, queue) && !isPlainlyCovered(directory, id, queue);
    })
    .map(([id]) => id);
}

/** Whether both calendars of a step are open at any moment of the horizon. */
function meet(calendars: Calendars, a: string, b: string, horizon: Horizon): boolean {
  const [one, other] = [openSpansOf(calendars, a, horizon), openSpansOf(calendars, b, horizon)];
  // A calendar that is never open has its own finding.
  if (one.length === 0 || other.length === 0) return true;
  let index = 0;
  for (const { from, until } of one) {
    while ((other[index]?.until ?? until) <= from) index += 1;
    if ((other[index]?.from ?? until) < until) return true;
  }
  return false;
}

function overflowProblem(
  { from, to, index }: OverflowStep,
  { queues }: Directory,
): DirectoryProblem {
  const target = new Map<string, Queue>(Object.entries(queues)).get(to);
  return {
    ruleId: 'overflow-closed',
    severity: 'warning',
    message: `Callers of "${from}" overflow into "${to}", which is never open while "${from}" is.`,
    help: 'Let them overflow into a queue that is open then, or correct the hours of one of the two.',
    data: { queue: from, to },
    at: ['queues', from, 'overflow', index, 'to'],
    ...(target?.calendar === undefined
      ? {}
      : { related: [{ message: 'its hours', at: ['calendars', target.calendar, 'hours'] }] }),
  };
}

/** Whether nobody is ever there for this, which the check of names and skills tells already. */
function isNeverStaffed(directory: Directory, { queue: id, language }: StaffingGap): boolean {
  const queue = new Map<string, Queue>(Object.entries(directory.queues)).get(id);
  const everyone = () => true;
  const entries = servingEntries(directory, id);
  return (
    queue === undefined ||
    staffedBy(directory, queue, entries, everyone, { language }) !== 'staffed'
  );
}

function gapProblem(
  directory: Directory,
  gap: StaffingGap,
  horizon: Horizon,
  offsetsOf: ZoneOffsets,
): DirectoryProblem {
  const { queue: id, missing, language, firstAt, lasts } = gap;
  const queue = new Map<string, Queue>(Object.entries(directory.queues)).get(id);
  const zone = calendarOf(directory, queue)?.timeZone ?? directory.timeZone;
  const offset = isTimeZone(zone) ? (offsetsOf(zone, firstAt, firstAt + 1)[0]?.offset ?? 0) : 0;
  const first = momentText(firstAt, offset);
  const who =
    missing === 'no-language'
      ? `nobody there speaks "${language ?? ''}"`
      : missing === 'no-skill'
        ? `nobody${language === undefined ? '' : ` who speaks "${language}"`} has all its skills`
        : 'nobody is staffed for it';
  const position = language === undefined ? -1 : (queue?.languages ?? []).indexOf(language);
  return {
    ruleId: 'staffing-gap',
    severity: 'warning',
    message: `Queue "${id}" is open for ${oftenText(lasts, horizon)} while ${who}, first on ${first} (${zone}).`,
    help: 'Staff those hours, or close the queue in them.',
    data: {
      queue: id,
      missing,
      ...(language === undefined ? {} : { language }),
      first: new Date(firstAt).toISOString(),
      minutes: Math.round(lasts / 60_000),
    },
    at: position === -1 ? ['queues', id] : ['queues', id, 'languages', position],
    ...(position === -1 ? { aim: 'key' as const } : {}),
  };
}

/** Days of UTC as days of a zone, so that what begins at midnight is told from midnight on. */
function onClock({ from, until }: Horizon, timeZone: string, offsetsOf: ZoneOffsets): Horizon {
  const offset = isTimeZone(timeZone) ? (offsetsOf(timeZone, from, from + 1)[0]?.offset ?? 0) : 0;
  return { from: Math.max(from - offset, 0), until: until - offset };
}

/**
 * Queues that are open while nobody is there for them, and overflow into queues that are closed then,
 * compared over a horizon. Only what plain texts leave in doubt is read in full, so that most
 * directories cost nothing here.
 */
export async function checkCoverage(
  directory: Directory,
  days: Horizon,
): Promise<readonly DirectoryProblem[]> {
  const steps = doubtfulSteps(directory);
  const queues = doubtfulQueues(directory);
  if (steps.length === 0 && queues.length === 0) return [];
  const [calendars, staffing, offsetsOf] = await Promise.all([
    loadCalendars(directory),
    loadStaffing(directory),
    loadZoneOffsets(),
  ]);
  const horizon = onClock(days, directory.timeZone, offsetsOf);
  // Hours that can't be read have findings of their own; what they leave open isn't told again.
  const unread = new Set(calendars.problems.map(({ path }) => String(path[1])));
  const unreadPeople = new Set(staffing.problems.map(({ path }) => Number(path[1])));
  const calendarIdOf = (id: string) =>
    new Map<string, Queue>(Object.entries(directory.queues)).get(id)?.calendar ?? '';
  const closed = steps.filter(({ from, to }) => {
    const [source, target] = [calendarIdOf(from), calendarIdOf(to)];
    if (unread.has(source) || unread.has(target)) return false;
    return !meet(calendars, source, target, horizon);
  });
  const gaps = queues
    .filter(
      (id) =>
        !unread.has(calendarIdOf(id)) &&
        !servingEntries(directory, id).some((entry) => unreadPeople.has(entry)),
    )
    .flatMap((id) => staffingGaps(directory, id, calendars, staffing, horizon))
    .filter((gap) => !isNeverStaffed(directory, gap));
  return [
    ...closed.map((step) => overflowProblem(step, directory)),
    ...gaps.map((gap) => gapProblem(directory, gap, horizon, offsetsOf)),
  ];
}
