import type { CallEvent } from '../call-event.ts';
import type { LogSource } from '../condensed-log.ts';
import { orderedColumns } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { RowTally } from '../row-tally.ts';
import { readMappedParquet } from './map-parquet.ts';
import { parquetChunks, type ParquetTable } from './parquet-chunks.ts';
import type { ParquetLayout } from './parquet-layout.ts';
import { parquetRows } from './parquet-rows.ts';
import { fieldsOf } from './row-codes.ts';
import { readColumns } from './sql-rows.ts';

/** What is told of a Parquet file that was read row by row. */
export const parquetSource = (path: string, { by }: Pick<ParquetLayout, 'by'>): LogSource => ({
  ...{ path, layout: by, encoding: 'Parquet', packed: undefined },
});

async function* nativeEvents(
  table: ParquetTable,
  tally: RowTally,
  most?: number,
): AsyncGenerator<readonly CallEvent[]> {
  const { columns, from } = parquetRows(table.path, table.file, table.columns);
  const texts = readColumns.map((column) => columns[column].text);
  for await (const chunk of parquetChunks(table, texts, most, from)) {
    const events: CallEvent[] = [];
    for (const [number, ...found] of chunk.getRows()) {
      const line = Number(number) + 1;
      const named = readColumns.map((column, at) => [column, found[at] ?? ''] as const);
      const event = found.includes(null)
        ? { column: undefined, reason: 'field not text' }
        : rowEvent(fieldsOf(Object.fromEntries(named)), orderedColumns);
      if ('reason' in event) tally.reject(line, event.column, event.reason);
      else {
        tally.use();
        events.push(event);
      }
    }
    if (events.length > 0) yield events;
  }
}

/**
 * Reads a log in Parquet that has its events row by row, a native one or by a mapping, as a stream of events in
 * the order of its rows, `most` rows of it, as `readEvents` does for text. Throws an IvrError `log-layout` when a column is
 * missing, `log-unreadable` when the file is damaged.
 */
export function readParquet(
  table: ParquetTable,
  layout: Exclude<ParquetLayout, { readonly by: 'vendor' }>,
  tally: RowTally,
  most?: number,
): AsyncGenerator<readonly CallEvent[]> {
  return layout.by === 'native'
    ? nativeEvents(table, tally, most)
    : readMappedParquet(table, layout.mapping, tally, undefined, most);
}
