import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { IvrError } from '../source/ivr-error.ts';
import type { PartialLog } from './bytes/partial-log.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import type { KnownValues } from './kept-value.ts';
import type { OnReject } from './log-engine.ts';
import type { PartMessage, PartTask } from './part-engine.ts';

/** Below this many bytes two threads were measured to take longer than one, since each reads all of it. */
const worthThreads = 512 * 1024 * 1024;
/** More threads would mostly read what is not their own. */
const mostThreads = 4;

/** The built reader of a part; there is none where the sources run without having been built. */
const program = fileURLToPath(new URL('../calls/part-engine.js', import.meta.url));

/** How many threads should read a file of so many bytes: 1 where it doesn't pay. */
export function threadsFor(bytes: number): number {
  return bytes < worthThreads || !existsSync(program)
    ? 1
    : Math.min(availableParallelism(), mostThreads);
}

function errorOf({ error, message }: Extract<PartMessage, { readonly message: string }>): Error {
  return error === undefined
    ? new Error(message)
    : new IvrError(error.code, message, { help: error.help });
}

interface Telling {
  readonly onProgress: ((done: number) => void) | undefined;
  readonly onReject: OnReject | undefined;
}

function runPart(
  task: PartTask,
  { onProgress, onReject }: Telling,
  stop: AbortSignal,
): Promise<PartialLog | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: task });
    stop.addEventListener('abort', () => void worker.terminate());
    worker.on('message', (message: PartMessage) => {
      if ('done' in message) onProgress?.(message.done);
      else if ('rejects' in message) {
        for (const { path, line, column, reason } of message.rejects)
          onReject?.(path, line, column, reason);
      } else if ('error' in message) reject(errorOf(message));
      else resolve(message.result);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`a thread that read a log ended with ${code}`));
    });
  });
}

/** A log that is read by several threads, and what they are to take out of it. */
export interface ParallelTask {
  readonly path: string;
  readonly file: string;
  readonly header: PlainHeader;
  readonly known: KnownValues;
  readonly keepsAll: boolean;
  /** How many parts the calls are shared out to, and how many are worked on at a time. */
  readonly parts: number;
  readonly threads: number;
  readonly onProgress: ((done: number) => void) | undefined;
  readonly onReject: OnReject | undefined;
}

/**
 * Condenses a file in several threads. Each reads all of it and takes the calls whose ids fall to it,
 * so that no call is torn and the parts add up to what one reader gives, exactly. Nothing where rows
 * came so late that calls may have been let go before them.
 */
export async function condenseInParallel({
  parts,
  threads,
  onProgress,
  onReject,
  ...task
}: ParallelTask): Promise<readonly PartialLog[] | undefined> {
  const results: PartialLog[] = [];
  const stopping = new AbortController();
  let next = 0;
  const found = { isTorn: false };
  const work = async (): Promise<void> => {
    while (next < parts && !found.isTorn) {
      const index = next;
      next += 1;
      const tellsRejects = index === 0 && onReject !== undefined;
      const telling = {
        onProgress: index % threads === 0 ? onProgress : undefined,
        onReject: tellsRejects ? onReject : undefined,
      };
      const part = { index, count: parts };
      const result = await runPart({ ...task, part, tellsRejects }, telling, stopping.signal);
      if (result !== undefined) results.push(result);
      else {
        found.isTorn = true;
        stopping.abort();
      }
    }
  };
  let failure: unknown;
  const works = Array.from({ length: threads }, () =>
    work().catch((error: unknown) => {
      // Threads that are stopped end with an error of their own, which says nothing.
      failure ??= error;
      stopping.abort();
    }),
  );
  await Promise.all(works);
  if (found.isTorn) return undefined;
  if (failure !== undefined) throw failure as Error;
  return results;
}
