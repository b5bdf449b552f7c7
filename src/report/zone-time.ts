import { offsetText } from '../walk/parse-moment.ts';
import type { OffsetAt } from '../walk/window.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The wall clock of a zone. */
export interface ZoneTime {
  /** Its IANA name. */
  readonly zone: string;
  readonly offsetAt: OffsetAt;
}

const wall = (at: number, { offsetAt }: ZoneTime): Date => new Date(at + offsetAt(at));

/** A moment as ISO 8601 with the zone's distance from UTC, to the millisecond. */
export function zoneIso(at: number, zone: ZoneTime): string {
  return wall(at, zone).toISOString().slice(0, -1) + offsetText(zone.offsetAt(at));
}

/** The time of the day, to the second that has begun. */
export function zoneClock(at: number, zone: ZoneTime): string {
  return wall(at, zone).toISOString().slice(11, 19);
}

/** The day and the time, for people: `Saturday 2026-12-05 14:10`. */
export function zoneDay(at: number, zone: ZoneTime): string {
  const shown = wall(at, zone);
  const time = shown.toISOString().slice(0, 19).replace('T', ' ').replace(/:00$/, '');
  return `${weekdays[shown.getUTCDay()] ?? ''} ${time}`;
}
