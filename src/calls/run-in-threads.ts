import { IvrError } from '../source/ivr-error.ts';
import type { LogTask, LogTaskMessage, LogTaskResult } from './log-tasks.ts';
import type { LogThreads } from './log-threads.ts';

function errorOf({ error, message }: Extract<LogTaskMessage, { readonly message: string }>): Error {
  return error === undefined
    ? new Error(message)
    : new IvrError(error.code, message, { help: error.help });
}

/** Has a thread do what a task says. */
function runThread<Result extends LogTaskResult>(
  task: LogTask,
  threads: LogThreads,
  onMore: (bytes: number) => void,
  stop: AbortSignal,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const worker = threads.take();
    const end = (): void => void worker.terminate();
    stop.addEventListener('abort', end);
    worker.on('message', (message: LogTaskMessage<Result>) => {
      if ('done' in message) onMore(message.done);
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

/** Threads, and how much of them is wanted. */
export interface ThreadsAtWork {
  readonly threads: LogThreads;
  /** How many work at a time. */
  readonly atOnce: number;
  /** Told the bytes that they have read so far, together. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Works off tasks, so many at a time; the results in the order of the tasks. Nothing as soon as one of
 * them has none.
 */
export async function runInThreads<Result extends LogTaskResult>(
  tasks: readonly LogTask[],
  { threads, atOnce, onProgress }: ThreadsAtWork,
): Promise<readonly Result[] | undefined> {
  const results = new Map<number, Result>();
  const stopping = new AbortController();
  const found: { isTorn: boolean; failure?: unknown } = { isTorn: false };
  const queue = [...tasks.entries()].reverse();
  let done = 0;
  const onMore = (bytes: number): void => {
    done += bytes;
    onProgress?.(done);
  };
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (stopping.signal.aborted) return;
      const [index, task] = next;
      const result = await runThread<Result>(task, threads, onMore, stopping.signal);
      if (result !== undefined) {
        results.set(index, result);
        continue;
      }
      found.isTorn = true;
      stopping.abort();
    }
  };
  const works = Array.from({ length: atOnce }, () =>
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
