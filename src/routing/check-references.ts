import { compareFindings, type Finding } from '../source/finding.ts';
import { checkExceptions } from './check-exceptions.ts';
import { checkNames, checkRepeats } from './check-names.ts';
import { checkOverflow } from './check-overflow.ts';
import { checkStaffing } from './check-staffing.ts';
import { checkZones } from './check-zones.ts';
import type { Directory, DirectoryDocument } from './directory.ts';
import { directoryFinding, type DirectoryProblem } from './directory-finding.ts';

/** Queues that never close, because they name no calendar. */
function checkQueueCalendars(directory: Directory): readonly DirectoryProblem[] {
  return Object.entries(directory.queues).flatMap(
    ([id, { calendar }]): readonly DirectoryProblem[] =>
      calendar !== undefined
        ? []
        : [
            {
              ruleId: 'queue-without-calendar',
              severity: 'warning',
              message: `Nothing says when queue "${id}" is open, so callers may wait in it at night.`,
              help: 'Name its calendar; for a queue that never closes, one with the hours "24/7".',
              data: { queue: id },
              at: ['queues', id],
              aim: 'key',
            },
          ],
  );
}

/** Outside numbers that aren't written as ITU-T E.164 has them: a plus and at most 15 digits. */
function checkNumbers(directory: Directory): readonly DirectoryProblem[] {
  return Object.entries(directory.numbers).flatMap(
    ([id, { number }]): readonly DirectoryProblem[] =>
      /^\+[1-9]\d{6,14}$/.test(number)
        ? []
        : [
            {
              ruleId: 'invalid-number',
              severity: 'error',
              message: `The number of "${id}" isn't written in international form, so transfers to it may reach nobody.`,
              help: 'Write a plus, the country code and the number, digits only: "+18005550142".',
              data: { name: id },
              at: ['numbers', id, 'number'],
            },
          ],
  );
}

/**
 * What is wrong in a directory as far as it can be told without reading hours and holidays: names
 * that lead nowhere, zones, numbers, overflow chains, staffing, exceptions. Cheap: O(size).
 */
export function checkReferences(document: DirectoryDocument): readonly Finding[] {
  const { directory } = document;
  return [
    ...checkNames(directory),
    ...checkRepeats(directory),
    ...checkZones(directory),
    ...checkQueueCalendars(directory),
    ...checkNumbers(directory),
    ...checkOverflow(directory),
    ...checkStaffing(directory),
    ...checkExceptions(directory),
  ]
    .map((problem) => directoryFinding(document, problem))
    .sort(compareFindings);
}
