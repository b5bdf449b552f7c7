import { parseTime } from '../parse-time.ts';

/** The length of `2026-03-02T08:00:05.250Z`. */
const utcLength = 24;
/** The length of `2026-03-02T08:00`, which rows in order of time share for a while. */
const minuteLength = 16;
const zero = 48;

/** Reads moments out of bytes; NaN for what isn't written in the one way it knows by heart. */
export type CleanTime = (bytes: Uint8Array, from: number, to: number) => number;

/**
 * A reader of moments such as `2026-03-02T08:00:05.250Z` that remembers the last minute. Everything
 * else is NaN, and is read by `parseTime`, which also decides what a minute is.
 */
export function createCleanTime(): CleanTime {
  const minute = new Uint8Array(minuteLength);
  let base = Number.NaN;
  return (bytes, from, to) => {
    if (to - from !== utcLength || bytes[to - 1] !== 90 || bytes[from + 19] !== 46)
      return Number.NaN;
    if (bytes[from + 16] !== 58) return Number.NaN;
    let isSame = true;
    for (let index = minuteLength - 1; index >= 0; index -= 1) {
      if (minute[index] !== bytes[from + index]) {
        isSame = false;
        break;
      }
    }
    if (!isSame) {
      for (let index = 0; index < minuteLength; index += 1) {
        minute[index] = bytes[from + index] ?? 0;
      }
      const parsed = parseTime(`${String.fromCharCode(...minute)}:00.000Z`);
      base = typeof parsed === 'number' ? parsed : Number.NaN;
    }
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
