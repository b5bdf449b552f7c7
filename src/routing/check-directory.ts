import { compareFindings, type Finding } from '../source/finding.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkPast } from './check-exceptions.ts';
import { checkHours, hoursIn } from './check-hours.ts';
import { checkNumberPlans } from './check-numbers.ts';
import { checkReferences } from './check-references.ts';
import type { DirectoryDocument } from './directory.ts';
import { directoryFinding } from './directory-finding.ts';
import { usualYear, yearFrom } from './horizon.ts';
import { loadHoursReader } from './opening-hours.ts';
import { withoutPlain } from './plainly-right.ts';

/** What a check is told of the time it is made for. */
export interface CheckOptions {
  /**
   * The day from which hours are compared, for a year (milliseconds since 1970). Without it a usual year is
   * taken, and nothing is told of what is over: a check then says the same on every day.
   */
  readonly from?: number | undefined;
}

/**
 * Everything that is wrong in a directory whose form is right, in the order of the file: what
 * `checkReferences` finds, and what only reading the hours and the holidays can tell. Loads the
 * reader of hours unless all are plain, so it is for commands that check, not for ones that only read.
 */
export async function checkDirectory(
  document: DirectoryDocument,
  { from }: CheckOptions = {},
): Promise<readonly Finding[]> {
  const { directory } = document;
  const odd = withoutPlain(hoursIn(directory));
  const isEmpty = odd.calendars.length === 0 && odd.staffing.length === 0;
  const problems = isEmpty ? [] : checkHours(odd, directory.timeZone, await loadHoursReader());
  return [
    ...checkReferences(document),
    ...[
      ...problems,
      ...(await checkCoverage(directory, from === undefined ? usualYear : yearFrom(from))),
      ...(await checkNumberPlans(directory)),
      ...(from === undefined
        ? []
        : checkPast(directory, new Date(from).toISOString().slice(0, 10))),
    ].map((problem) => directoryFinding(document, problem)),
  ].sort(compareFindings);
}
