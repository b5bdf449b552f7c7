import type { CalendarState } from '../script/vocabulary.ts';
import { minutesInDay, type Hours, type WallSpan } from './opening-hours.ts';
import type { OffsetSpan } from './zone-offsets.ts';

/** A moment from which a calendar is in a state. `at` counts minutes or milliseconds. */
export interface CalendarChange {
  readonly at: number;
  readonly state: CalendarState;
}

/** Days (counted from 1970-01-01) that have hours of their own. */
export interface ExceptionDays {
  readonly fromDay: number;
  /** The first day that no longer belongs to them. */
  readonly toDay: number;
  readonly hours: Hours;
}

/** What a calendar says, as far as it could be read. */
export interface CalendarHours {
  readonly regular: Hours;
  /** Days of public holidays: open on them is a holiday. */
  readonly holidays: Hours | undefined;
  /** In order of writing: the first that covers a day counts. */
  readonly exceptions: readonly ExceptionDays[];
}

/** For each day the exception that it belongs to, or -1. */
function exceptionByDay(
  { exceptions }: CalendarHours,
  fromDay: number,
  toDay: number,
): readonly number[] {
  const owners = Array.from({ length: toDay - fromDay }, () => -1);
  for (const [index, exception] of exceptions.entries()) {
    const last = Math.min(exception.toDay, toDay);
    for (let day = Math.max(exception.fromDay, fromDay); day < last; day += 1) {
      if (owners[day - fromDay] === -1) owners[day - fromDay] = index;
    }
  }
  return owners;
}

/**
 * Open spans of all days. Each text of hours is looked at as though it held always, through the
 * window of the days that it owns: a night shift is cut at the midnight where another text begins.
 */
function openSpansOf(
  calendar: CalendarHours,
  owners: readonly number[],
  fromDay: number,
): readonly WallSpan[] {
  const open: WallSpan[] = [];
  for (let start = 0; start < owners.length;) {
    const owner = owners[start] ?? -1;
    let end = start + 1;
    while (end < owners.length && owners[end] === owner) end += 1;
    const hours = calendar.exceptions[owner]?.hours ?? calendar.regular;
    open.push(...hours.openSpans(fromDay + start, fromDay + end));
    start = end;
  }
  return open;
}

/**
 * The states of a calendar on its own wall clock, from one day up to another. On a holiday and on
 * an exception day every minute that isn't open is `holiday`; on other days it is `closed`.
 */
export function wallTimeline(
  calendar: CalendarHours,
  fromDay: number,
  toDay: number,
): readonly CalendarChange[] {
  const owners = exceptionByDay(calendar, fromDay, toDay);
  const open = openSpansOf(calendar, owners, fromDay);
  const holidays = new Set(
    (calendar.holidays?.openSpans(fromDay, toDay) ?? []).flatMap(({ from, to }) =>
      Array.from({ length: (to - from) / minutesInDay }, (_, day) => from / minutesInDay + day),
    ),
  );
  const changes: CalendarChange[] = [];
  const enter = (at: number, state: CalendarState) => {
    if (changes.at(-1)?.state !== state) changes.push({ at, state });
  };
  let next = 0;
  for (let day = fromDay; day < toDay; day += 1) {
    const special = owners[day - fromDay] !== -1 || holidays.has(day);
    const end = (day + 1) * minutesInDay;
    let here = day * minutesInDay;
    for (let span = open[next]; span !== undefined && span.from < end; span = open[next]) {
      if (span.from > here) enter(here, special ? 'holiday' : 'closed');
      enter(Math.max(span.from, here), 'open');
      here = Math.min(span.to, end);
      if (span.to > end) break;
      next += 1;
    }
    if (here < end) enter(here, special ? 'holiday' : 'closed');
  }
  return changes;
}

/** The last change at or before a moment: its position, or -1. */
export function lastChangeAt(changes: readonly CalendarChange[], at: number): number {
  let low = -1;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((changes[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Lays a wall timeline onto real time. Where the zone's clocks jump forward the skipped part is
 * left out; where they are set back the repeated part comes twice.
 */
export function realTimeline(
  wall: readonly CalendarChange[],
  offsets: readonly OffsetSpan[],
): readonly CalendarChange[] {
  const changes: CalendarChange[] = [];
  const enter = (at: number, state: CalendarState) => {
    if (changes.at(-1)?.state !== state) changes.push({ at, state });
  };
  for (const { from, to, offset } of offsets) {
    let index = lastChangeAt(wall, (from + offset) / 60_000);
    enter(from, wall[index]?.state ?? 'closed');
    for (index += 1; index < wall.length; index += 1) {
      const change = wall[index];
      if (change === undefined || change.at * 60_000 - offset >= to) break;
      enter(change.at * 60_000 - offset, change.state);
    }
  }
  return changes;
}
