import { parseTime } from '../parse-time.ts';
import type { MappedTime } from './mapping.ts';
import { timeWords, type TimeWord } from './time-pattern.ts';
import { writtenTimeReader, type WrittenTime } from './written-time.ts';
import { zoneClock, type ZoneClock } from './zone-clock.ts';

/** Why a text of a mapped log is no moment. */
export type MappedTimeProblem =
  | 'time not readable'
  | 'time without offset'
  | 'no such day or time'
  | 'day and month not told apart'
  | 'time without a day'
  | 'time skipped by the clocks';

/** A moment in milliseconds since 1970; two where the clocks show it twice; or what is wrong. */
export type MappedMoment =
  number | { readonly first: number; readonly second: number } | MappedTimeProblem;

export interface TimeReader {
  /** Reads the moment of a row; rows come in the order of the log. */
  readonly read: (text: string) => MappedMoment;
  /** Reads a moment that follows another within a day, as the end of a visit does. */
  readonly readAfter: (text: string, start: number) => MappedMoment;
}

const day = 86_400_000;
const units = { 'epoch-s': 1000, 'epoch-ms': 1, 'epoch-us': 0.001 } as const;

const isWord = (pattern: string): pattern is TimeWord =>
  (timeWords as readonly string[]).includes(pattern);

/** Seconds since 1970 or so; a fraction may follow, with the sign that the log has for it. */
function epochReader(
  unit: number,
  decimal: string,
): (text: string) => number | 'time not readable' {
  return (text) => {
    const plain = decimal === ',' ? text.replace(',', '.') : text;
    if (!/^\d{1,17}(?:\.\d{1,9})?$/.test(plain)) return 'time not readable';
    const ms = Math.floor(Number(plain) * unit);
    // Before 1980 and beyond the year 9999 the unit is another one.
    return ms < 315_532_800_000 || ms > 253_402_300_799_999 ? 'time not readable' : ms;
  };
}

/** A day written as two readers would read it differently: 02/03/2026. */
const swappable = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;

function readIso(text: string): WrittenTime | MappedTimeProblem | number {
  const moment = parseTime(text);
  if (typeof moment === 'number') return moment;
  if (moment === 'time without offset') {
    const local = parseTime(`${text}Z`);
    if (typeof local === 'string') return local;
    return {
      day: Math.floor(local / day),
      time: local - Math.floor(local / day) * day,
      offset: undefined,
    };
  }
  return moment === 'time not readable' && swappable.test(text)
    ? 'day and month not told apart'
    : moment;
}

/**
 * Makes the reader of a mapping's moments. Moments with an offset say what they are; others are read on
 * the clock of the mapping's zone. Without a zone they are refused, for two readers would read them
 * differently. Where only the time of day is written, a time that goes back by more than twelve hours
 * is of the next day.
 */
export async function timeReader(
  time: Exclude<MappedTime, string>,
  decimal: '.' | ',' = '.',
): Promise<TimeReader> {
  const { pattern = 'iso', zone, months, ahead = 0 } = time;
  const skew = Math.round(ahead * 1000);
  const clock: ZoneClock | undefined = zone === undefined ? undefined : await zoneClock(zone);
  const epoch =
    isWord(pattern) && pattern !== 'iso' ? epochReader(units[pattern], decimal) : undefined;
  const written = isWord(pattern) ? readIso : writtenTimeReader(pattern, months);
  const startDay =
    time.day === undefined ? undefined : Math.floor(Date.parse(`${time.day}T00:00:00Z`) / day);
  let lastLocal: number | undefined;

  const momentOf = (local: number, offset: number | undefined): MappedMoment => {
    if (offset !== undefined) return local - offset * 60_000 - skew;
    if (clock === undefined) return 'time without offset';
    const [first, second] = clock.momentsOf(local);
    if (first === undefined) return 'time skipped by the clocks';
    return second === undefined ? first - skew : { first: first - skew, second: second - skew };
  };
  /** The day of a time that is written without one. */
  const placed = (time: number): number | undefined => {
    if (lastLocal === undefined) return startDay === undefined ? undefined : startDay * day + time;
    const today = Math.floor(lastLocal / day) * day + time;
    if (today < lastLocal - day / 2) return today + day;
    return today > lastLocal + day / 2 ? today - day : today;
  };

  const read = (text: string): MappedMoment => {
    if (epoch !== undefined) {
      const moment = epoch(text);
      return typeof moment === 'number' ? moment - skew : moment;
    }
    const found = written(text);
    if (typeof found === 'number') return found - skew;
    if (typeof found === 'string') return found;
    const local = found.day === undefined ? placed(found.time) : found.day * day + found.time;
    if (local === undefined) return 'time without a day';
    if (found.day === undefined) lastLocal = Math.max(lastLocal ?? local, local);
    return momentOf(local, found.offset);
  };

  return {
    read,
    readAfter(text, start) {
      const found = epoch === undefined ? written(text) : undefined;
      if (typeof found !== 'object' || found.day !== undefined) return read(text);
      // Only the time of day: the first moment from the start on at which the clock shows it. What seems
      // to last longer than half a day has ended before it began, by a clock that is off.
      const around = Math.floor(start / day) * day;
      const moments = [-1, 0, 1, 2].flatMap((days) => {
        const moment = momentOf(around + days * day + found.time, found.offset);
        if (typeof moment === 'number') return [moment];
        return typeof moment === 'string' ? [] : [moment.first, moment.second];
      });
      const next = moments.find((moment) => moment >= start);
      if (next === undefined) return momentOf(around + found.time, found.offset);
      return next - start <= day / 2
        ? next
        : (moments.findLast((moment) => moment < start) ?? next);
    },
  };
}
