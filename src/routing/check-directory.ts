import { compareFindings, type Finding } from '../source/finding.ts';
import { checkHours, hoursIn } from './check-hours.ts';
import { checkReferences } from './check-references.ts';
import type { DirectoryDocument } from './directory.ts';
import { directoryFinding } from './directory-finding.ts';
import { loadHoursReader } from './opening-hours.ts';
import { withoutPlain } from './plainly-right.ts';

/**
 * Everything that is wrong in a directory whose form is right, in the order of the file: what
 * `checkReferences` finds, and what only reading the hours and the holidays can tell. Loads the
 * reader of hours unless all are plain, so it is for commands that check, not for ones that only read.
 */
export async function checkDirectory(document: DirectoryDocument): Promise<readonly Finding[]> {
  const odd = withoutPlain(hoursIn(document.directory));
  const isEmpty = odd.calendars.length === 0 && odd.staffing.length === 0;
  const problems = isEmpty
    ? []
    : checkHours(odd, document.directory.timeZone, await loadHoursReader());
  return [
    ...checkReferences(document),
    ...problems.map((problem) => directoryFinding(document, problem)),
  ].sort(compareFindings);
}
