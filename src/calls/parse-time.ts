/** Why a text is no moment. */
export type TimeProblem = 'time not readable' | 'time without offset' | 'no such day or time';

const zero = 48;
const longest = 40;

/** Minutes that a clock is off from Greenwich at most. */
const furthest = 14 * 60;

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && leap ? 29 : (daysIn[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** Days from 1970-01-01 in the calendar of ISO 8601, counting years from March (H. Hinnant). */
export function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The number that `length` digits from `from` on make; NaN where one is no digit. */
function digits(text: string, from: number, length: number): number {
  let number = 0;
  for (let index = from; index < from + length; index += 1) {
    const digit = text.charCodeAt(index) - zero;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Minutes east of Greenwich that the rest of the text says, or NaN. */
function offsetMinutes(text: string, from: number): number {
  const sign = text[from];
  const rest = text.length - from;
  if (sign === 'Z' || sign === 'z') return rest === 1 ? 0 : Number.NaN;
  if (sign !== '+' && sign !== '-') return Number.NaN;
  const colon = text[from + 3] === ':';
  if (rest !== 3 && rest !== (colon ? 6 : 5)) return Number.NaN;
  const hours = digits(text, from + 1, 2);
  const minutes = rest === 3 ? 0 : digits(text, from + (colon ? 4 : 3), 2);
  if (Number.isNaN(hours + minutes)) return Number.NaN;
  // Beyond these no clock on earth goes; the caller tells it apart from an unreadable text.
  const offset = hours * 60 + minutes;
  if (minutes > 59 || offset > furthest) return Number.POSITIVE_INFINITY;
  return sign === '-' ? -offset : offset;
}

/**
 * Reads a moment of ISO 8601 with its offset: `2026-03-02T08:00:00.250+01:00`, `…Z`, `+0100`, `+01`;
 * a space may stand for the `T`, seconds and their fraction may be left out. Returns milliseconds
 * since 1970 in UTC, finer fractions cut off, or what is wrong. Times without an offset are refused,
 * because two readers would read them differently; days that don't exist, because some readers
 * would silently take the next month's.
 */
export function parseTime(text: string): number | TimeProblem {
  const shaped =
    text.length >= 16 &&
    text.length <= longest &&
    text[4] === '-' &&
    text[7] === '-' &&
    (text[10] === 'T' || text[10] === ' ' || text[10] === 't') &&
    text[13] === ':';
  if (!shaped) return 'time not readable';
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  let at = 16;
  let second = 0;
  let milliseconds = 0;
  if (text[at] === ':') {
    second = digits(text, at + 1, 2);
    at += 3;
    if (text[at] === '.' || text[at] === ',') {
      const begin = at + 1;
      at = begin;
      while (!Number.isNaN(digits(text, at, 1))) at += 1;
      if (at === begin) return 'time not readable';
      milliseconds = digits(text.slice(begin, at).padEnd(3, '0'), 0, 3);
    }
  }
  if (Number.isNaN(year + month + day + hour + minute + second)) return 'time not readable';
  if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59)
    return 'no such day or time';
  if (at === text.length) return 'time without offset';
  const offset = offsetMinutes(text, at);
  if (Number.isNaN(offset)) return 'time not readable';
  if (!Number.isFinite(offset)) return 'no such day or time';
  const minutes = daysSince1970(year, month, day) * 1440 + hour * 60 + minute - offset;
  return minutes * 60_000 + second * 1000 + milliseconds;
}
