import type { Language } from '../script/values.ts';
import type { Calendars } from './calendar-state.ts';
import type { Directory, Queue } from './directory.ts';
import type { Horizon } from './horizon.ts';
import { servingEntries, staffedBy, type People } from './staffed-by.ts';
import type { StaffingHours } from './staffing-hours.ts';

/** Times at which a queue is open and people are missing, all for one reason. */
export interface StaffingGap {
  readonly queue: string;
  readonly missing: Exclude<People, 'staffed'>;
  /** The language that nobody speaks then; nothing where anybody would do. */
  readonly language: Language | undefined;
  /** The first moment, and all of them together. Milliseconds. */
  readonly firstAt: number;
  readonly lasts: number;
}

/** When a calendar is open: every stretch of a horizon. */
export function openSpansOf(
  calendars: Calendars,
  calendarId: string,
  { from, until }: Horizon,
): readonly Horizon[] {
  const changes = calendars.changes(calendarId, from, until);
  return changes.flatMap(({ at, state }, index) =>
    state === 'open' ? [{ from: at, until: changes[index + 1]?.at ?? until }] : [],
  );
}

/** The moments inside a stretch at which somebody comes or leaves, the first of it included. */
function shiftsIn(moments: readonly number[], { from, until }: Horizon): readonly number[] {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const inside = [from];
  for (let at = moments[low]; at !== undefined && at < until; at = moments[(low += 1)])
    inside.push(at);
  return inside;
}

/**
 * When a queue is open with nobody for it, for one of its languages or for its skills. A language
 * counts only while there is somebody at all, so that each hour is told once.
 */
export function staffingGaps(
  directory: Directory,
  id: string,
  calendars: Calendars,
  staffing: StaffingHours,
  horizon: Horizon,
): readonly StaffingGap[] {
  const queue: Queue | undefined = new Map(Object.entries(directory.queues)).get(id);
  if (queue?.calendar === undefined) return [];
  const entries = servingEntries(directory, id);
  const works = new Map(
    entries.map((entry) => [entry, staffing.changes(entry, horizon.from, horizon.until)]),
  );
  const moments = [...new Set([...works.values()].flat().map(({ at }) => at))].sort(
    (a, b) => a - b,
  );
  const gaps = new Map<string, StaffingGap>();
  const add = (span: Horizon, missing: StaffingGap['missing'], language: Language | undefined) => {
    const key = `${missing} ${language ?? ''}`;
    const before = gaps.get(key);
    const lasts = (before?.lasts ?? 0) + span.until - span.from;
    const firstAt = before?.firstAt ?? span.from;
    gaps.set(key, { queue: id, missing, language, firstAt, lasts });
  };
  for (const open of openSpansOf(calendars, queue.calendar, horizon)) {
    const shifts = shiftsIn(moments, open);
    for (const [index, from] of shifts.entries()) {
      const span = { from, until: shifts[index + 1] ?? open.until };
      const present = new Set(entries.filter((entry) => staffing.worksAt(entry, from)));
      const peopleFor = (language: Language | undefined) =>
        staffedBy(directory, queue, entries, (entry) => present.has(entry), { language });
      const anyone = peopleFor(undefined);
      if (anyone !== 'staffed') {
        add(span, anyone, undefined);
        continue;
      }
      for (const language of queue.languages ?? []) {
        const people = peopleFor(language);
        if (people !== 'staffed') add(span, people, language);
      }
    }
  }
  return [...gaps.values()];
}
