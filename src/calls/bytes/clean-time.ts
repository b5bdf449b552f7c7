import { parseTime } from '../parse-time.ts';

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

/** Reads moments out of bytes; NaN for what isn't written in a way it knows by heart. */
export type CleanTime = (bytes: Uint8Array, from: number, to: number) => number;

/** The number that two digits make; NaN where they are none. */
function twoDigits(bytes: Uint8Array, from: number): number {
  const tens = (bytes[from] ?? 0) - zero;
  const ones = (bytes[from + 1] ?? 0) - zero;
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The milliseconds east of Greenwich of `Z`, `+01`, `+0100` or `+01:00`; NaN for all else. */
function offsetOf(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const sign = bytes[from];
  if (length === 1) return sign === utc ? 0 : Number.NaN;
  if (sign !== 43 && sign !== 45) return Number.NaN;
  if (length !== 3 && length !== 5 && !(length === 6 && bytes[from + 3] === colon))
    return Number.NaN;
  const hours = twoDigits(bytes, from + 1);
  const minutes = length === 3 ? 0 : twoDigits(bytes, to - 2);
  if (!(hours <= 14 && minutes <= 59)) return Number.NaN;
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Reads the days that moments begin with; NaN for what `parseTime` takes for none. */
function createDayReader(): (bytes: Uint8Array, from: number) => number {
  const texts = new Uint8Array(daysKept * dayLength);
  const days = new Float64Array(daysKept).fill(Number.NaN);
  return (bytes, from) => {
    const number = twoDigits(bytes, from + 8);
    const place = number < daysKept ? number : 0;
    const text = place * dayLength;
    let index = 0;
    while (index < dayLength && texts[text + index] === bytes[from + index]) index += 1;
    if (index === dayLength) return days[place] ?? Number.NaN;
    const day = bytes.subarray(from, from + dayLength);
    texts.set(day, text);
    const parsed = parseTime(`${String.fromCharCode(...day)}00:00:00.000Z`);
    days[place] = typeof parsed === 'number' ? parsed : Number.NaN;
    return days[place] ?? Number.NaN;
  };
}

/**
 * A reader of moments such as `2026-03-02T08:00:05.250Z` that remembers the last minute, and days. It
 * knows other fractions and offsets, too; everything else is NaN, and is read by `parseTime`, which
 * also decides what a day is.
 */
export function createCleanTime(): CleanTime {
  const dayOf = createDayReader();
  const minute = new Uint8Array(minuteLength);
  let base = Number.NaN;

  const remember = (bytes: Uint8Array, from: number): void => {
    for (let index = 0; index < minuteLength; index += 1) minute[index] = bytes[from + index] ?? 0;
    const hours = twoDigits(bytes, from + dayLength);
    const minutes = twoDigits(bytes, from + dayLength + 3);
    const isTime = hours <= 23 && minutes <= 59 && bytes[from + dayLength + 2] === colon;
    base = isTime ? dayOf(bytes, from) + (hours * 60 + minutes) * 60_000 : Number.NaN;
  };
  /** What stands behind the minute, when it isn't `:05.250Z`. */
  const anyRest = (bytes: Uint8Array, from: number, to: number): number => {
    const seconds = twoDigits(bytes, from + 1);
    if (bytes[from] !== colon || !(seconds <= 59)) return Number.NaN;
    let here = from + 3;
    let milliseconds = 0;
    if (bytes[here] === point) {
      here += 1;
      const begin = here;
      let weight = 100;
      for (let digit = (bytes[here] ?? 0) - zero; here < to && digit >>> 0 <= 9;) {
        milliseconds += digit * weight;
        weight = weight === 100 ? 10 : weight === 10 ? 1 : 0;
        here += 1;
        digit = (bytes[here] ?? 0) - zero;
      }
      if (here === begin) return Number.NaN;
    }
    return base + seconds * 1000 + milliseconds - offsetOf(bytes, here, to);
  };

  return (bytes, from, to) => {
    // A byte more than the longest that parseTime takes is left to it.
    if (to - from <= minuteLength || to - from > 40) return Number.NaN;
    for (let index = minuteLength - 1; index >= 0; index -= 1) {
      if (minute[index] !== bytes[from + index]) {
        remember(bytes, from);
        break;
      }
    }
    const isUtc =
      to - from === utcLength &&
      bytes[from + 16] === colon &&
      bytes[from + 19] === point &&
      bytes[to - 1] === utc;
    if (!isUtc) return anyRest(bytes, from + minuteLength, to);
    const tens = (bytes[from + 17] ?? 0) - zero;
    const ones = (bytes[from + 18] ?? 0) - zero;
    const hundreds = (bytes[from + 20] ?? 0) - zero;
    const tenths = (bytes[from + 21] ?? 0) - zero;
    const last = (bytes[from + 22] ?? 0) - zero;
    const isTime =
      tens >= 0 &&
      tens <= 5 &&
      ones >>> 0 <= 9 &&
      hundreds >>> 0 <= 9 &&
      tenths >>> 0 <= 9 &&
      last >>> 0 <= 9;
    return isTime
      ? base + (tens * 10 + ones) * 1000 + hundreds * 100 + tenths * 10 + last
      : Number.NaN;
  };
}
