import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { WantedDetails } from './log-engine.ts';

/** Below this many bytes two threads were measured to take longer than one: they have to be begun. */
const worthThreads = 128 * 1024 * 1024;
/**
 * Sharing out the calls pays later than ranges do, since each thread reads all of the file; but where all
 * calls are held, looking them up takes so much longer than reading that it pays at once.
 */
const worthParts = 512 * 1024 * 1024;
/** Each has its own paths, and all are joined at the end: more threads would take memory for little time. */
const mostThreads = 4;

/** The built reader of a part; there is none where the sources run without having been built. */
export const builtReader = fileURLToPath(new URL('../calls/part-engine.js', import.meta.url));

/** Whether several threads may share the work on a log: what is to be known beyond paths only one counts. */
export function mayShareWork(wanted: WantedDetails | undefined): boolean {
  return wanted === undefined || wanted.ifCheap === true;
}

/** How many threads should read a file of so many bytes: 1 where it doesn't pay. */
export function threadsFor(bytes: number): number {
  return bytes < worthThreads || !existsSync(builtReader)
    ? 1
    : Math.min(availableParallelism(), mostThreads);
}

/** How many of these threads should share out the calls of such a file. */
export function threadsForParts(bytes: number, threads: number, keepsAll: boolean): number {
  return bytes < worthParts && !keepsAll ? 1 : threads;
}
