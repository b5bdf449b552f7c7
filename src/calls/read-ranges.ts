import { closeSync, openSync, readSync } from 'node:fs';
import type { LogRange } from './bytes/range-log.ts';
import { lineFeed } from './bytes/signs.ts';

const lookedAt = 1 << 16;

/** The beginning of the first line that begins behind a place, or the end of the file. */
function lineBehind(open: number, place: number, size: number): number {
  const chunk = new Uint8Array(lookedAt);
  for (let at = place; at < size;) {
    const length = readSync(open, chunk, 0, lookedAt, at);
    if (length === 0) break;
    const end = chunk.subarray(0, length).indexOf(lineFeed);
    if (end >= 0) return at + end + 1;
    at += length;
  }
  return size;
}

/** Splits the lines of a file from a place on into so many ranges of about equal size; fewer where lines are long. */
export function rangesOf(
  file: string,
  from: number,
  size: number,
  count: number,
): readonly LogRange[] {
  const open = openSync(file, 'r');
  try {
    const borders = [from];
    for (let index = 1; index < count; index += 1) {
      const border = lineBehind(open, from + Math.floor(((size - from) / count) * index), size);
      if (border > (borders.at(-1) ?? 0) && border < size) borders.push(border);
    }
    return borders.map((begin, index) => {
      const next = borders[index + 1];
      // The last one also reads what is written to the file meanwhile.
      return { from: begin, to: next ?? Number.POSITIVE_INFINITY, isLast: next === undefined };
    });
  } finally {
    closeSync(open);
  }
}
