import type { CallEvent } from './call-event.ts';
import { readCallRows } from './formats/call-source.ts';
import { createCallCollector } from './formats/collect-calls.ts';
import type { ToldCall } from './formats/log-format.ts';
import { reopened, type LaidOutLog, type LogReading } from './log-reading.ts';
import { mergeByTime } from './merge-by-time.ts';
import { readEvents } from './read-events.ts';
import type { RowTally } from './row-tally.ts';

type Source = LaidOutLog & { readonly tally: RowTally };

const byTime = (events: readonly CallEvent[]): readonly CallEvent[] =>
  events.toSorted((a, b) => a.at - b.at);

/** The events of vendors' logs, which come together by call: in order of time within each batch. */
async function* toldEvents(
  sources: readonly Source[],
  { names, zone }: LogReading,
): AsyncGenerator<readonly CallEvent[]> {
  const collector = createCallCollector(names);
  const eventsOf = (told: readonly ToldCall[], tally: RowTally | undefined) => {
    tally?.replace(told.reduce((sum, { superseded = 0 }) => sum + superseded, 0));
    return byTime(told.flatMap(({ events }) => events));
  };
  const rows = sources.flatMap(({ log, layout, tally }) =>
    layout.by === 'vendor' ? [readCallRows(log, layout.layout, tally, zone)] : [],
  );
  for await (const batch of mergeByTime(rows)) {
    const told = collector.take(batch);
    if (told.length > 0) yield eventsOf(told, sources[0]?.tally);
  }
  yield eventsOf(collector.finish(), sources[0]?.tally);
}

/**
 * The events of logs of any layout, one log's after the other's where they are in order of time, else
 * merged by it; `others` are those of logs that come as events already. Rows are used or rejects of
 * their tallies.
 */
export async function* readAllEvents(
  logs: readonly LaidOutLog[],
  reading: LogReading,
  tallyOf: (log: LaidOutLog) => RowTally,
  others: readonly AsyncIterable<readonly CallEvent[]>[] = [],
): AsyncGenerator<readonly CallEvent[]> {
  const sources: Source[] = [];
  for (const log of logs)
    sources.push({ ...(log.isClosed ? await reopened(log) : log), tally: tallyOf(log) });
  const isVendor = ({ layout }: Source): boolean => layout.by === 'vendor';
  const rows: AsyncIterable<readonly CallEvent[]>[] = sources
    .filter((one) => !isVendor(one))
    .map((one) => readEvents(one, one.tally));
  if (sources.some(isVendor)) rows.push(toldEvents(sources.filter(isVendor), reading));
  yield* mergeByTime([...rows, ...others]);
}
