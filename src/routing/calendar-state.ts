import type { CalendarState } from '../script/vocabulary.ts';
import {
  lastChangeAt,
  realTimeline,
  wallTimeline,
  type CalendarChange,
  type CalendarHours,
} from './calendar-timeline.ts';
import type { Directory } from './directory.ts';
import { loadHoursReader, minutesInDay } from './opening-hours.ts';
import { readCalendar, type CalendarProblem } from './read-calendar.ts';
import { loadZoneOffsets, type ZoneOffsets } from './zone-offsets.ts';

/** Calendars can be asked from 1970 up to 2100: holidays that follow sun or moon are known so far. */
const firstMoment = Date.UTC(1970, 0, 1);
const lastMoment = Date.UTC(2100, 0, 1);

/** The calendars of a directory, ready to be asked. Moments are milliseconds since 1970 (UTC). */
export interface Calendars {
  /** Whether the directory has a calendar of this name. */
  has(calendarId: string): boolean;
  /** The state at a moment. A calendar that doesn't exist or can't be read is closed. */
  stateAt(calendarId: string, epochMs: number): CalendarState;
  /** The first change of state after a moment and before `untilMs`. */
  nextChange(calendarId: string, epochMs: number, untilMs: number): CalendarChange | undefined;
  /** The state at `fromMs` and every change of it before `untilMs`, in order. */
  changes(calendarId: string, fromMs: number, untilMs: number): readonly CalendarChange[];
  /** What could not be read, for checks: such parts count as never open. */
  readonly problems: readonly CalendarProblem[];
}

function timelineOfYear(
  calendar: CalendarHours,
  timeZone: string,
  year: number,
  offsetsOf: ZoneOffsets,
): readonly CalendarChange[] {
  const offsets = offsetsOf(timeZone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  const walls = offsets.flatMap(({ from, to, offset }) => [from + offset, to + offset]);
  const minutes = minutesInDay * 60_000;
  const fromDay = Math.floor(Math.min(...walls) / minutes);
  const toDay = Math.ceil(Math.max(...walls) / minutes);
  return realTimeline(wallTimeline(calendar, fromDay, toDay), offsets);
}

/**
 * Loads the calendars of a directory. In this order counts: the emergency switch, an exception on
 * the day, a public holiday, the regular hours; where nothing matches, the calendar is closed.
 * Answers are the same in whatever zone the process runs. Moments before 1970 or from 2100 on throw
 * a RangeError.
 */
export async function loadCalendars(directory: Directory): Promise<Calendars> {
  const [readHours, offsetsOf] = await Promise.all([loadHoursReader(), loadZoneOffsets()]);
  const readings = new Map(
    Object.entries(directory.calendars).map(([id, calendar]) => [
      id,
      { calendar, ...readCalendar(id, calendar, directory.timeZone, readHours) },
    ]),
  );
  const years = new Map<string, readonly CalendarChange[]>();

  const yearOf = (calendarId: string, year: number): readonly CalendarChange[] => {
    const start: CalendarChange = { at: Date.UTC(year, 0, 1), state: 'closed' };
    const reading = readings.get(calendarId);
    if (reading === undefined) return [start];
    if (reading.calendar.emergency === true) return [{ ...start, state: 'emergency' }];
    if (!reading.zoneKnown) return [start];
    const name = `${calendarId} ${year}`;
    const known = years.get(name);
    if (known !== undefined) return known;
    const made = timelineOfYear(reading.hours, reading.timeZone, year, offsetsOf);
    years.set(name, made);
    return made;
  };

  const changes: Calendars['changes'] = (calendarId, fromMs, untilMs) => {
    if (!(fromMs >= firstMoment && untilMs <= lastMoment)) {
      throw new RangeError('calendars are known from 1970 up to 2100');
    }
    const found: CalendarChange[] = [];
    const lastYear = new Date(Math.max(fromMs, untilMs - 1)).getUTCFullYear();
    for (let year = new Date(fromMs).getUTCFullYear(); year <= lastYear; year += 1) {
      const timeline = yearOf(calendarId, year);
      const first = Math.max(0, lastChangeAt(timeline, fromMs));
      for (const { at, state } of timeline.slice(first)) {
        if (at >= untilMs && found.length > 0) break;
        if (found.at(-1)?.state !== state) found.push({ at: Math.max(at, fromMs), state });
      }
    }
    return found;
  };

  return {
    has: (calendarId) => readings.has(calendarId),
    stateAt: (calendarId, epochMs) =>
      changes(calendarId, epochMs, epochMs + 1)[0]?.state ?? 'closed',
    nextChange: (calendarId, epochMs, untilMs) => {
      // Year by year, so that a change tomorrow doesn't cost the whole horizon.
      for (let until = epochMs; until < untilMs;) {
        until = Math.min(untilMs, Date.UTC(new Date(until).getUTCFullYear() + 1, 0, 1) + 1);
        const change = changes(calendarId, epochMs, until)[1];
        if (change !== undefined) return change;
      }
      return undefined;
    },
    changes,
    problems: [...readings.values()].flatMap(({ problems }) => problems),
  };
}
