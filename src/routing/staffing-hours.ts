import { calendarId } from '../script/names.ts';
import { loadCalendars } from './calendar-state.ts';
import type { Directory, Queue } from './directory.ts';
import type { CalendarProblem } from './read-calendar.ts';
import { servingEntries, staffedBy, type People, type PeopleWanted } from './staffed-by.ts';

/** A moment (milliseconds since 1970, UTC) from which people of a staffing entry work, or don't. */
export interface StaffingChange {
  readonly at: number;
  readonly works: boolean;
}

/** When people are staffed. Entries are told by their position in the directory's list. */
export interface StaffingHours {
  /** Whether the hours of an entry hold at a moment. Hours that can't be read never hold. */
  readonly worksAt: (entry: number, epochMs: number) => boolean;
  /** Whether they hold at `fromMs`, and every change before `untilMs`, in order. */
  readonly changes: (entry: number, fromMs: number, untilMs: number) => readonly StaffingChange[];
  /** Who is there for a caller in a queue at a moment; nobody where there is no such queue. */
  readonly peopleAt: (queueId: string, epochMs: number, wanted?: PeopleWanted) => People;
  /** Hours and zones that could not be read, with their way in the directory. */
  readonly problems: readonly CalendarProblem[];
}

/** The zone of an entry's hours: its own, its site's, else the directory's. */
function zoneOf(directory: Directory, entry: Directory['staffing'][number]): string {
  const { site, timeZone } = entry;
  const place =
    site !== undefined && Object.hasOwn(directory.sites, site) ? directory.sites[site] : undefined;
  return timeZone ?? place?.timeZone ?? directory.timeZone;
}

/**
 * Loads when people are staffed. Every staffing entry is read as a calendar of its own, equal hours
 * in equal zones once: holidays don't count unless the hours name them. Moments before 1970 or
 * from 2100 on throw a RangeError.
 */
export async function loadStaffing(directory: Directory): Promise<StaffingHours> {
  const ids = new Map<string, string>();
  const calendars: Record<string, { readonly hours: string; readonly timeZone: string }> = {};
  const shifts = directory.staffing.map((entry) => {
    const timeZone = zoneOf(directory, entry);
    const key = `${timeZone} ${entry.hours}`;
    const id = ids.get(key) ?? calendarId(`shift-${ids.size}`);
    ids.set(key, id);
    calendars[id] = { hours: entry.hours, timeZone };
    return id;
  });
  const hours = await loadCalendars({ ...directory, calendars });
  const shiftOf = (entry: number) => shifts[entry] ?? '';

  const serving = new Map<string, readonly number[]>();
  const entriesOf = (queueId: string) => {
    const known = serving.get(queueId) ?? servingEntries(directory, queueId);
    serving.set(queueId, known);
    return known;
  };
  const queues = new Map<string, Queue>(Object.entries(directory.queues));

  const worksAt: StaffingHours['worksAt'] = (entry, epochMs) =>
    hours.stateAt(shiftOf(entry), epochMs) === 'open';
  return {
    worksAt,
    changes: (entry, fromMs, untilMs) =>
      hours
        .changes(shiftOf(entry), fromMs, untilMs)
        .map(({ at, state }) => ({ at, works: state === 'open' })),
    peopleAt: (queueId, epochMs, wanted) => {
      const queue = queues.get(queueId);
      if (queue === undefined) return 'nobody';
      const works = (entry: number) => worksAt(entry, epochMs);
      return staffedBy(directory, queue, entriesOf(queueId), works, wanted);
    },
    problems: hours.problems.flatMap(({ path, ...problem }) => {
      const entry = shifts.findIndex((id) => id === path[1]);
      return [{ ...problem, path: ['staffing', entry, ...path.slice(2)] }];
    }),
  };
}
