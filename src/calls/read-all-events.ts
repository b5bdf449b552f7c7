import { IvrError } from '../source/ivr-error.ts';
import type { ToldEvent } from './call-event.ts';
import { createCallCollector } from './formats/collect-calls.ts';
import type { ToldCall } from './formats/log-format.ts';
import { reopened, vendorRows, type LaidOutLog, type LogReading } from './log-reading.ts';
import { mergeByTime, type TimedStream } from './merge-by-time.ts';
import { readEvents } from './read-events.ts';
import type { RowTally } from './row-tally.ts';

type Source = LaidOutLog & { readonly tally: RowTally };

const byTime = (events: readonly ToldEvent[]): readonly ToldEvent[] =>
  events.toSorted((a, b) => a.at - b.at);

/** Rows of vendors' logs came so late that events of their calls were given already. */
function toldTooEarly(sources: readonly Source[]): IvrError {
  const paths = sources.map(({ input }) => input.path).join(' and ');
  return new IvrError(
    'log-unordered',
    `Rows of ${paths} come more than five minutes late, behind rows by which calls were already told.`,
    { help: 'Write the log to a file and name that: files are read again where rows are late.' },
  );
}

/** So many rows are held before calls are let go: hardly any log has late rows only behind them. */
const heldAtLeast = 1 << 18;

/** The events of vendors' logs, which come together by call: in order of time within each batch. */
async function* toldEvents(
  sources: readonly Source[],
  { names, zone }: LogReading,
  keepsAll: boolean,
): AsyncGenerator<readonly ToldEvent[]> {
  const collector = createCallCollector(names, { keepsAll, heldAtLeast });
  const eventsOf = (told: readonly ToldCall[], tally: RowTally | undefined) => {
    tally?.replace(told.reduce((sum, { superseded = 0 }) => sum + superseded, 0));
    return byTime(told.flatMap(({ events }) => events));
  };
  const rows = sources.map((source) => vendorRows(source, source.tally, zone));
  for await (const batch of mergeByTime(rows)) {
    const told = collector.take(batch);
    if (collector.isTorn()) throw toldTooEarly(sources);
    if (told.length > 0) yield eventsOf(told, sources[0]?.tally);
  }
  yield eventsOf(collector.finish(), sources[0]?.tally);
}

/** The events of a log that has them row by row, which is opened again when its turn comes. */
async function* eventsOf(source: Source): AsyncGenerator<readonly ToldEvent[]> {
  yield* readEvents(source.isClosed ? await reopened(source) : source, source.tally);
}

/**
 * The events of logs of any layout, one log's after the other's where they are in order of time, else
 * merged by it, and with what vendors' logs don't know the moment of; `others` are those of logs that come as events already. Rows are used or rejects of
 * their tallies. With `keepsAll` no call of a vendor's log is let go before the end; without it an
 * IvrError `log-unordered` comes where a row is too late for that.
 */
export async function* readAllEvents(
  logs: readonly LaidOutLog[],
  reading: LogReading,
  tallyOf: (log: LaidOutLog) => RowTally,
  others: readonly AsyncIterable<readonly ToldEvent[]>[] = [],
  keepsAll = false,
): AsyncGenerator<readonly ToldEvent[]> {
  const sources = logs.map((log): Source => ({ ...log, tally: tallyOf(log) }));
  const isVendor = ({ layout }: Source): boolean => layout.by === 'vendor';
  const rows: TimedStream<ToldEvent>[] = sources
    .filter((one) => !isVendor(one))
    .map((one) => ({ batches: eventsOf(one), begins: one.begins }));
  if (sources.some(isVendor))
    rows.push({ batches: toldEvents(sources.filter(isVendor), reading, keepsAll) });
  yield* mergeByTime([...rows, ...others.map((batches) => ({ batches }))]);
}
