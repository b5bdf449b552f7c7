import { isTimeZone, type ZoneOffsets } from '../routing/zone-offsets.ts';

/** An hour of the clock, and the moment (milliseconds since 1970, UTC) at which it begins. */
export interface ClockHour {
  readonly hour: number;
  readonly at: number;
}

/** A day of a zone: 23, 24 or 25 hours long. */
export interface WeekDay {
  /** As `2026-03-29`. */
  readonly date: string;
  readonly from: number;
  readonly until: number;
  /** Its hours in order; a skipped one is missing, a repeated one comes twice. */
  readonly hours: readonly ClockHour[];
}

/** A week from Monday to Sunday on the clock of a zone. */
export interface Week {
  readonly timeZone: string;
  readonly from: number;
  readonly until: number;
  readonly days: readonly WeekDay[];
}

const day = 86_400_000;
const hour = 3_600_000;

/**
 * The week of a day (any moment of it in UTC) on the clock of a zone. A zone that isn't known is taken for UTC.
 * Where the clocks skip midnight the day begins with the first moment behind it.
 */
export function weekOf(moment: number, timeZone: string, offsetsOf: ZoneOffsets): Week {
  const given = Math.floor(moment / day) * day;
  const monday = given - ((new Date(given).getUTCDay() + 6) % 7) * day;
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const offsets = offsetsOf(zone, monday - 2 * day, monday + 9 * day);

  const momentOf = (wall: number): number => {
    for (const { from, to, offset } of offsets) {
      if (wall - offset < from) return from;
      if (wall - offset < to) return wall - offset;
    }
    return wall;
  };
  const hourAt = (at: number): number => {
    const span = offsets.find(({ from, to }) => from <= at && at < to);
    return new Date(at + (span?.offset ?? 0)).getUTCHours();
  };

  const days = Array.from({ length: 7 }, (_, index): WeekDay => {
    const wall = monday + index * day;
    const [from, until] = [momentOf(wall), momentOf(wall + day)];
    const hours: ClockHour[] = [];
    for (let at = from; at < until; at += hour) hours.push({ hour: hourAt(at), at });
    return { date: new Date(wall).toISOString().slice(0, 10), from, until, hours };
  });
  return { timeZone: zone, from: days[0]?.from ?? monday, until: days[6]?.until ?? monday, days };
}
