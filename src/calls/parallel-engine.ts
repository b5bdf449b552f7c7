import { IvrError } from '../source/ivr-error.ts';
import type { PartialLog } from './bytes/partial-log.ts';
import { joinRanges, type NotJoined } from './bytes/join-ranges.ts';
import { rangesOf } from './read-ranges.ts';
import type { RangeLog } from './bytes/range-log.ts';
import type { OnReject } from './log-engine.ts';
import type { LogThreads } from './log-threads.ts';
import type { PartMessage, PartTask, RangeTask, SharedLog, ThreadResult } from './part-engine.ts';

function errorOf({ error, message }: Extract<PartMessage, { readonly message: string }>): Error {
  return error === undefined
    ? new Error(message)
    : new IvrError(error.code, message, { help: error.help });
}

interface Telling {
  readonly onProgress: ((more: number) => void) | undefined;
  readonly onReject: OnReject | undefined;
}

function runThread<Result extends ThreadResult>(
  task: PartTask | RangeTask,
  threads: LogThreads,
  { onProgress, onReject }: Telling,
  stop: AbortSignal,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const worker = threads.take();
    const end = (): void => void worker.terminate();
    stop.addEventListener('abort', end);
    worker.on('message', (message: PartMessage<Result>) => {
      if ('done' in message) onProgress?.(message.done);
      else if ('rejects' in message) {
        for (const { path, line, column, reason } of message.rejects)
          onReject?.(path, line, column, reason);
      } else if ('error' in message) reject(errorOf(message));
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

/** A log that is read by several threads. */
export interface ParallelTask extends SharedLog {
  /** How many work at a time. */
  readonly atOnce: number;
  readonly threads: LogThreads;
  readonly onProgress: ((done: number) => void) | undefined;
}

/** How the calls of a log are shared out. */
export interface SharedCalls {
  readonly keepsAll: boolean;
  /** So many parts. */
  readonly parts: number;
  readonly onReject: OnReject | undefined;
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
 * Condenses a file in several threads. Each reads all of it and takes the calls whose ids fall to it,
 * so that no call is torn and the parts add up to what one reader gives, exactly. Nothing where rows
 * came so late that calls may have been let go before them.
 */
export function condenseInParts(
  { atOnce, threads, onProgress, ...log }: ParallelTask,
  { parts: count, onReject, keepsAll }: SharedCalls,
): Promise<readonly PartialLog[] | undefined> {
  const tasks = Array.from({ length: count }, (_, index): PartTask => {
    const tellsRejects = index === 0 && onReject !== undefined;
    return { ...log, keepsAll, part: { index, count }, tellsRejects };
  });
  return workOff(tasks, atOnce, (task, index, stop) => {
    const telling = {
      onProgress: index % atOnce === 0 ? totalled(onProgress) : undefined,
      onReject: task.tellsRejects ? onReject : undefined,
    };
    return runThread<PartialLog>(task, threads, telling, stop);
  });
}

/**
 * Condenses a file in several threads, each of which reads a range of it; that takes less work than
 * sharing out the calls. The parts add up to what one reader gives, exactly; else it is said what stands
 * against it.
 */
export async function condenseInRanges(
  { atOnce, threads, onProgress, ...log }: ParallelTask,
  size: number,
): Promise<readonly PartialLog[] | NotJoined> {
  const ranges = rangesOf(log.file, log.header.length, size, atOnce);
  const tasks = ranges.map((range): RangeTask => ({ ...log, range }));
  const telling = { onProgress: totalled(onProgress), onReject: undefined };
  const results = await workOff(tasks, atOnce, (task, _, stop) =>
    runThread<RangeLog>(task, threads, telling, stop),
  );
  return results === undefined ? 'late' : joinRanges(results, log.known);
}
