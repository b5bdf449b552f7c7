import { beginCondensing, type Condensing } from './begin-condensing.ts';
import { wholeLog, type Part } from './bytes/part.ts';
import { mergePartialLogs, partialLog, type PartialLog } from './bytes/partial-log.ts';
import type { CondensedLog } from './condensed-log.ts';
import { detailOptions } from './detail-options.ts';
import { createCallCollector } from './formats/collect-calls.ts';
import type { ToldCall } from './formats/log-format.ts';
import { handOver } from './hand-over.ts';
import type { KnownValues } from './kept-value.ts';
import type { CondenseOptions, OnReject, WantedDetails } from './log-engine.ts';
import { openFeed } from './log-feed.ts';
import { reopened, sourceOf, vendorRows, type LaidOutLog, type LogReading } from './log-reading.ts';
import { mergeByTime } from './merge-by-time.ts';
import { addRowCounts, createRowTally, withRowCounts, type RowCounts } from './row-tally.ts';
import { rejectsOnce } from './told-once.ts';
import { namesOf, unordered } from './unordered-logs.ts';

/** The memory that rows of open calls may take, in bytes, and what one takes; measured on steps of Studio. */
const usualMemory = 480_000_000;
const bytesHeld = 800;
/** So many rows of logs that can't be read twice are held before calls are let go. */
const heldOfPipes = 1 << 18;
/** What a row takes in a file, about, and how much smaller packing makes it at most. */
const bytesPerRow = 250;
const packing = 10;
/** An id with more rows than memory holds is in one part, however many there are. */
const mostParts = 1024;

interface Reading {
  readonly known: KnownValues;
  readonly reading: LogReading;
  readonly onReject: OnReject | undefined;
  readonly part?: Part;
  readonly keepsAll?: boolean;
  readonly heldAtLeast?: number;
  readonly mostHeld: number;
  readonly details?: WantedDetails | undefined;
}

/** What one reading of the logs came to; rows came too late for it, or too many calls are open. */
interface Run {
  readonly condensing: Condensing;
  readonly rows: RowCounts;
  readonly superseded: number;
  readonly end: 'whole' | 'late' | 'large';
}

async function readOnce(logs: readonly LaidOutLog[], wanted: Reading): Promise<Run> {
  const { known, reading, onReject, part = wholeLog, keepsAll, heldAtLeast, mostHeld } = wanted;
  const sources = logs.map((one, index) => {
    return { one, index, tally: createRowTally(one.input.path, onReject) };
  });
  // How far vendors' logs have come says nothing of the native ones: nothing is let go early.
  const condensing = beginCondensing({
    ...{ known, keepsAll: true, logs: logs.length, part },
    ...detailOptions(wanted.details),
  });
  const collector = createCallCollector(reading.names, { part, keepsAll, heldAtLeast });
  let superseded = 0;
  const count = (told: readonly ToldCall[]): void => {
    for (const call of told) {
      condensing.addCall(call.events, 0);
      superseded += call.superseded ?? 0;
    }
  };
  const run = (end: Run['end']): Run => {
    const rows = addRowCounts(sources.map(({ tally }) => tally.counts()));
    return { condensing, rows, superseded, end };
  };
  // Where several readings share the calls, the first counts the rows.
  const rows = sources
    .filter(({ one }) => one.layout.by === 'vendor')
    .map(({ one, tally }) => {
      const own = part.index === 0 ? tally : createRowTally(one.input.path);
      return vendorRows(one, own, reading.zone);
    });
  for await (const batch of mergeByTime(rows)) {
    count(collector.take(batch));
    if (collector.isTorn()) return run('late');
    if (collector.held() > mostHeld) return run('large');
  }
  count(collector.finish());
  for (const { one, index, tally } of sources) {
    if (one.layout.by === 'vendor') continue;
    condensing.condenser.turnTo(index);
    const open = one.isClosed ? await reopened(one) : one;
    const feed = await openFeed(open, index, condensing, tally);
    while (await feed.advance());
  }
  return run('whole');
}

