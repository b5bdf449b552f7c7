import { beginCondensing, type Condensing, type CondensingOptions } from './begin-condensing.ts';
import { wholeLog, type Part } from './bytes/part.ts';
import { mergePartialLogs, partialLog, type PartialLog } from './bytes/partial-log.ts';
import { peekHeader } from './bytes/plain-header.ts';
import type { CondensedLog } from './condensed-log.ts';
import type { KnownValues } from './kept-value.ts';
import { detailOptions } from './detail-options.ts';
import type { CondenseOptions, OnReject } from './log-engine.ts';
import { handOver } from './hand-over.ts';
import { openFeed } from './log-feed.ts';
import type { LogThreads } from './log-threads.ts';
import { takeTurns, type WaitingLog } from './log-turns.ts';
import { reopened, sourceOf, type LaidOutLog } from './log-reading.ts';
import { addRowCounts, createRowTally, withRowCounts, type RowCounts } from './row-tally.ts';
import { mayShareWork, threadsFor, threadsForParts } from './threads-for.ts';
import { rejectsOnce } from './told-once.ts';
import { namesOf, unordered } from './unordered-logs.ts';

/** The memory that open calls may take, in bytes; and what an event of theirs takes at most. */
const usualMemory = 480_000_000;
const bytesHeld = 40;
/** So many events of a log that can't be read twice are held, if memory allows, before calls are let go. */
const heldOfPipes = 1 << 22;
/** What an event takes in a file at least, and how much smaller packing makes it at most. */
const bytesPerEvent = 40;
const packing = 10;
const mostParts = 4096;

/** Reads logs that have their events row by row, each as bytes where its layout allows that, else row by row. */
export async function condenseNativeLogs(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  options: CondenseOptions,
): Promise<CondensedLog> {
  const { onReject, onNote, details: wanted, memory = usualMemory } = options;
  const mostHeld = Math.ceil(memory / bytesHeld);
  const sources = logs.map(sourceOf);
  const telling = rejectsOnce(onReject);
  const isAgain = logs.every(({ input }) => input.file !== undefined);
  const parallel = mayShareWork(wanted)
    ? await prepareParallel(logs, known, options.threads)
    : undefined;
  const details = parallel === undefined ? wanted : undefined;
  if (parallel !== undefined) {
    const parts = await parallel.condenseOnce(telling.begin());
    if (parts !== undefined) return mergePartialLogs(parts, sources);
  } else {
    const heldAtLeast = isAgain ? undefined : Math.min(heldOfPipes, mostHeld);
    const letting = { known, heldAtLeast, ...detailOptions(details) };
    const run = await readOnce(logs, letting, telling.begin());
    if (!run.condensing.condenser.isTorn())
      return withRowCounts(sources, run.rows, run.condensing.finish());
  }
  if (!isAgain) throw unordered(logs);
  const size = logs.reduce((sum, { input, log }) => {
    return sum + (input.file?.size ?? 0) * (log.isPacked ? packing : 1);
  }, 0);
  const leastParts = Math.max(1, Math.ceil(size / bytesPerEvent / mostHeld));
  const why = `Rows stand more than five minutes late in ${namesOf(logs)}`;
  // Reading in parts is quicker than DuckDB, and takes less memory; but when calls began it can't tell.
  if (details !== undefined && leastParts > 1) {
    const rest = { ...options, onReject: telling.begin() };
    const counted = await handOver(logs, known, rest, why);
    if (counted !== undefined) return counted;
  }
  onNote?.(`${why}: all is read again, and no call is let go before the end.`);
  if (details !== undefined) {
    const open: LaidOutLog[] = [];
    for (const log of logs) open.push(await reopened(log));
    const keeping = { known, keepsAll: true, ...detailOptions(details) };
    const run = await readOnce(open, keeping, telling.begin(), mostHeld);
    if (run.condensing.condenser.held() <= 2 * mostHeld)
      return withRowCounts(sources, run.rows, run.condensing.finish());
    if (details.selection !== undefined) throw unordered(logs);
    onNote?.('The log is too long to be held as a whole: when calls began is not counted.');
  }
  for (let parts = leastParts; ; parts *= 2) {
    // An id with more rows than memory holds is in one part, however many there are.
    const most = parts < mostParts ? mostHeld : Number.POSITIVE_INFINITY;
    const wanted = { keepsAll: true, parts, onReject: telling.begin() };
    const results =
      parallel === undefined
        ? await inPasses(logs, known, wanted, most)
        : await parallel.condense(wanted);
    if (results !== undefined) return mergePartialLogs(results, sources);
  }
}

