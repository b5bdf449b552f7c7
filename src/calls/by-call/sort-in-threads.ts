import { join } from 'node:path';
import { makeTemporaryFolder } from '../aside/temporary-folder.ts';
import type { PartialLog } from '../bytes/partial-log.ts';
import type { LogRange } from '../bytes/range-log.ts';
import { bytesPerRow } from '../event-log.ts';
import type { CountTask, SortedRange, SortTask } from '../log-tasks.ts';
import type { ParallelTask } from '../parallel-engine.ts';
import { rangesOf } from '../read-ranges.ts';
import { addRowCounts, behindLines, type RowCounts } from '../row-tally.ts';
import { runInThreads } from '../run-in-threads.ts';
import { memoryForRows, partsFor } from './call-parts.ts';
import type { SortingOptions } from './sort-rows.ts';
import type { CodedRows } from './sorted-rows.ts';

/** The rows of ranges that stand behind each other. */
export function rowsOfRanges(ranges: readonly SortedRange[]): RowCounts {
  let lines = 0;
  return addRowCounts(
    ranges.map((range) => {
      const counts = behindLines(lines, range.counts);
      lines += range.lines;
      return counts;
    }),
  );
}

/** Sorts the rows of ranges; nothing where a quoted field goes on beyond one of them. */
async function sortRanges(
  parallel: ParallelTask,
  ranges: readonly LogRange[],
  sorting: (range: number) => SortingOptions,
): Promise<readonly SortedRange[] | undefined> {
  const { path, file, header, known } = parallel;
  const tasks = ranges.map((range, index): SortTask => {
    return { does: 'sort', path, file, header, known, range, sorting: sorting(index) };
  });
  const sorted = await runInThreads<SortedRange>(tasks, parallel);
  return sorted?.some(({ isHolding }) => isHolding) === true ? undefined : sorted;
}

/** Counts the calls of sorted rows in several threads, each some of the parts. */
export async function countSortedInThreads(
  sorted: readonly CodedRows[],
  parts: number,
  { known, threads, atOnce }: Pick<ParallelTask, 'known' | 'threads' | 'atOnce'>,
): Promise<readonly PartialLog[]> {
  const tasks = Array.from({ length: atOnce }, (_, index): CountTask => {
    const own = Array.from({ length: parts }, (_, part) => part);
    return { does: 'count', known, sorted, parts: own.filter((part) => part % atOnce === index) };
  });
  return (await runInThreads<PartialLog>(tasks, { threads, atOnce })) ?? [];
}

/**
 * Condenses a file whose rows come in any order, in several threads: each sorts the rows of a range by their
 * calls, then each counts the calls of some parts. The parts add up to what one reader gives, exactly. Throws
 * an IvrError `file-unwritable` where rows can't be put aside.
 */
export async function condenseByCallInThreads(
  parallel: ParallelTask,
  memory: number,
): Promise<readonly PartialLog[]> {
  const { file, size, header, known, atOnce, threads } = parallel;
  const parts = partsFor(size / bytesPerRow);
  const folder = await makeTemporaryFolder('rows');
  try {
    const sorting = (range: number): SortingOptions => ({
      ...{
        parts,
        memory: memoryForRows(memory) / atOnce,
        file: join(folder.path, `rows-${range}`),
      },
    });
    const ranges = (count: number) => rangesOf(file, header.length, size, count);
    const sorted =
      (await sortRanges(parallel, ranges(atOnce), sorting)) ??
      (await sortRanges(parallel, ranges(1), () => sorting(atOnce)));
    if (sorted === undefined) throw new Error('a range was sorted without a result');
    const counted = await countSortedInThreads(sorted, parts, { known, threads, atOnce });
    const rows = rowsOfRanges(sorted);
    return counted.map((part, index) => (index === 0 ? { ...part, ...rows } : part));
  } finally {
    await folder.remove();
  }
}
