import { printable } from '../source/code-frame.ts';
import { IvrError } from '../source/ivr-error.ts';
import { didYouMean } from '../source/nearest-name.ts';
import { earliestMoment, latestMoment } from './moments.ts';
import type { OffsetAt } from './window.ts';

/** A moment as a user meant it. */
export interface ReadMoment {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** What had to be decided: the clocks skip this time, or show it twice. */
  readonly note: string | undefined;
}

const minute = 60_000;
const day = 86_400_000;
const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
const days = ['today', 'tomorrow', ...weekdays] as const;

const help =
  'Write "2026-12-05 14:10", "saturday 14:10", or an ISO 8601 time with its zone: 2026-12-05T14:10+02:00.';

function refuse(text: string, why: string, hint = ''): IvrError {
  return new IvrError('usage', `"${printable(text)}" ${why}.${hint}`, { help });
}

const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** Milliseconds from midnight, or nothing for no time of a day. */
function timeOfDay(text: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = clock.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  return h < 24 && m < 60 && s < 60 ? ((h * 60 + m) * 60 + s) * 1000 : undefined;
}

/** A date as it is written, as midnight on the wall clock; nothing for no day that there is. */
function midnightOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
  return isDay ? midnight : undefined;
}

/** The day that a word means, as midnight on the wall clock: a weekday is the next after today. */
function dayOf(word: string, today: number): number | undefined {
  const names = days.filter((name) => name === word || name.slice(0, 3) === word);
  const [name] = names;
  if (name === undefined) return undefined;
  if (name === 'today') return today;
  if (name === 'tomorrow') return today + day;
  const ahead = (weekdays.indexOf(name) - new Date(today).getUTCDay() + 7) % 7;
  return today + (ahead === 0 ? 7 : ahead) * day;
}

const wallText = (wall: number): string =>
  new Date(wall).toISOString().slice(0, 16).replace('T', ' ');

/** How far a wall clock is from UTC: `+02:00`. */
export function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / minute);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The moment at which the wall clock of a zone shows a time. */
function fromWall(wall: number, zone: string, offsetAt: OffsetAt): ReadMoment {
  const offsets = new Set([wall - day, wall, wall + day].map(offsetAt));
  const fitting = [...offsets]
    .map((offset) => wall - offset)
    .filter((at) => at + offsetAt(at) === wall);
  const [first, second] = fitting.sort((a, b) => a - b);
  if (first === undefined) {
    const at = wall - offsetAt(wall - day);
    const note = `The clocks of ${zone} skip ${wallText(wall)}: ${wallText(at + offsetAt(at))} is taken.`;
    return { at, note };
  }
  if (second === undefined) return { at: first, note: undefined };
  const iso = `${wallText(wall).replace(' ', 'T')}${offsetText(offsetAt(second))}`;
  const note = `The clocks of ${zone} show ${wallText(wall)} twice: the first is taken; ${iso} is the second.`;
  return { at: first, note };
}

const withZone = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a moment: an ISO 8601 time with its zone, or a time on the wall clock of a zone with a date, a
 * weekday (the next after today), `today` or `tomorrow` before it. Throws an IvrError `usage` for
 * anything else, and for moments of which calendars know nothing.
 */
export function parseMoment(
  text: string,
  {
    now,
    zone,
    offsetAt,
  }: { readonly now: number; readonly zone: string; readonly offsetAt: OffsetAt },
): ReadMoment {
  const written = text.trim();
  const inRange = (moment: ReadMoment): ReadMoment => {
    if (moment.at >= earliestMoment && moment.at <= latestMoment) return moment;
    throw refuse(text, 'lies where calendars know nothing: before 1970 or from 2100 on');
  };
  if (withZone.test(written)) {
    const isDay = midnightOf(written.slice(0, 10)) !== undefined;
    const at = isDay ? Date.parse(written.replace(' ', 'T')) : NaN;
    if (Number.isNaN(at)) throw refuse(text, 'is not a moment that exists');
    return inRange({ at, note: undefined });
  }
  const [first = '', second, ...more] = written.toLowerCase().split(/[ t]+(?=\d)|\s+/);
  const today = Math.floor((now + offsetAt(now)) / day) * day;
  const hasDay = second !== undefined;
  const time = timeOfDay(second ?? first);
  if (more.length > 0 || time === undefined) {
    const isDay = !hasDay && (midnightOf(first) ?? dayOf(first, today)) !== undefined;
    throw refuse(text, isDay ? 'says no time of the day' : 'is not a moment that can be read');
  }
  const midnight = hasDay ? (midnightOf(first) ?? dayOf(first, today)) : today;
  if (midnight === undefined)
    throw refuse(text, 'names no day that there is', didYouMean(first, days));
  const wall = midnight + time;
  if (wall < earliestMoment || wall > latestMoment) inRange({ at: wall, note: undefined });
  return inRange(fromWall(wall, zone, offsetAt));
}
