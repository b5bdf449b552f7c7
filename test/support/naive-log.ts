import type { CallEvent } from '../../src/calls/call-event.ts';
import type { CondensedLog } from '../../src/calls/condensed-log.ts';
import { nothingKnown, type KnownValues } from '../../src/calls/kept-value.ts';
import { fieldsInOrder, orderedColumns } from '../../src/calls/log-columns.ts';
import { rowEvent } from '../../src/calls/row-event.ts';
import { createRowTally, withRowCounts } from '../../src/calls/row-tally.ts';
import type { WrittenRow } from './dirty-rows.ts';
import { naiveCondense } from './naive-condense.ts';

/** What the rules make of one log of rows, with no thought for time or memory. */
export function naiveLog(
  rows: readonly WrittenRow[],
  known: KnownValues = nothingKnown,
): CondensedLog {
  const tally = createRowTally('rows');
  const events: CallEvent[] = [];
  rows.forEach((row, index) => {
    const fields = new Map<string, string>(Object.entries(row));
    const read = rowEvent(
      fieldsInOrder.map((name) => fields.get(name) ?? ''),
      orderedColumns,
    );
    if ('reason' in read) tally.reject(index + 1, read.column, read.reason);
    else {
      tally.use();
      events.push(read);
    }
  });
  return withRowCounts([], tally.counts(), naiveCondense([events], known));
}
