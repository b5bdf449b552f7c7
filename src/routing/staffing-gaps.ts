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

/** A moment at which somebody comes or leaves, and who works from then on. */
interface Shift {
  readonly at: number;
  readonly present: ReadonlySet<number>;
  /** The same for equal people. */
  readonly key: string;
}

/** Who works when: from the beginning of the horizon, every change in order. */
function shiftsOf(
  entries: readonly number[],
  staffing: StaffingHours,
  { from, until }: Horizon,
): readonly Shift[] {
  const changes = entries
    .flatMap((entry) =>
      staffing.changes(entry, from, until).map(({ at, works }) => ({ at, works, entry })),
    )
    .sort((a, b) => a.at - b.at);
  const shifts: Shift[] = [{ at: from, present: new Set(), key: '' }];
  const present = new Set<number>();
  for (const [index, { at, works, entry }] of changes.entries()) {
    if (works) present.add(entry);
    else present.delete(entry);
    if (changes[index + 1]?.at === at) continue;
    if (shifts.at(-1)?.at === at) shifts.pop();
    const here = [...present].sort((a, b) => a - b);
    shifts.push({ at, present: new Set(here), key: here.join(' ') });
  }
  return shifts;
}

/** The position of the shift that holds at a moment. */
function shiftAt(shifts: readonly Shift[], moment: number): number {
  let low = 0;
  let high = shifts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((shifts[middle]?.at ?? 0) <= moment) low = middle;
    else high = middle - 1;
  }
  return low;
}

type Missing = Pick<StaffingGap, 'missing' | 'language'>;

/** What is missing while these people work: somebody at all, else somebody for each language. */
function missingOf(
  directory: Directory,
  queue: Queue,
  entries: readonly number[],
  present: ReadonlySet<number>,
): readonly Missing[] {
  const peopleFor = (language: Language | undefined) =>
    staffedBy(directory, queue, entries, (entry) => present.has(entry), { language });
  const anyone = peopleFor(undefined);
  if (anyone !== 'staffed') return [{ missing: anyone, language: undefined }];
  return (queue.languages ?? []).flatMap((language) => {
    const people = peopleFor(language);
    return people === 'staffed' ? [] : [{ missing: people, language }];
  });
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
  const shifts = shiftsOf(entries, staffing, horizon);
  const judged = new Map<string, readonly Missing[]>();
  const missingIn = ({ present, key }: Shift): readonly Missing[] => {
    const known = judged.get(key) ?? missingOf(directory, queue, entries, present);
    judged.set(key, known);
    return known;
  };
  const gaps = new Map<string, StaffingGap>();
  const add = (span: Horizon, missing: StaffingGap['missing'], language: Language | undefined) => {
    const key = `${missing} ${language ?? ''}`;
    const before = gaps.get(key);
    const lasts = (before?.lasts ?? 0) + span.until - span.from;
    const firstAt = before?.firstAt ?? span.from;
    gaps.set(key, { queue: id, missing, language, firstAt, lasts });
  };
  for (const open of openSpansOf(calendars, queue.calendar, horizon)) {
    for (let index = shiftAt(shifts, open.from); ; index += 1) {
      const shift = shifts[index];
      if (shift === undefined || shift.at >= open.until) break;
      const span = {
        from: Math.max(shift.at, open.from),
        until: Math.min(shifts[index + 1]?.at ?? open.until, open.until),
      };
      for (const { missing, language } of missingIn(shift)) add(span, missing, language);
    }
  }
  return [...gaps.values()];
}
