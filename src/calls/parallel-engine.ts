import type { PartialLog } from './bytes/partial-log.ts';
import { joinRanges, type NotJoined } from './bytes/join-ranges.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import type { RangeLog } from './bytes/range-log.ts';
import type { KnownValues } from './kept-value.ts';
import type { RangeTask } from './log-tasks.ts';
import { rangesOf } from './read-ranges.ts';
import { runInThreads, type ThreadsAtWork } from './run-in-threads.ts';

/** A file that is read by several threads. */
export interface ParallelTask extends ThreadsAtWork {
  readonly path: string;
  readonly file: string;
  readonly size: number;
  readonly header: PlainHeader;
  readonly known: KnownValues;
}

/**
 * Condenses a file in several threads, each of which reads a range of it. The parts add up to what one reader
 * gives, exactly; else it is said what stands against it.
 */
export async function condenseInRanges(
  parallel: ParallelTask,
): Promise<readonly PartialLog[] | NotJoined> {
  const { path, file, size, header, known, atOnce } = parallel;
  const tasks = rangesOf(file, header.length, size, atOnce).map((range): RangeTask => ({
    does: 'condense',
    path,
    file,
    header,
    known,
    range,
  }));
  const results = await runInThreads<RangeLog>(tasks, parallel);
  return results === undefined ? 'late' : joinRanges(results, known);
}
