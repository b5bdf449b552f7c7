import { IvrError } from '../source/ivr-error.ts';
import type { PartialLog } from './bytes/partial-log.ts';
import { joinRanges, type NotJoined } from './bytes/join-ranges.ts';
import { rangesOf } from './read-ranges.ts';
import type { RangeLog } from './bytes/range-log.ts';
import type { KnownValues } from './kept-value.ts';
import type { LogThreads } from './log-threads.ts';
import type {
  CountTask,
  LogTask,
  LogTaskMessage,
  LogTaskResult,
  RangeTask,
  SortedRange,
  SortTask,
} from './log-tasks.ts';
import { join } from 'node:path';
import { memoryForRows, partsFor, type SortingOptions } from './by-call/sort-rows.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import type { LogRange } from './bytes/range-log.ts';
import { addRowCounts, behindLines, type RowCounts } from './row-tally.ts';
import { bytesPerRow } from './event-log.ts';
import { makeTemporaryFolder } from './aside/temporary-folder.ts';

function errorOf({ error, message }: Extract<LogTaskMessage, { readonly message: string }>): Error {
  return error === undefined
    ? new Error(message)
    : new IvrError(error.code, message, { help: error.help });
}

/** Has a thread do what a task says. */
function runThread<Result extends LogTaskResult>(
  task: LogTask,
  threads: LogThreads,
  onProgress: ((more: number) => void) | undefined,
  stop: AbortSignal,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const worker = threads.take();
    const end = (): void => void worker.terminate();
    stop.addEventListener('abort', end);
    worker.on('message', (message: LogTaskMessage<Result>) => {
      if ('done' in message) onProgress?.(message.done);
      else if ('error' in message) reject(errorOf(message));
      else resolve(message.result);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      stop.removeEventListener('abort', end);
      reject(new Error(`a thread that read a log ended with ${code}`));
    });
    worker.postMessage(task);
  });
}

/**
 * Works off tasks, so many at a time; the results in the order of the tasks. Nothing as soon as one of
 * them has none.
 */
async function workOff<Task, Result>(
  tasks: readonly Task[],
  threads: number,
  run: (task: Task, index: number, stop: AbortSignal) => Promise<Result | undefined>,
): Promise<readonly Result[] | undefined> {
  const results = new Map<number, Result>();
  const stopping = new AbortController();
  const found: { isTorn: boolean; failure?: unknown } = { isTorn: false };
  const queue = [...tasks.entries()].reverse();
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (stopping.signal.aborted) return;
      const [index, task] = next;
      const result = await run(task, index, stopping.signal);
      if (result !== undefined) {
        results.set(index, result);
        continue;
      }
      found.isTorn = true;
      stopping.abort();
    }
  };
  const works = Array.from({ length: threads }, () =>
    work().catch((error: unknown) => {
      // Threads that are stopped end with an error of their own, which says nothing.
      found.failure ??= error;
      stopping.abort();
    }),
  );
  await Promise.all(works);
  if (found.isTorn) return undefined;
  if (found.failure !== undefined) throw found.failure as Error;
  return tasks.flatMap((_, index) => results.get(index) ?? []);
}

/** A file that is read by several threads. */
export interface ParallelTask {
  readonly path: string;
  readonly file: string;
  readonly size: number;
  readonly header: PlainHeader;
  readonly known: KnownValues;
  /** How many work at a time. */
  readonly atOnce: number;
  readonly threads: LogThreads;
  readonly onProgress: ((done: number) => void) | undefined;
}

/** Adds up what several threads have read. */
function totalled(onProgress: ParallelTask['onProgress']): (more: number) => void {
  let done = 0;
  return (more) => {
    done += more;
    onProgress?.(done);
  };
}

/**
 * Condenses a file in several threads, each of which reads a range of it. The parts add up to what one reader
 * gives, exactly; else it is said what stands against it.
 */
export async function condenseInRanges(
  parallel: ParallelTask,
): Promise<readonly PartialLog[] | NotJoined> {
  const { path, file, size, header, known, atOnce, threads } = parallel;
  const tasks = rangesOf(file, header.length, size, atOnce).map((range): RangeTask => ({
    does: 'condense',
    path,
    file,
    header,
    known,
    range,
  }));
  const more = totalled(parallel.onProgress);
  const results = await workOff(tasks, atOnce, (task, _, stop) =>
    runThread<RangeLog>(task, threads, more, stop),
  );
  return results === undefined ? 'late' : joinRanges(results, known);
}

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
  const { path, file, header, known, atOnce, threads } = parallel;
  const tasks = ranges.map((range, index): SortTask => {
    return { does: 'sort', path, file, header, known, range, sorting: sorting(index) };
  });
  const more = totalled(parallel.onProgress);
  const sorted = await workOff(tasks, atOnce, (task, _, stop) =>
    runThread<SortedRange>(task, threads, more, stop),
  );
  return sorted?.some(({ isHolding }) => isHolding) === true ? undefined : sorted;
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
    const tasks = Array.from({ length: atOnce }, (_, index): CountTask => {
      const own = Array.from({ length: parts }, (_, part) => part);
      return { does: 'count', known, sorted, parts: own.filter((part) => part % atOnce === index) };
    });
    const counted = await workOff(tasks, atOnce, (task, _, stop) =>
      runThread<PartialLog>(task, threads, undefined, stop),
    );
    const rows = rowsOfRanges(sorted);
    return (counted ?? []).map((part, index) => (index === 0 ? { ...part, ...rows } : part));
  } finally {
    await folder.remove();
  }
}
