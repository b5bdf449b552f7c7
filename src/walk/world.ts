import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import type { StaffingHours } from '../routing/staffing-hours.ts';
import type { CalendarId, QueueId } from '../script/names.ts';
import type { CalendarState } from '../script/vocabulary.ts';

/** What a call meets outside the menu: the time, the calendars, and what chance or a host decides. */
export interface World {
  /** The moment the call begins, in milliseconds since 1970, UTC. */
  readonly start: number;
  /** The state of a calendar at a moment (milliseconds since 1970, UTC). */
  readonly calendarState: (calendar: CalendarId, at: number) => CalendarState;
  /** Where queues say which calendar they keep; without it every queue is taken to be open. */
  readonly directory?: Directory | undefined;
  /** Who works when; without it somebody is there whenever a queue is open. */
  readonly staffing?: Pick<StaffingHours, 'peopleAt'> | undefined;
  /** What is taken to fail; emergency switches are told by `calendarState`. */
  readonly drills?: readonly Drill[] | undefined;
  /** The word that a branch on a queue compares with; without it `open` or `closed` by its calendar. */
  readonly queueStatus?: ((queue: QueueId, at: number) => string | undefined) | undefined;
  /** Attributes and results that are known of the caller before any option sets them. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** The draw for a branch by share, from 0 to below 1; 0 where nothing is said. */
  readonly share?: number | undefined;
}

/** A world in which everything is open, for calls that need no more. */
export const alwaysOpen: World = { start: 0, calendarState: () => 'open' };

/** Thirty years: no call takes longer, whatever lengths a file gives its recordings. */
export const mostSeconds = 1e9;

/** A moment of a call (seconds from its start), in milliseconds since 1970, UTC. */
export function momentIn({ start }: World, seconds: number): number {
  return start + Math.round(Math.min(seconds, mostSeconds) * 1000);
}
