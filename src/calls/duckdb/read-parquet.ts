import type { CallEvent } from '../call-event.ts';
import type { LogSource } from '../condensed-log.ts';
import { orderedColumns } from '../log-columns.ts';
import type { LogInput } from '../read-log-text.ts';
import { rowEvent } from '../row-event.ts';
import type { RowTally } from '../row-tally.ts';
import type { LogReading } from '../log-reading.ts';
import { mappingOfParquet, readMappedParquet } from './map-parquet.ts';
import { openDuckDb, type DuckDb } from './open-duckdb.ts';
import { parquetRows } from './parquet-rows.ts';
import { readingError } from './reading-error.ts';
import { fieldsOf } from './row-codes.ts';
import { readColumns } from './sql-rows.ts';

const memory = 512 * 1024 * 1024;

/** What is told of a Parquet file that was read. */
export const parquetSource = (path: string, isMapped: boolean): LogSource => ({
  ...{ path, layout: isMapped ? 'mapping' : 'native', encoding: 'Parquet', packed: undefined },
});

async function* nativeEvents(
  db: DuckDb,
  path: string,
  file: string,
  tally: RowTally,
): AsyncGenerator<readonly CallEvent[]> {
  const { from, row, columns } = await parquetRows(db, path, file);
  const texts = readColumns.map((column) => columns[column].text).join(', ');
  for await (const chunk of db.chunks(`SELECT ${row}, ${texts} FROM ${from}`)) {
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

/** Work with a Parquet file, in a database of its own. */
async function* withParquet<Item>(
  { path, file }: LogInput,
  work: (db: DuckDb, file: string) => AsyncIterable<Item>,
): AsyncGenerator<Item> {
  const name = file?.name ?? path;
  const db = await openDuckDb({ files: [name], memory });
  try {
    yield* work(db, name);
  } catch (error) {
    throw readingError(path, error);
  } finally {
    await db.close();
  }
}

/**
 * Reads a log in Parquet, a native one or by a mapping, as a stream of events in the order of its rows,
 * as `readEvents` does for text; `onMapping` is told when a mapping reads it. Throws an IvrError `log-layout` when a column is missing,
 * `log-unreadable` when the file is damaged, `engine-missing` when DuckDB isn't installed.
 */
export function readParquet(
  input: LogInput,
  tally: RowTally,
  reading: Pick<LogReading, 'format' | 'mappings' | 'zone'> = {},
  onMapping?: () => void,
): AsyncGenerator<readonly CallEvent[]> {
  return withParquet(input, async function* (db, file) {
    const mapping = await mappingOfParquet(db, input.path, file, reading);
    if (mapping !== undefined) onMapping?.();
    yield* mapping === undefined
      ? nativeEvents(db, input.path, file, tally)
      : readMappedParquet(db, file, mapping, tally);
  });
}
