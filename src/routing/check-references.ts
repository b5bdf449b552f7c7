import { compareFindings, type Finding } from '../source/finding.ts';
import { checkBilling } from './check-billing.ts';
import { checkEmergency } from './check-emergency.ts';
import { checkExceptions } from './check-exceptions.ts';
import { checkNames, checkRepeats } from './check-names.ts';
import { checkNumberForm } from './check-numbers.ts';
import { checkOverflow } from './check-overflow.ts';
import { checkOverlaps } from './check-overlaps.ts';
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

/**
 * What is wrong in a directory as far as it can be told without reading hours and holidays: names
 * that lead nowhere, zones, numbers, terms of vendors, overflow chains, staffing, exceptions. Cheap: O(size).
 */
export function checkReferences(document: DirectoryDocument): readonly Finding[] {
  const { directory } = document;
  return [
    ...checkNames(directory),
    ...checkRepeats(directory),
    ...checkZones(directory),
    ...checkQueueCalendars(directory),
    ...checkNumberForm(directory),
    ...checkBilling(directory),
    ...checkEmergency(directory),
    ...checkOverlaps(directory),
    ...checkOverflow(directory),
    ...checkStaffing(directory),
    ...checkExceptions(directory),
  ]
    .map((problem) => directoryFinding(document, problem))
    .sort(compareFindings);
}
