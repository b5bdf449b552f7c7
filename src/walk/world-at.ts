import { loadCalendars, type Calendars } from '../routing/calendar-state.ts';
import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import { loadStaffing, type StaffingHours } from '../routing/staffing-hours.ts';
import { latestMoment } from './moments.ts';
import type { World } from './world.ts';

/** What a world is like beside its directory. */
export interface WorldOptions {
  /** The moment the call begins, in milliseconds since 1970, UTC. */
  readonly start: number;
  readonly drills?: readonly Drill[] | undefined;
  readonly attributes?: World['attributes'];
  readonly share?: number | undefined;
}

/** A directory with what is asked of it at every moment. */
export interface Routing {
  readonly directory: Directory;
  readonly calendars: Pick<Calendars, 'stateAt'>;
  readonly staffing: Pick<StaffingHours, 'peopleAt'>;
}

/** Loads what a directory says of every moment. */
export async function loadRouting(directory: Directory): Promise<Routing> {
  const [calendars, staffing] = await Promise.all([
    loadCalendars(directory),
    loadStaffing(directory),
  ]);
  return { directory, calendars, staffing };
}

/**
 * The world that a call meets: calendars, people and failures as the directory and the drills have
 * them. A calendar that the directory lacks is closed; without any directory all is open. Moments
 * behind the last that calendars know are as that one.
 */
export function worldAt(routing: Routing | undefined, options: WorldOptions): World {
  const { start, drills = [], attributes, share } = options;
  const known = (at: number) => Math.min(at, latestMoment);
  const allOn = drills.some((drill) => drill.kind === 'emergency' && drill.calendar === undefined);
  const on = new Set(
    drills.map((drill) => (drill.kind === 'emergency' ? drill.calendar : undefined)),
  );
  return {
    start,
    drills,
    attributes,
    share,
    directory: routing?.directory,
    staffing:
      routing === undefined
        ? undefined
        : {
            peopleAt: (queue, at, wanted) => routing.staffing.peopleAt(queue, known(at), wanted),
          },
    calendarState: (calendar, at) => {
      if (allOn || on.has(calendar)) return 'emergency';
      return routing?.calendars.stateAt(calendar, known(at)) ?? 'open';
    },
  };
}
