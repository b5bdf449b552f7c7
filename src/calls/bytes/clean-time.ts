import { parseTime } from '../parse-time.ts';
import type { Moment } from './moment.ts';

/** The length of `2026-03-02T08:00:05.250Z`. */
const utcLength = 24;
/** The length of `2026-03-02T08:00`, which rows in order of time share for a while. */
const minuteLength = 16;
/** The length of `2026-03-02T`. */
const dayLength = 11;
/** Days of a month are remembered each in its place. */
const daysKept = 32;
const zero = 48;
const colon = 58;
const point = 46;
const utc = 90;

/**
 * Reads a moment out of bytes and puts it where moments are handed over; says whether it did, for it
 * doesn't if the moment isn't written in a way it knows by heart.
 */
export type CleanTime = (bytes: DataView, from: number, to: number) => boolean;

/** The number that two digits make; NaN where they are none. */
function twoDigits(bytes: DataView, from: number): number {
  const tens = bytes.getUint8(from) - zero;
  const ones = bytes.getUint8(from + 1) - zero;
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The milliseconds east of Greenwich of `Z`, `+01`, `+0100` or `+01:00`; NaN for all else. */
function offsetOf(bytes: DataView, from: number, to: number): number {
  const length = to - from;
  const sign = bytes.getUint8(from);
  if (length === 1) return sign === utc ? 0 : Number.NaN;
  if (sign !== 43 && sign !== 45) return Number.NaN;
  if (length !== 3 && length !== 5 && !(length === 6 && bytes.getUint8(from + 3) === colon))
    return Number.NaN;
  const hours = twoDigits(bytes, from + 1);
  const minutes = length === 3 ? 0 : twoDigits(bytes, to - 2);
  const offset = hours * 60 + minutes;
  if (!(minutes <= 59 && offset <= 14 * 60)) return Number.NaN;
  return (sign === 45 ? -1 : 1) * offset * 60_000;
}

/** Reads the days that moments begin with; NaN for what `parseTime` takes for none. */
function createDayReader(): (bytes: DataView, from: number) => number {
  const texts = new Uint8Array(daysKept * dayLength);
  const days = new Float64Array(daysKept).fill(Number.NaN);
  return (bytes, from) => {
    const number = twoDigits(bytes, from + 8);
    const place = number < daysKept ? number : 0;
    const text = place * dayLength;
    let index = 0;
    while (index < dayLength && texts[text + index] === bytes.getUint8(from + index)) index += 1;
    if (index === dayLength) return days[place] ?? Number.NaN;
    const day = Array.from({ length: dayLength }, (_, place) => bytes.getUint8(from + place));
    texts.set(day, text);
    const parsed = parseTime(`${String.fromCharCode(...day)}00:00:00.000Z`);
    days[place] = typeof parsed === 'number' ? parsed : Number.NaN;
    return days[place] ?? Number.NaN;
  };
}

/**
 * A reader of moments such as `2026-03-02T08:00:05.250Z` that remembers the last minute, and days. It
 * knows other fractions and offsets, too; everything else is read by `parseTime`, which also decides
 * what a day is.
 */
export function createCleanTime(now: Moment): CleanTime {
  const dayOf = createDayReader();
  const minute = new Int32Array(minuteLength / 4);
  const base = Float64Array.of(Number.NaN);

  const remember = (bytes: DataView, from: number): void => {
    for (let word = 0; word < minute.length; word += 1)
      minute[word] = bytes.getInt32(from + 4 * word, true);
    const hours = twoDigits(bytes, from + dayLength);
    const minutes = twoDigits(bytes, from + dayLength + 3);
    const isTime = hours <= 23 && minutes <= 59 && bytes.getUint8(from + dayLength + 2) === colon;
    base[0] = isTime ? dayOf(bytes, from) + (hours * 60 + minutes) * 60_000 : Number.NaN;
  };
  /** What stands behind the minute, when it isn't `:05.250Z`. */
  const anyRest = (bytes: DataView, from: number, to: number): boolean => {
    const seconds = twoDigits(bytes, from + 1);
    if (bytes.getUint8(from) !== colon || !(seconds <= 59)) return false;
    let here = from + 3;
    let milliseconds = 0;
    if (bytes.getUint8(here) === point) {
      here += 1;
      const begin = here;
      let weight = 100;
      for (let digit = bytes.getUint8(here) - zero; here < to && digit >>> 0 <= 9;) {
        milliseconds += digit * weight;
        weight = weight === 100 ? 10 : weight === 10 ? 1 : 0;
        here += 1;
        digit = bytes.getUint8(here) - zero;
      }
      if (here === begin) return false;
    }
    const at = (base[0] ?? 0) + seconds * 1000 + milliseconds - offsetOf(bytes, here, to);
    now[0] = at;
    return !Number.isNaN(at);
  };

  return (bytes, from, to) => {
    // A byte more than the longest that parseTime takes is left to it.
    if (to - from <= minuteLength || to - from > 40) return false;
    // The last word changes most often.
    if (
      minute[3] !== bytes.getInt32(from + 12, true) ||
      minute[2] !== bytes.getInt32(from + 8, true) ||
      minute[1] !== bytes.getInt32(from + 4, true) ||
      minute[0] !== bytes.getInt32(from, true)
    )
      remember(bytes, from);
    if (to - from !== utcLength) return anyRest(bytes, from + minuteLength, to);
    // `:05.` and `250Z` as words: the signs between the digits, then that each digit is one.
    const seconds = bytes.getInt32(from + 16, true);
    const rest = bytes.getInt32(from + 20, true);
    const isUtc =
      (seconds & 0xfff0f0ff) === 0x2e30303a &&
      (rest & 0xfff0f0f0) === 0x5a303030 &&
      ((seconds + 0x00060a00) & 0x00f0f000) === 0x00303000 &&
      ((rest + 0x00060606) & 0x00f0f0f0) === 0x00303030;
    if (!isUtc) return anyRest(bytes, from + minuteLength, to);
    const at =
      (base[0] ?? 0) +
      ((seconds >> 8) & 15) * 10_000 +
      ((seconds >> 16) & 15) * 1000 +
      (rest & 15) * 100 +
      ((rest >> 8) & 15) * 10 +
      ((rest >> 16) & 15);
    now[0] = at;
    return !Number.isNaN(at);
  };
}
