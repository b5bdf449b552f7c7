import { compareFindings, type Finding } from '../source/finding.ts';
import { checkHours } from './check-hours.ts';
import { checkReferences } from './check-references.ts';
import type { DirectoryDocument } from './directory.ts';
import { directoryFinding } from './directory-finding.ts';
import { loadHoursReader } from './opening-hours.ts';

/**
 * Everything that is wrong in a directory whose form is right, in the order of the file: what
 * `checkReferences` finds, and what only reading the hours and the holidays can tell. Loads the
 * reader of hours, so it is for commands that check, not for ones that only read.
 */
export async function checkDirectory(document: DirectoryDocument): Promise<readonly Finding[]> {
  const readHours = await loadHoursReader();
  const problems = checkHours(document.directory, readHours);
  return [
    ...checkReferences(document),
    ...problems.map((problem) => directoryFinding(document, problem)),
  ].sort(compareFindings);
}
