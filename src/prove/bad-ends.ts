import type { CallFlow } from '../flow/call-flow.ts';
import { loadCalendars } from '../routing/calendar-state.ts';
import type { Directory } from '../routing/directory.ts';
import { loadStaffing } from '../routing/staffing-hours.ts';
import { horizonOf } from './horizon.ts';
import { usualBounds } from './prepare-proof.ts';
import { situations } from './prove-flow.ts';
import { subjectOf, walkScenario } from './scenario.ts';
import { loadWallClocks } from './wall-clock.ts';

/** Finds out how calls of a flow surely end badly: a name for each root cause, the same for all flows. */
export type FindBadEnds = (flow: CallFlow) => ReadonlySet<string>;

/**
 * Loads what a proof asks of a directory and of time, so that many versions of a menu can be compared:
 * what is found is what `proveFlow` gives counter-examples for, over the usual year and without drills.
 */
export async function loadBadEnds(directory: Directory | undefined): Promise<FindBadEnds> {
  const clocks = await loadWallClocks();
  const horizon = horizonOf(undefined, undefined, clocks.offsetAt(directory?.timeZone ?? 'UTC'));
  const calendars = directory === undefined ? undefined : await loadCalendars(directory);
  const staffing = directory === undefined ? undefined : await loadStaffing(directory);
  return (flow) => {
    const subject = subjectOf({ flow, directory, calendars, staffing, horizon }, usualBounds);
    const ends = situations(subject, []).flatMap((emergencies) => {
      const { causes, late } = walkScenario(subject, { drills: [], emergencies }, true);
      return [...causes, ...late].filter(({ end }) => end.sure).map(({ key }) => key);
    });
    return new Set(ends);
  };
}
