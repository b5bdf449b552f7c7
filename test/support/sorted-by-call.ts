import { rmSync } from 'node:fs';
import { countRanges, sortRange } from '../../src/calls/by-call/sort-range.ts';
import { mergePartialLogs } from '../../src/calls/bytes/partial-log.ts';
import { plainHeaderOf } from '../../src/calls/bytes/plain-header.ts';
import type { CondensedLog } from '../../src/calls/condensed-log.ts';
import { nothingKnown } from '../../src/calls/kept-value.ts';
import { rowsOfRanges } from '../../src/calls/by-call/sort-in-threads.ts';

/**
 * Condenses a CSV log as threads do that sort rows by their calls: in so many ranges of about equal size, each
 * of whose rows go into files that begin with this name.
 */
export function sortedByCall(text: string, count: number, file: string, memory = 0): CondensedLog {
  const bytes = new TextEncoder().encode(text);
  const header = plainHeaderOf('log.csv', bytes);
  if (header === undefined) throw new Error('this header should be plain');
  const parts = 4;
  const borders = Array.from({ length: count }, (_, index) => {
    const place = header.length + Math.floor(((bytes.length - header.length) / count) * index);
    return index === 0 ? place : bytes.indexOf(10, place) + 1;
  }).filter((border) => border > 0);
  const starts = [...new Set(borders)];
  const sort = (froms: readonly number[]) =>
    froms.map((from, index) => {
      const to = froms[index + 1] ?? bytes.length;
      const range = { from, to, isLast: index + 1 === froms.length };
      const sorting = { parts, memory, file: `${file}-${froms.length}-${index}` };
      const reading = sortRange('log.csv', header, range, nothingKnown, sorting);
      reading.take(bytes.subarray(from, to));
      return reading.finish();
    });
  const ranges = sort(starts);
  const sorted = ranges.some(({ isHolding }) => isHolding) ? sort(starts.slice(0, 1)) : ranges;
  const counted = [0, 1].map((own) =>
    countRanges({
      known: nothingKnown,
      sorted,
      parts: [0, 1, 2, 3].filter((part) => part % 2 === own),
    }),
  );
  for (const { blocks } of [...ranges, ...sorted]) rmSync(blocks.file, { force: true });
  const rows = rowsOfRanges(sorted);
  return mergePartialLogs(
    counted.map((part, index) => (index === 0 ? { ...part, ...rows } : part)),
  );
}