interface Wanted {
  readonly keepsAll: boolean;
  readonly parts: number;
  readonly onReject: OnReject | undefined;
}

interface Run {
  readonly condensing: Condensing;
  readonly rows: RowCounts;
}

/** Reads logs that are open, side by side; until the result is torn, or too much is held. */
async function readOnce(
  logs: readonly LaidOutLog[],
  options: CondensingOptions,
  onReject: OnReject | undefined,
  mostHeld = Number.POSITIVE_INFINITY,
): Promise<Run> {
  const condensing = beginCondensing({ ...options, logs: logs.length });
  const { condenser } = condensing;
  const tallies = logs.map(({ input }) => createRowTally(input.path, onReject));
  const waiting = logs.map((log, index): WaitingLog => ({
    begins: log.begins,
    open: async () => {
      const tally = tallies[index] ?? createRowTally(log.input.path);
      return openFeed(log.isClosed ? await reopened(log) : log, index, condensing, tally);
    },
  }));
  await takeTurns(waiting, condensing, () => condenser.isTorn() || condenser.held() > 2 * mostHeld);
  return { condensing, rows: addRowCounts(tallies.map((tally) => tally.counts())) };
}

/** Reads files as often as there are parts, each time for the calls of one; nothing if they are too few. */
async function inPasses(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  { keepsAll, parts, onReject }: Wanted,
  mostHeld: number,
): Promise<readonly PartialLog[] | undefined> {
  const results: PartialLog[] = [];
  for (let index = 0; index < parts; index += 1) {
    const part: Part = parts === 1 ? wholeLog : { index, count: parts };
    const open: LaidOutLog[] = [];
    for (const log of logs) open.push(await reopened(log));
    const { condensing, rows } = await readOnce(
      open,
      { known, part, keepsAll },
      onReject,
      mostHeld,
    );
    if (condensing.condenser.held() > 2 * mostHeld) return undefined;
    results.push(partialLog(condensing, rows));
  }
  return results;
}

interface Parallel {
  /** Reads the log once, lets calls go and gives nothing where rows come too late for that. */
  readonly condenseOnce: (
    onReject: OnReject | undefined,
  ) => Promise<readonly PartialLog[] | undefined>;
  readonly condense: (wanted: Wanted) => Promise<readonly PartialLog[] | undefined>;
}

/** How several threads would read a log; nothing where one should. */
async function prepareParallel(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  ahead: LogThreads | undefined,
): Promise<Parallel | undefined> {
  const [only, another] = logs;
  const file = only?.input.file;
  if (only === undefined || another !== undefined || file === undefined || only.log.isPacked)
    return undefined;
  if (only.layout.by !== 'native') return undefined;
  const atOnce = threadsFor(file.size);
  if (atOnce === 1) return undefined;
  const { condenseInParts, condenseInRanges } = await import('./parallel-engine.ts');
  const { log, header } = await peekHeader(only.input.path, (await reopened(only)).log);
  await log.bytes.return(undefined);
  if (header === undefined) return undefined;
  const { path, onProgress } = only.input;
  const threads = ahead ?? (await import('./log-threads.ts')).beginLogThreads(0);
  const task = { path, file: file.name, header, known, atOnce, threads, onProgress };
  const condense = (wanted: Wanted) => {
    const sharing = threadsForParts(file.size, atOnce, wanted.keepsAll);
    const parts = Math.max(sharing, wanted.parts);
    return condenseInParts({ ...task, atOnce: sharing }, { ...wanted, parts });
  };
  return {
    condense,
    async condenseOnce(onReject) {
      // Rejected rows are told in the order of their lines: then one thread has to meet them all.
      const parts = onReject === undefined ? await condenseInRanges(task, file.size) : 'torn';
      if (parts === 'late') return undefined;
      if (parts === 'torn') return condense({ keepsAll: false, parts: 1, onReject });
      return parts;
    },
  };
}
