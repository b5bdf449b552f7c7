import { mergePartialLogs } from './bytes/partial-log.ts';
import { peekHeader } from './bytes/plain-header.ts';
import type { CondensingWork } from './condense-event-logs.ts';
import type { CondensedLog } from './condensed-log.ts';
import type { LogThreads } from './log-threads.ts';
import { reopened, sourceOf, type LaidOutLog } from './log-reading.ts';
import type { ParallelTask } from './parallel-engine.ts';
import { mayShareWork, threadsFor } from './threads-for.ts';
import { readAgain } from './unordered-logs.ts';

export interface ThreadedWork extends CondensingWork {
  /** Threads that were begun ahead. */
  readonly threads?: LogThreads | undefined;
}

/** How several threads would read a log; nothing where one should. */
async function parallelTask(
  log: LaidOutLog,
  { known, threads: ahead }: ThreadedWork,
): Promise<ParallelTask | undefined> {
  const { path, file, onProgress } = log.input;
  if (file === undefined || log.log.isPacked || log.layout.by !== 'native') return undefined;
  const atOnce = threadsFor(file.size);
  if (atOnce === 1) return undefined;
  const { log: peeked, header } = await peekHeader(path, (await reopened(log)).log);
  await peeked.bytes.return(undefined);
  if (header === undefined) return undefined;
  const threads = ahead ?? (await import('./log-threads.ts')).beginLogThreads(0);
  return { path, file: file.name, size: file.size, header, known, atOnce, threads, onProgress };
}

/**
 * Condenses a large file in several threads; nothing where one should do it. Throws an IvrError
 * `file-unwritable` where rows can't be put aside.
 */
export async function condenseInThreads(
  logs: readonly LaidOutLog[],
  work: ThreadedWork,
): Promise<CondensedLog | undefined> {
  const [log, another] = logs;
  if (log === undefined || another !== undefined) return undefined;
  if (!mayShareWork(work)) return undefined;
  const task = await parallelTask(log, work);
  if (task === undefined) return undefined;
  const { condenseInRanges } = await import('./parallel-engine.ts');
  const sources = [sourceOf(log)];
  const ordered = await condenseInRanges(task);
  if (ordered !== 'late' && ordered !== 'torn') return mergePartialLogs(ordered, sources);
  if (ordered === 'late') work.onNote?.(readAgain([{ ...task, isAgain: true }], ordered));
  const { condenseByCallInThreads } = await import('./by-call/sort-in-threads.ts');
  return mergePartialLogs(await condenseByCallInThreads(task, work.memory), sources);
}
