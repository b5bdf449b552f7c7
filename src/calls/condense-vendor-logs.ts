import { beginCondensing } from './begin-condensing.ts';
import { createCallCollector } from './formats/collect-calls.ts';
import type { ToldCall } from './formats/log-format.ts';
import { openFeed } from './log-feed.ts';
import type { KnownValues } from './kept-value.ts';
import { detailOptions } from './detail-options.ts';
import type { CondenseOptions } from './log-engine.ts';
import { reopened, sourceOf, vendorRows, type LaidOutLog, type LogReading } from './log-reading.ts';
import { mergeByTime } from './merge-by-time.ts';
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
  { names, zone }: LogReading,
  { onReject, details }: CondenseOptions = {},
): Promise<CondensedLog> {
  const sources = logs.map((one, index) => ({
    one,
    index,
    tally: createRowTally(one.input.path, onReject),
  }));
  // How far vendors' logs have come says nothing of the native ones: nothing is let go early.
  const condensing = beginCondensing({
    ...{ known, keepsAll: true, logs: logs.length },
    ...detailOptions(details),
  });
  const collector = createCallCollector(names);
  let superseded = 0;
  const count = (told: readonly ToldCall[]): void => {
    for (const call of told) {
      condensing.addCall(call.events, 0);
      superseded += call.superseded ?? 0;
    }
  };
  const rows = sources
    .filter(({ one }) => one.layout.by === 'vendor')
    .map(({ one, tally }) => vendorRows(one, tally, zone));
  for await (const batch of mergeByTime(rows)) count(collector.take(batch));
  count(collector.finish());
  for (const { one, index, tally } of sources) {
    if (one.layout.by === 'vendor') continue;
    condensing.condenser.turnTo(index);
    const open = one.isClosed ? await reopened(one) : one;
    const feed = await openFeed(open, index, condensing, tally);
    while (await feed.advance());
  }
  const calls = condensing.finish();
  const duplicateRows = calls.duplicateRows + superseded;
  const counts = addRowCounts(sources.map(({ tally }) => tally.counts()));
  return withRowCounts(logs.map(sourceOf), counts, { ...calls, duplicateRows });
}
