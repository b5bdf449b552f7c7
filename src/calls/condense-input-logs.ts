import type { CondensedLog } from './condensed-log.ts';
import { condenseEventLogs, type CondensingWork } from './condense-event-logs.ts';
import type { NodeNames } from './formats/node-names.ts';
import type { InputLog } from './input-log.ts';
import { addRowCounts, withRowCounts } from './row-tally.ts';

/**
 * Condenses logs of any kinds together. Throws an IvrError `log-unordered` where rows of logs that can't be read
 * again come too late, and `file-unwritable` where rows can't be put aside.
 */
export async function condenseInputLogs(
  logs: readonly InputLog[],
  names: NodeNames,
  work: CondensingWork,
): Promise<CondensedLog> {
  const sources = logs.map(({ source }) => source);
  const events = logs.flatMap((log) => ('events' in log ? [log.events] : []));
  if (events.length === logs.length) {
    const { rows, finish } = await condenseEventLogs(events, work);
    return withRowCounts(sources, addRowCounts(rows), finish());
  }
  const { condenseVendorLogs } = await import('./condense-vendor-logs.ts');
  const { rows, finish, superseded } = await condenseVendorLogs(logs, names, work);
  const calls = finish();
  const duplicateRows = calls.duplicateRows + superseded;
  return withRowCounts(sources, addRowCounts(rows), { ...calls, duplicateRows });
}
