import type { Calendar, Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';
import { dayNumber } from './read-calendar.ts';

type Exception = NonNullable<Calendar['exceptions']>[number];

/** The first and the last day of an exception, as written. */
function daysOf({ date, from, to }: Exception): { readonly first: string; readonly last: string } {
  return { first: date ?? from ?? '', last: date ?? to ?? '' };
}

/** Whether hours run past midnight: `22:00-06:00`, `18:00-26:00`. */
function runsPastMidnight(hours: string): boolean {
  return [...hours.matchAll(/(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})/g)].some(
    ([, fromHour, fromMinute, toHour, toMinute]) => {
      const from = Number(fromHour) * 60 + Number(fromMinute);
      const to = Number(toHour) * 60 + Number(toMinute);
      return to > 1440 || (to !== 0 && to <= from);
    },
  );
}

function findOverlaps(id: string, exceptions: readonly Exception[]): readonly DirectoryProblem[] {
  const inOrder = exceptions
    .map((exception, index) => ({ ...daysOf(exception), index }))
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.index - b.index));
  let longest = inOrder[0];
  return inOrder.slice(1).flatMap((exception): readonly DirectoryProblem[] => {
    const before = longest;
    if (before === undefined) return [];
    if (exception.last > before.last) longest = exception;
    if (exception.first > before.last) return [];
    const day = exception.first;
    const [winner, loser] =
      before.index < exception.index ? [before, exception] : [exception, before];
    return [
      {
        ruleId: 'overlapping-exceptions',
        severity: 'warning',
        message: `Two exceptions of "${id}" hold on ${day}; callers get the hours of the one that is written first.`,
        help: 'Let each day belong to one exception.',
        data: { calendar: id, day },
        at: ['calendars', id, 'exceptions', loser.index],
        related: [
          { message: 'this one counts', at: ['calendars', id, 'exceptions', winner.index] },
        ],
      },
    ];
  });
}

function findCut(id: string, exceptions: readonly Exception[]): readonly DirectoryProblem[] {
  const firsts = new Set(exceptions.map((exception) => dayNumber(daysOf(exception).first)));
  return exceptions.flatMap((exception, index): readonly DirectoryProblem[] => {
    const { last } = daysOf(exception);
    if (!runsPastMidnight(exception.hours) || firsts.has(dayNumber(last) + 1)) return [];
    return [
      {
        ruleId: 'cut-at-midnight',
        severity: 'warning',
        message: `These hours run past midnight, but the exception ends with ${last}: callers after midnight get the hours of the next day.`,
        help: 'Add an exception for the day after, with the hours after midnight.',
        data: { calendar: id, day: last },
        at: ['calendars', id, 'exceptions', index, 'hours'],
      },
    ];
  });
}

/** Exceptions that are over on a day: `2026-12-24`. They change nothing more. */
export function checkPast(directory: Directory, today: string): readonly DirectoryProblem[] {
  return Object.entries(directory.calendars).flatMap(([id, { exceptions = [] }]) =>
    exceptions.flatMap((exception, index): readonly DirectoryProblem[] => {
      const { last } = daysOf(exception);
      if (last >= today) return [];
      return [
        {
          ruleId: 'past-exception',
          severity: 'info',
          message: `This exception of "${id}" ended with ${last}; it changes no more calls.`,
          help: 'Remove it, or give it the day of this year.',
          data: { calendar: id, day: last },
          at: ['calendars', id, 'exceptions', index],
        },
      ];
    }),
  );
}

/** Exceptions that share a day, and exceptions whose night ends earlier than they say. */
export function checkExceptions(directory: Directory): readonly DirectoryProblem[] {
  return Object.entries(directory.calendars).flatMap(([id, { exceptions = [] }]) => [
    ...findOverlaps(id, exceptions),
    ...findCut(id, exceptions),
  ]);
}
