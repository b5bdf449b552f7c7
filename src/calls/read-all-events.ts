import type { ToldEvent } from './call-event.ts';
import { reopened, vendorRows, type LaidOutLog, type LogReading } from './log-reading.ts';
import { mergeByTime, type TimedStream } from './merge-by-time.ts';
import { readEvents } from './read-events.ts';
import type { RowTally } from './row-tally.ts';
import { toldEvents } from './aside/told-events.ts';

type Source = LaidOutLog & { readonly tally: RowTally };

/** So many rows are held in memory; and what a row takes in a file, packed at most so much smaller. */
const mostHeld = 1 << 17;
const bytesPerRow = 250;
const packing = 10;
/** So that a part is smaller than that by far; the size of pipes isn't known. */
const [fewestParts, mostParts] = [64, 1024];

const isPacked = ({ isPacked: isGzip, encoding }: LaidOutLog['log']): boolean =>
  isGzip || encoding === 'Parquet';

function partsFor(sources: readonly Source[]): number {
  const rows = sources.reduce((sum, { input, log }) => {
    return sum + ((input.file?.size ?? 0) * (isPacked(log) ? packing : 1)) / bytesPerRow;
  }, 0);
  return Math.min(mostParts, Math.max(fewestParts, Math.ceil(rows / mostHeld)));
}

/** The events of a log that has them row by row, which is opened again when its turn comes. */
async function* eventsOf(source: Source): AsyncGenerator<readonly ToldEvent[]> {
  yield* readEvents(source.isClosed ? await reopened(source) : source, source.tally);
}

/**
 * The events of logs of any layout, one log's after the other's where they are in order of time, else
 * merged by it, with what vendors' logs don't know the moment of; `others` are those of logs that come as events already. Rows are used or rejects of
 * their tallies. Calls of vendors' logs are told when all of their rows are known.
 */
export async function* readAllEvents(
  logs: readonly LaidOutLog[],
  { names, zone }: LogReading,
  tallyOf: (log: LaidOutLog) => RowTally,
  others: readonly AsyncIterable<readonly ToldEvent[]>[] = [],
): AsyncGenerator<readonly ToldEvent[]> {
  const sources = logs.map((log): Source => ({ ...log, tally: tallyOf(log) }));
  const isVendor = ({ layout }: Source): boolean => layout.by === 'vendor';
  const rows: TimedStream<ToldEvent>[] = sources
    .filter((one) => !isVendor(one))
    .map((one) => ({ batches: eventsOf(one), begins: one.begins }));
  const vendors = sources.filter(isVendor);
  const [first] = vendors;
  if (first !== undefined) {
    const merged = mergeByTime(vendors.map((source) => vendorRows(source, source.tally, zone)));
    const held = { mostHeld, parts: partsFor(vendors) };
    rows.push({ batches: toldEvents(merged, names, held, first.tally.replace) });
  }
  yield* mergeByTime([...rows, ...others.map((batches) => ({ batches }))]);
}
