import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CondenseOptions } from './log-engine.ts';

/** Below this many bytes two threads were measured to take longer than one: they have to be begun. */
const worthThreads = 128 * 1024 * 1024;
/** Each has its own paths, and all are joined at the end: more threads would take memory for little time. */
const mostThreads = 4;

/** What runs in a thread, built; there is none where the sources run without having been built. */
export const builtReader = fileURLToPath(new URL('../calls/log-thread.js', import.meta.url));

/**
 * Whether several threads may share the work on a log. Only one counts what is to be known beyond paths; and
 * where rejected rows are told, in the order of their lines, one has to meet them all.
 */
export function mayShareWork({ details, onReject }: CondenseOptions): boolean {
  const isAlone =
    details !== undefined && (details.ifCheap !== true || details.selection !== undefined);
  return onReject === undefined && !isAlone;
}

/** How many threads should read a file of so many bytes: 1 where it doesn't pay. */
export function threadsFor(bytes: number): number {
  return bytes < worthThreads || !existsSync(builtReader)
    ? 1
    : Math.min(availableParallelism(), mostThreads);
}
