import type { Path } from '../source/tree.ts';
import type { DirectoryProblem } from './directory-finding.ts';
import type { Hours } from './opening-hours.ts';

/** Hours that don't open in these years never open: the calendar repeats itself in most of them. */
const firstYear = 2020;
const lastYear = 2040;

const firstDayOf = (year: number) => Date.UTC(year, 0, 1) / 86_400_000;

/** Whether hours say plainly that it is closed. */
export const isOff = (hours: string) => /^\s*(off|closed)\s*("[^"]*"\s*)?$/i.test(hours);

/** Whether hours open between two days, or may do so as far as they can be understood. */
export function opensBetween(hours: Hours, fromDay: number, toDay: number): boolean {
  return (
    hours.openSpans(fromDay, toDay).length > 0 || hours.unclearSpans(fromDay, toDay).length > 0
  );
}

/** The same for any of twenty years; nearly all hours open in the first week that is asked. */
export function everOpens(hours: Hours): boolean {
  const firstDay = firstDayOf(firstYear);
  if (opensBetween(hours, firstDay, firstDay + 7)) return true;
  for (let year = firstYear; year < lastYear; year += 1) {
    if (opensBetween(hours, firstDayOf(year), firstDayOf(year + 1))) return true;
  }
  return false;
}

/** Hours that name times but never come to one. */
export function impossibleHours(text: string, at: Path, when: string): DirectoryProblem {
  return {
    ruleId: 'impossible-hours',
    severity: 'warning',
    message: `These hours are never open ${when}, so callers always hear that it is closed.`,
    help: 'Correct the days or the times, or write "off" where closed is meant.',
    data: { hours: text },
    at,
  };
}

/** What is odd in hours that could be read: unclear times, times that move, spellings. */
export function unclearHours(text: string, hours: Hours, at: Path): readonly DirectoryProblem[] {
  const problem = (message: string, help: string): DirectoryProblem => ({
    ruleId: 'unclear-hours',
    severity: 'warning',
    message,
    help,
    data: { hours: text },
    at,
  });
  const bare = text.replace(/"[^"]*"?/g, '');
  const sun = /\b(dawn|sunrise|sunset|dusk)\b/i.exec(bare)?.[1];
  const guessed = hours.guessed();
  // Only these make a time neither open nor closed; without them the year needn't be walked.
  const mayBeUnclear = /unknown|["+]/i.test(text);
  return [
    ...(sun === undefined
      ? []
      : [
          problem(
            `These hours follow the sun ("${sun}"), which changes through the year; a fixed time is used instead.`,
            'Write the time of the clock.',
          ),
        ]),
    ...(!mayBeUnclear || hours.unclearSpans(firstDayOf(2024), firstDayOf(2025)).length === 0
      ? []
      : [
          problem(
            'At some times these hours say neither open nor closed; then it counts as closed.',
            'Write when it closes, and "open" or "off" before a comment.',
          ),
        ]),
    ...(guessed === undefined
      ? []
      : [
          problem(
            `These hours are ambiguous; they were read as "${guessed}".`,
            `Write "${guessed}" where that is meant.`,
          ),
        ]),
  ];
}
