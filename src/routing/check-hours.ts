import type { Path } from '../source/tree.ts';
import { calendarProblem, invalidHours } from './calendar-problem.ts';
import type { Calendar, Directory, Staffing } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';
import { everOpens, impossibleHours, isOff, opensBetween, unclearHours } from './odd-hours.ts';
import type { ReadHours } from './opening-hours.ts';
import { neverOpen, readCalendar, type CalendarReading } from './read-calendar.ts';

function checkExceptionHours(
  path: Path,
  calendar: Calendar,
  { hours }: CalendarReading,
): readonly DirectoryProblem[] {
  return hours.exceptions.flatMap((exception, index) => {
    const text = calendar.exceptions?.[index]?.hours ?? '';
    const at = [...path, 'exceptions', index, 'hours'];
    if (exception.hours === neverOpen) return [];
    // A year is enough: what an exception of many years never opens in, it never opens.
    const toDay = Math.min(exception.toDay, exception.fromDay + 366);
    const opens = isOff(text) || opensBetween(exception.hours, exception.fromDay, toDay);
    return [
      ...unclearHours(text, exception.hours, at),
      ...(opens ? [] : [impossibleHours(text, at, 'on the days of this exception')]),
    ];
  });
}

function checkCalendar(
  id: string,
  calendar: Calendar,
  reading: CalendarReading,
): readonly DirectoryProblem[] {
  const path: Path = ['calendars', id];
  const { regular, exceptions } = reading.hours;
  const problems = [
    ...reading.problems.flatMap((problem) => calendarProblem(id, calendar.hours, problem)),
    ...checkExceptionHours(path, calendar, reading),
  ];
  if (regular === neverOpen) return problems;
  const opensByException = exceptions.some(({ hours, fromDay, toDay }) =>
    opensBetween(hours, fromDay, Math.min(toDay, fromDay + 366)),
  );
  const at = [...path, 'hours'];
  if (isOff(calendar.hours)) {
    return opensByException
      ? problems
      : [
          ...problems,
          {
            ruleId: 'empty-hours',
            severity: 'warning',
            message: `"${id}" is never open: its hours are off, and no exception opens it.`,
            help: 'Give it hours, or remove it.',
            data: { calendar: id },
            at,
          },
        ];
  }
  return [
    ...problems,
    ...unclearHours(calendar.hours, reading.written, at),
    ...(everOpens(regular) ? [] : [impossibleHours(calendar.hours, at, 'from 2020 to 2039')]),
  ];
}

function checkStaffingHours(
  { hours: text }: Staffing,
  index: number,
  readHours: ReadHours,
): readonly DirectoryProblem[] {
  const at: Path = ['staffing', index, 'hours'];
  const { hours, problem } = readHours(text);
  if (hours === undefined) {
    return [invalidHours("These hours can't be read, so nobody counts as staffed", problem, at)];
  }
  return [
    ...unclearHours(text, hours, at),
    ...(isOff(text) || everOpens(hours) ? [] : [impossibleHours(text, at, 'from 2020 to 2039')]),
  ];
}

/** Everything in a directory that has hours, each with its way there. */
export interface HoursEntries {
  readonly calendars: readonly (readonly [id: string, calendar: Calendar])[];
  readonly staffing: readonly (readonly [index: number, entry: Staffing])[];
}

export function hoursIn({ calendars, staffing }: Directory): HoursEntries {
  return { calendars: Object.entries(calendars), staffing: [...staffing.entries()] };
}

/** What is wrong in the hours and the holidays of calendars, exceptions and staffing. */
export function checkHours(
  { calendars, staffing }: HoursEntries,
  timeZone: string,
  readHours: ReadHours,
): readonly DirectoryProblem[] {
  return [
    ...calendars.flatMap(([id, calendar]) =>
      checkCalendar(id, calendar, readCalendar(id, calendar, timeZone, readHours)),
    ),
    ...staffing.flatMap(([index, entry]) => checkStaffingHours(entry, index, readHours)),
  ];
}
