import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { IvrError } from '../source/ivr-error.ts';
import { mergePartialLogs, type PartialLog } from './bytes/partial-log.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import type { KnownValues } from './kept-value.ts';
import type { PartMessage, PartTask } from './part-engine.ts';
import type { CondensedLog } from './condensed-log.ts';

/** Below this many bytes, starting threads and adding up their results costs more than it saves. */
const worthThreads = 128 * 1024 * 1024;
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

function runPart(
  task: PartTask,
  onProgress: ((done: number) => void) | undefined,
): Promise<PartialLog | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: task });
    worker.on('message', (message: PartMessage) => {
      if ('done' in message) onProgress?.(message.done);
      else if ('error' in message) reject(errorOf(message));
      else resolve(message.result);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`a thread that read a log ended with ${code}`));
    });
  });
}

/**
 * Condenses a file in several threads. Each reads all of it and takes the calls whose ids fall to it,
 * so that no call is torn and the result is that of one reader, exactly. Nothing where the rows are
 * too far out of order for that; then one reader must take the file.
 */
export async function condenseInParallel(
  task: {
    readonly path: string;
    readonly file: string;
    readonly header: PlainHeader;
    readonly known: KnownValues;
  },
  threads: number,
  onProgress?: (done: number) => void,
): Promise<CondensedLog | undefined> {
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, index) =>
      runPart({ ...task, part: { index, count: threads } }, index === 0 ? onProgress : undefined),
    ),
  );
  const whole = parts.filter((part) => part !== undefined);
  return whole.length < threads ? undefined : mergePartialLogs(whole);
}
