import { condenseByCall } from './by-call/condense-by-call.ts';
import { mergePartialLogs } from './bytes/partial-log.ts';
import { peekHeader } from './bytes/plain-header.ts';
import { condenseInTurns, type CondensedRun } from './condense-in-turns.ts';
import type { CondensedLog } from './condensed-log.ts';
import { detailOptions } from './detail-options.ts';
import { eventLogOf } from './event-log.ts';
import type { KnownValues } from './kept-value.ts';
import type { CondenseOptions } from './log-engine.ts';
import { reopened, sourceOf, type LaidOutLog } from './log-reading.ts';
import type { ParallelTask } from './parallel-engine.ts';
import { addRowCounts, withRowCounts } from './row-tally.ts';
import { mayShareWork, threadsFor } from './threads-for.ts';
import { rejectsOnce } from './told-once.ts';
import { namesOf, unordered } from './unordered-logs.ts';

/** The memory that rows may take, in bytes, and what an event of an open call takes at most. */
const usualMemory = 480_000_000;
const bytesHeld = 40;
/** So many events of a log that can't be read twice are held, if memory allows, before calls are let go. */
const heldOfPipes = 1 << 22;

/** Reads logs that have their events row by row, each as bytes where its layout allows that, else row by row. */
export async function condenseNativeLogs(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  options: CondenseOptions,
): Promise<CondensedLog> {
  const { details, memory = usualMemory } = options;
  const sources = logs.map(sourceOf);
  const telling = rejectsOnce(options.onReject);
  const tellAgain = (): void => {
    const why = `Rows stand more than five minutes late in ${namesOf(logs)}`;
    options.onNote?.(`${why}: all is read again, and its rows are put in order first.`);
  };
  const task = await parallelTask(logs, known, options);
  if (task !== undefined) {
    const { condenseInRanges } = await import('./parallel-engine.ts');
    const ordered = await condenseInRanges(task);
    if (ordered !== 'late' && ordered !== 'torn') return mergePartialLogs(ordered, sources);
    if (ordered === 'late') tellAgain();
    const { condenseByCallInThreads } = await import('./by-call/sort-in-threads.ts');
    return mergePartialLogs(await condenseByCallInThreads(task, memory), sources);
  }
  const result = ({ condensing, rows }: CondensedRun): CondensedLog =>
    withRowCounts(sources, addRowCounts(rows), condensing.finish());
  const isAgain = logs.every(({ input }) => input.file !== undefined);
  const mostHeld = Math.ceil(memory / bytesHeld);
  const events = logs.map(eventLogOf);
  const ordered = await condenseInTurns(events, {
    ...{ known, ...detailOptions(details), onReject: telling.begin() },
    heldAtLeast: isAgain ? undefined : Math.min(heldOfPipes, mostHeld),
    mostHeld: isAgain ? mostHeld : Number.POSITIVE_INFINITY,
  });
  if (ordered !== undefined) return result(ordered);
  if (!isAgain) throw unordered(logs);
  tellAgain();
  const sorting = { known, ...detailOptions(details), onReject: telling.begin(), memory };
  return result(await condenseByCall(events, sorting));
}

/** How several threads would read a log; nothing where one should. */
async function parallelTask(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  { details, onReject, threads: ahead }: CondenseOptions,
): Promise<ParallelTask | undefined> {
  const [only, another] = logs;
  const file = only?.input.file;
  if (only === undefined || another !== undefined || file === undefined || only.log.isPacked)
    return undefined;
  // Rejected rows are told in the order of their lines: then one thread has to meet them all.
  if (only.layout.by !== 'native' || !mayShareWork(details) || onReject !== undefined)
    return undefined;
  const atOnce = threadsFor(file.size);
  if (atOnce === 1) return undefined;
  const { log, header } = await peekHeader(only.input.path, (await reopened(only)).log);
  await log.bytes.return(undefined);
  if (header === undefined) return undefined;
  const { path, onProgress } = only.input;
  const threads = ahead ?? (await import('./log-threads.ts')).beginLogThreads(0);
  return { path, file: file.name, size: file.size, header, known, atOnce, threads, onProgress };
}
