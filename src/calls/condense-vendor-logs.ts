import { createCondenser } from './condense.ts';
import { readCallRows } from './formats/call-source.ts';
import { createCallCollector } from './formats/collect-calls.ts';
import type { ToldCall } from './formats/log-format.ts';
import type { KnownValues } from './kept-value.ts';
import { sourceOf, type LaidOutLog, type LogReading } from './log-reading.ts';
import { mergeByTime } from './merge-by-time.ts';
import { readOpenLog } from './read-log-rows.ts';
import { addRowCounts, createRowTally, withRowCounts } from './row-tally.ts';
import type { CondensedLog } from './condensed-log.ts';

/**
 * Condenses logs of which at least one is a vendor's. Rows of all vendors' logs come together by the
 * call's id, so that one log may tell what another leaves out; native logs beside them are counted as
 * they are.
 */
export async function condenseVendorLogs(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  { names }: LogReading,
): Promise<CondensedLog> {
  const sources = logs.map((one) => ({ ...one, tally: createRowTally(one.input.path) }));
  const condenser = createCondenser(known);
  const collector = createCallCollector(names);
  let superseded = 0;
  const count = (told: readonly ToldCall[]): void => {
    for (const call of told) {
      condenser.addCall(call.events);
      superseded += call.superseded ?? 0;
    }
  };
  const rows = sources.flatMap(({ log, vendor, tally }) =>
    vendor === undefined ? [] : [readCallRows(log, vendor, tally)],
  );
  const events = sources.flatMap(({ input, log, vendor, tally }) =>
    vendor === undefined ? [readOpenLog(input.path, log, tally)] : [],
  );
  for await (const batch of mergeByTime(rows)) count(collector.take(batch));
  count(collector.finish());
  for await (const batch of mergeByTime(events)) for (const event of batch) condenser.add(event);
  const calls = condenser.finish();
  const duplicateRows = calls.duplicateRows + superseded;
  const counts = addRowCounts(sources.map(({ tally }) => tally.counts()));
  return withRowCounts(logs.map(sourceOf), counts, { ...calls, duplicateRows });
}
