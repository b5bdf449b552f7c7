import { gatherRows, type GatherOptions } from './aside/gather-rows.ts';
import { beginCondensing, type Condensing } from './begin-condensing.ts';
import { countByCall } from './by-call/condense-by-call.ts';
import type { CondensedLog } from './condensed-log.ts';
import { detailOptions } from './detail-options.ts';
import { eventLogOf } from './event-log.ts';
import type { SourcedRow } from './formats/call-source.ts';
import { createCallCollector, type CollectorOptions } from './formats/collect-calls.ts';
import type { ToldCall } from './formats/log-format.ts';
import { tellCalls } from './formats/tell-rows.ts';
import type { KnownValues } from './kept-value.ts';
import type { CondenseOptions } from './log-engine.ts';
import { sourceOf, vendorRows, type LaidOutLog, type LogReading } from './log-reading.ts';
import { mergeByTime } from './merge-by-time.ts';
import { addRowCounts, createRowTally, withRowCounts, type RowTally } from './row-tally.ts';
import { rejectsOnce } from './told-once.ts';
import { namesOf, unordered } from './unordered-logs.ts';

/** The memory that rows of open calls may take, in bytes, and what one takes; measured on steps of Studio. */
const usualMemory = 480_000_000;
const bytesHeld = 1400;
/** So many rows of logs that can't be read twice are held before calls are let go. */
const heldOfPipes = 1 << 18;
/** What a row takes in a file at least, about, and how much smaller packing makes it at most. */
const bytesPerRow = 100;
const packing = 10;
const mostParts = 1024;

/** One reading of vendors' logs: all of their rows in order of time, and where their calls are counted. */
interface Run {
  readonly rows: AsyncIterable<readonly SourcedRow[]>;
  readonly condensing: Condensing;
  readonly count: (calls: Iterable<ToldCall>) => void;
  /** How many rows others have replaced. */
  readonly superseded: () => number;
  readonly tallies: readonly RowTally[];
}

function beginRun(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  { zone }: LogReading,
  { details, onReject }: Pick<CondenseOptions, 'details' | 'onReject'>,
): Run {
  const condensing = beginCondensing({
    ...{ known, keepsAll: true, logs: logs.length },
    ...detailOptions(details),
  });
  const tallies = logs.map(({ input }) => createRowTally(input.path, onReject));
  const streams = logs.flatMap((log, index) => {
    const tally = tallies[index];
    return log.layout.by === 'vendor' && tally !== undefined ? [vendorRows(log, tally, zone)] : [];
  });
  let superseded = 0;
  return {
    ...{ rows: mergeByTime(streams), condensing, tallies, superseded: () => superseded },
    count(calls) {
      for (const call of calls) {
        condensing.addCall(call.events, 0);
        superseded += call.superseded ?? 0;
      }
    },
  };
}

/** Counts calls as soon as no row can belong to them any more; says what stands against it. */
async function countInOrder(
  { rows, count }: Run,
  reading: LogReading,
  { mostHeld, ...options }: CollectorOptions & { readonly mostHeld: number },
): Promise<'whole' | 'late' | 'large'> {
  const collector = createCallCollector(reading.names, options);
  for await (const batch of rows) {
    count(collector.take(batch));
    if (collector.isTorn()) return 'late';
    if (collector.held() > mostHeld) return 'large';
  }
  count(collector.finish());
  return 'whole';
}

/** Puts all rows aside first, divided by their calls, on disk where memory doesn't hold them. */
async function countPartByPart(
  { rows, count }: Run,
  { names }: LogReading,
  options: GatherOptions,
): Promise<void> {
  const gathered = await gatherRows(rows, options);
  try {
    for await (const part of gathered.parts())
      count(tellCalls(part, { names, logEnd: gathered.logEnd }));
  } finally {
    await gathered.remove();
  }
}

/** The same logs, each of which is opened again when its turn comes. */
const again = (logs: readonly LaidOutLog[]): readonly LaidOutLog[] =>
  logs.map((log) => ({ ...log, isClosed: true }));

/** How many parts the calls of files should be divided into, so that memory holds the rows of each. */
function partsOf(logs: readonly LaidOutLog[], mostHeld: number): number {
  const size = logs.reduce((sum, { input, log }) => {
    return sum + (input.file?.size ?? 0) * (log.isPacked ? packing : 1);
  }, 0);
  return Math.min(mostParts, Math.max(2, Math.ceil(size / bytesPerRow / mostHeld)));
}

/**
 * Condenses logs of which at least one is a vendor's. Rows of all vendors' logs come together by the call's
 * id, so that one log may tell what another leaves out; native logs beside them are counted as they are.
 * Where rows come out of order or memory doesn't hold the calls that are open, all is read again and put
 * aside by call. Throws an IvrError `log-unordered` where logs can't be read again.
 */
export async function condenseVendorLogs(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  reading: LogReading,
  options: CondenseOptions = {},
): Promise<CondensedLog> {
  const { onNote, details, memory = usualMemory } = options;
  const telling = rejectsOnce(options.onReject);
  const isAgain = logs.every(({ input }) => input.file !== undefined);
  const mostHeld = Math.ceil(memory / bytesHeld);
  const runOf = (opened: readonly LaidOutLog[]): Run =>
    beginRun(opened, known, reading, { details, onReject: telling.begin() });
  let run = runOf(logs);
  const found = await countInOrder(run, reading, {
    heldAtLeast: isAgain ? 0 : heldOfPipes,
    mostHeld: isAgain ? mostHeld : Number.POSITIVE_INFINITY,
  });
  if (found !== 'whole') {
    if (!isAgain) throw unordered(logs);
    const why =
      found === 'late'
        ? `Rows stand more than five minutes late in ${namesOf(logs)}`
        : `The calls of ${namesOf(logs)} that are open at once don't fit into memory`;
    onNote?.(`${why}: all is read again, and its rows are put in order first.`);
    run = runOf(again(logs));
    const parts = partsOf(logs, mostHeld);
    await countPartByPart(run, reading, { mostHeld: found === 'large' ? 0 : mostHeld, parts });
  }
  const { condensing, tallies, superseded } = run;
  await countByCall(
    logs.flatMap((log, index) => {
      const tally = tallies[index];
      return log.layout.by === 'vendor' || tally === undefined
        ? []
        : [{ ...eventLogOf(log), index, tally }];
    }),
    condensing,
    memory,
  );
  const calls = condensing.finish();
  const duplicateRows = calls.duplicateRows + superseded();
  const rows = addRowCounts(tallies.map((tally) => tally.counts()));
  return withRowCounts(logs.map(sourceOf), rows, { ...calls, duplicateRows });
}
