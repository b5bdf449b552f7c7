import type { CallFlow } from '../flow/call-flow.ts';
import { loadCalendars } from '../routing/calendar-state.ts';
import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import { loadStaffing } from '../routing/staffing-hours.ts';
import type { CalendarId } from '../script/names.ts';
import type { Telling } from './found-call.ts';
import { horizonOf } from './horizon.ts';
import { subjectOf, type Subject } from './scenario.ts';
import { loadWallClocks } from './wall-clock.ts';

/** What a proof is asked for. */
export interface ProveOptions {
  /**
   * The first moment: a date (midnight in the directory's zone, UTC without one), an ISO 8601 time with
   * its zone, or milliseconds since 1970; 2 March 2026 where it is left out.
   */
  readonly from?: string | number | undefined;
  /** The first moment that no longer belongs to it; a year later where it is left out. */
  readonly to?: string | number | undefined;
  /** What is taken to have failed, all at once. */
  readonly drills?: readonly Drill[] | undefined;
  /** Situations of a call that are looked at, at most; beyond them the answer is `unknown`. */
  readonly mostStates?: number | undefined;
  /** The longest call that is thought of, in seconds: half an hour where it is left out. */
  readonly longestCall?: number | undefined;
}

/** How far is looked where nothing is said of it. */
export const usualBounds = { mostStates: 200_000, longestCall: 30 * 60 } as const;

/** Loads all that a proof asks of the directory and of time. */
export async function prepareProof(
  flow: CallFlow,
  directory: Directory | undefined,
  options: ProveOptions,
): Promise<Telling> {
  const clocks = await loadWallClocks();
  const horizon = horizonOf(
    options.from,
    options.to,
    clocks.offsetAt(directory?.timeZone ?? 'UTC'),
  );
  const calendars = directory === undefined ? undefined : await loadCalendars(directory);
  const staffing = directory === undefined ? undefined : await loadStaffing(directory);
  const subject = subjectOf(
    { flow, directory, calendars, staffing, horizon },
    {
      mostStates: options.mostStates ?? usualBounds.mostStates,
      longestCall: options.longestCall ?? usualBounds.longestCall,
    },
  );
  const routing =
    directory === undefined || calendars === undefined || staffing === undefined
      ? undefined
      : { directory, calendars, staffing };
  return { subject, routing, clocks };
}

/** Calendars whose switch a drill turns on. */
export function drilledSwitches({ met }: Subject, drills: readonly Drill[]): readonly CalendarId[] {
  const on = drills.flatMap((drill) =>
    drill.kind === 'emergency' ? (drill.calendar ?? met.calendars) : [],
  );
  return [...new Set(on)];
}
