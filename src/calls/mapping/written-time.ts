import { daysSince1970, isDay } from '../parse-time.ts';
import { timeParts, type TimeField } from './time-pattern.ts';

/** What a moment on a wall clock says; `offset` in minutes where it says that too. */
export interface WrittenTime {
  /** Days since 1970; nothing where only the time of day is written. */
  readonly day: number | undefined;
  /** Milliseconds since midnight. */
  readonly time: number;
  readonly offset: number | undefined;
}

export type WrittenProblem = 'time not readable' | 'no such day or time';

const zero = 48;

/** The digits at a place, at most so many: their number and how many they are. */
function digitsAt(
  text: string,
  from: number,
  most: number,
): readonly [number: number, length: number] {
  let number = 0;
  let length = 0;
  while (length < most) {
    const digit = text.charCodeAt(from + length) - zero;
    if (!(digit >= 0 && digit <= 9)) break;
    number = number * 10 + digit;
    length += 1;
  }
  return [number, length];
}

const english = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** The month at a place, by its whole name or its short one, and how long the name is. */
function monthAt(
  text: string,
  from: number,
  months: readonly string[],
): readonly [month: number, length: number] {
  const rest = text.slice(from, from + 40).toLowerCase();
  let best: readonly [number, number] = [0, 0];
  months.forEach((name, index) => {
    if (name.length > best[1] && rest.startsWith(name.toLowerCase()))
      best = [index + 1, name.length];
  });
  if (months !== english || best[1] === 0) return best;
  // The rest of an English name: `March`, `Sept`.
  let length = best[1];
  while (/[a-z]/.test(rest[length] ?? '')) length += 1;
  return [best[0], length];
}

/** How many letters stand at a place; the date says which day of the week it is. */
function lettersAt(text: string, from: number, most: number): number {
  return /^\p{L}*\.?/u.exec(text.slice(from, from + most))?.[0].length ?? 0;
}

const halves: readonly (readonly [text: string, added: number])[] = [
  ['a.m.', 0],
  ['p.m.', 12],
  ['am', 0],
  ['pm', 12],
];

function offsetAt(text: string, from: number): readonly [minutes: number, length: number] {
  const sign = text[from];
  if (sign === 'Z' || sign === 'z') return [0, 1];
  if (sign !== '+' && sign !== '-') return [0, 0];
  const [hours, hourLength] = digitsAt(text, from + 1, 2);
  if (hourLength !== 2) return [0, 0];
  const colon = text[from + 3] === ':' ? 1 : 0;
  const [minutes, minuteLength] = digitsAt(text, from + 3 + colon, 2);
  const total = (sign === '-' ? -1 : 1) * (hours * 60 + (minuteLength === 2 ? minutes : 0));
  return [total, minuteLength === 2 ? 5 + colon : 3];
}

/** Reads what is written on a wall clock, by one pattern. */
export type WrittenTimeReader = (text: string) => WrittenTime | WrittenProblem;

/**
 * Makes a reader of moments from a pattern: `YYYY`, `YY` (2000 to 2069, else 19..), `MM`, `M`, `MMM` (a
 * name of the month), `ddd` (a name of a weekday, passed over), `DD`, `D`, `HH`, `H`, `hh`, `h` with `A` (AM and PM), `mm`, `m`, `ss`, `s`, `S`
 * (a fraction of any length), `Z` (an offset); everything else stands for itself. Times are strict:
 * what isn't on the calendar is refused, nothing is guessed.
 */
export function writtenTimeReader(
  pattern: string,
  months: readonly string[] = english,
): WrittenTimeReader {
  const parts = timeParts(pattern);
  return (text) => {
    const found: Partial<Record<TimeField, number>> = {};
    let at = 0;
    for (const part of parts) {
      if (part.kind === 'sign') {
        if (!text.startsWith(part.text, at)) return 'time not readable';
        at += part.text.length;
        continue;
      }
      let value = 0;
      let length = 0;
      if (part.kind === 'monthName') [value, length] = monthAt(text, at, months);
      else if (part.kind === 'weekday') length = lettersAt(text, at, part.most);
      else if (part.kind === 'offset') [value, length] = offsetAt(text, at);
      else if (part.kind === 'half') {
        const rest = text.slice(at, at + 4).toLowerCase();
        const half = halves.find(([name]) => rest.startsWith(name));
        [value, length] = half === undefined ? [0, 0] : [half[1], half[0].length];
      } else {
        [value, length] = digitsAt(text, at, part.most);
        if (part.kind === 'fraction' && length > 0)
          value = Math.floor((value * 1000) / 10 ** length);
      }
      if (length < part.least) return 'time not readable';
      found[part.kind] = value;
      at += length;
    }
    return at === text.length ? writtenOf(found) : 'time not readable';
  };
}

function writtenOf(
  found: Readonly<Partial<Record<TimeField, number>>>,
): WrittenTime | WrittenProblem {
  const { shortYear, hour12, half = 0, minute = 0, second = 0, fraction = 0, offset } = found;
  if (hour12 !== undefined && (hour12 < 1 || hour12 > 12)) return 'no such day or time';
  const hour = found.hour ?? ((hour12 ?? 0) % 12) + half;
  if (hour > 23 || minute > 59 || second > 59) return 'no such day or time';
  if (offset !== undefined && Math.abs(offset) > 14 * 60) return 'no such day or time';
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
  const month = found.month ?? found.monthName;
  const year =
    found.year ??
    (shortYear === undefined ? undefined : shortYear + (shortYear < 70 ? 2000 : 1900));
  if (year === undefined || month === undefined || found.day === undefined)
    return { day: undefined, time, offset };
  if (!isDay(year, month, found.day)) return 'no such day or time';
  return { day: daysSince1970(year, month, found.day), time, offset };
}
