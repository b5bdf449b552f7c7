import type { Path } from '../source/tree.ts';
import type { CalendarHours, ExceptionDays } from './calendar-timeline.ts';
import type { Calendar } from './directory.ts';
import type { AreaKnown, HolidayArea, Hours, ReadHours } from './opening-hours.ts';
import { isTimeZone } from './zone-offsets.ts';

/** Something in a calendar that could not be read, with its way in the directory. */
export interface CalendarProblem {
  readonly path: Path;
  readonly kind: 'hours' | 'zone' | Exclude<AreaKnown, 'yes'>;
  /** The reason, for people; the name that isn't known for zones and areas. */
  readonly reason: string;
}

/** A calendar as far as it could be read. */
export interface CalendarReading {
  readonly timeZone: string;
  /** False when there is no such zone: then nothing can be said. */
  readonly zoneKnown: boolean;
  readonly hours: CalendarHours;
  /** The regular hours as they are written, before declared holidays close their days. */
  readonly written: Hours;
  readonly problems: readonly CalendarProblem[];
}

/** Hours that could not be read. */
export const neverOpen: Hours = {
  openSpans: () => [],
  unclearSpans: () => [],
  guessed: () => undefined,
};

/** A day as written (`2026-12-24`), counted from 1970-01-01. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** Whether hours say themselves what holds on public holidays. */
export function namesHolidays(hours: string): boolean {
  return /\bPH\b/i.test(hours.replace(/"[^"]*"?/g, ''));
}

/** The area that a calendar's holidays come from. */
function areaOf({ holidays }: Calendar): HolidayArea | undefined {
  return holidays === undefined
    ? undefined
    : { country: holidays.country, region: holidays.region };
}

/** Reads what a calendar says. What can't be read is a problem and counts as never open. */
export function readCalendar(
  id: string,
  calendar: Calendar,
  defaultZone: string,
  readHours: ReadHours,
): CalendarReading {
  const path: Path = ['calendars', id];
  const problems: CalendarProblem[] = [];
  const timeZone = calendar.timeZone ?? defaultZone;
  const zonePath = calendar.timeZone === undefined ? ['timeZone'] : [...path, 'timeZone'];
  const zoneKnown = isTimeZone(timeZone);
  if (!zoneKnown) problems.push({ path: zonePath, kind: 'zone', reason: timeZone });

  const area = areaOf(calendar);
  const holidays = area === undefined ? undefined : readHours('PH', area);
  if (holidays !== undefined && holidays.areaKnown !== 'yes') {
    const isRegion = holidays.areaKnown === 'no-region';
    const field = isRegion ? 'region' : 'country';
    const reason = (isRegion ? area?.region : area?.country) ?? '';
    problems.push({ path: [...path, 'holidays', field], kind: holidays.areaKnown, reason });
  }

  const read = (text: string, ...below: Path): Hours => {
    const { hours, problem, areaKnown } = readHours(text, area);
    if (hours !== undefined) return hours;
    // Holidays that aren't known are told once, at the country or region.
    if (areaKnown === 'yes')
      problems.push({ path: [...path, ...below], kind: 'hours', reason: problem });
    return neverOpen;
  };
  const closedOnHolidays = holidays?.hours !== undefined && !namesHolidays(calendar.hours);
  const written = read(calendar.hours, 'hours');
  const hours: CalendarHours = {
    regular:
      closedOnHolidays && written !== neverOpen
        ? read(`${calendar.hours.replace(/[;\s]+$/, '')}; PH off`, 'hours')
        : written,
    holidays: holidays?.hours,
    exceptions: (calendar.exceptions ?? []).map((exception, index): ExceptionDays => {
      const [first = '', last = first] = [
        exception.date ?? exception.from,
        exception.date ?? exception.to,
      ];
      const hours = read(exception.hours, 'exceptions', index, 'hours');
      return { fromDay: dayNumber(first), toDay: dayNumber(last) + 1, hours };
    }),
  };
  return { timeZone, zoneKnown, hours, written, problems };
}