/** The same logs, each of which is opened again when its turn comes. */
const again = (logs: readonly LaidOutLog[]): readonly LaidOutLog[] =>
  logs.map((log) => ({ ...log, isClosed: true }));

function wholeResult(logs: readonly LaidOutLog[], { condensing, rows, superseded }: Run) {
  const calls = condensing.finish();
  const duplicateRows = calls.duplicateRows + superseded;
  return withRowCounts(logs.map(sourceOf), rows, { ...calls, duplicateRows });
}

/** Reads files as often as there are parts, each time for the calls of one; nothing if they are too few. */
async function inPasses(
  logs: readonly LaidOutLog[],
  parts: number,
  wanted: Reading,
): Promise<readonly PartialLog[] | undefined> {
  const results: PartialLog[] = [];
  for (let index = 0; index < parts; index += 1) {
    const part = parts === 1 ? wholeLog : { index, count: parts };
    const { end, ...run } = await readOnce(again(logs), { ...wanted, part });
    if (end !== 'whole') return undefined;
    const counted = partialLog(run.condensing, run.rows);
    results.push({ ...counted, duplicateRows: counted.duplicateRows + run.superseded });
  }
  return results;
}

/**
 * Condenses logs of which at least one is a vendor's. Rows of all vendors' logs come together by the
 * call's id, so that one log may tell what another leaves out; native logs beside them are counted as
 * they are. Where rows come out of order and memory doesn't hold all calls, DuckDB takes over, or the
 * logs are read once for each of several parts of the calls. Throws an IvrError `log-unordered` where
 * they can't be read again.
 */
export async function condenseVendorLogs(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  reading: LogReading,
  options: CondenseOptions = {},
): Promise<CondensedLog> {
  const { onReject, onNote, details, memory = usualMemory } = options;
  const telling = rejectsOnce(onReject);
  const isAgain = logs.every(({ input }) => input.file !== undefined);
  const mostHeld = isAgain ? Math.ceil(memory / bytesHeld) : Number.POSITIVE_INFINITY;
  const wanted = { known, reading, details, mostHeld };
  const heldAtLeast = isAgain ? 0 : heldOfPipes;
  const first = await readOnce(logs, { ...wanted, heldAtLeast, onReject: telling.begin() });
  if (first.end === 'whole') return wholeResult(logs, first);
  if (!isAgain) throw unordered(logs);
  if (first.end === 'late') {
    onNote?.(
      `Rows stand more than five minutes late in ${namesOf(logs)}: all is read again, and no call is let go before the end.`,
    );
    const keeping = { ...wanted, keepsAll: true, onReject: telling.begin() };
    const second = await readOnce(again(logs), keeping);
    if (second.end === 'whole') return wholeResult(logs, second);
  }
  const why = `The calls of ${namesOf(logs)} that are open at once don't fit into memory`;
  const rest = { ...options, onReject: telling.begin() };
  const counted = await handOver(logs, known, rest, why);
  if (counted !== undefined) return counted;
  if (details?.selection !== undefined) {
    // Parts can't choose calls: then they take what memory they need.
    const mostHeld = Number.POSITIVE_INFINITY;
    const all = { ...wanted, mostHeld, keepsAll: true, onReject: telling.begin() };
    return wholeResult(logs, await readOnce(again(logs), all));
  }
  onNote?.(`${why}: all is read again, once for each of several parts of the calls.`);
  if (details !== undefined)
    onNote?.('The log is too long to be held as a whole: when calls began is not counted.');
  const size = logs.reduce((sum, { input, log }) => {
    return sum + (input.file?.size ?? 0) * (log.isPacked ? packing : 1);
  }, 0);
  for (let parts = Math.max(2, Math.ceil(size / bytesPerRow / mostHeld)); ; parts *= 2) {
    const most = parts < mostParts ? mostHeld : Number.POSITIVE_INFINITY;
    const parted = { known, reading, mostHeld: most, keepsAll: true, onReject: telling.begin() };
    const results = await inPasses(logs, Math.min(parts, mostParts), parted);
    if (results !== undefined) return mergePartialLogs(results, logs.map(sourceOf));
  }
}
