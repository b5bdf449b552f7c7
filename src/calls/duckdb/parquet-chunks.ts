import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { DuckDb } from './open-duckdb.ts';
import type { LogInput } from '../read-log-text.ts';
import { parquetColumns, parquetFile, type ParquetColumn } from './parquet-rows.ts';
import { readingError } from './reading-error.ts';
import { onlyFile, quoted } from './sql-text.ts';

/** A Parquet file of which some columns are read. */
export interface ParquetTable {
  readonly db: DuckDb;
  /** The name it is reported under, and where it lies. */
  readonly path: string;
  readonly file: string;
  readonly columns: readonly ParquetColumn[];
  readonly rows: number;
  /** Tells whoever waits for the log that so many of its rows are read. */
  readonly tell: (done: number) => void;
  /** How many logs are read side by side: they share the memory for what is read ahead. */
  readonly logs: number;
}

/** So much of a file is read at once, in bytes, by what its metadata say of its size; and in rows. */
const bytesAtOnce = 32 * 1024 * 1024;
const mostSharing = 32;
const [fewestRows, mostRows] = [256, 16_384];

/**
 * A Parquet file with all of its columns, one of so many logs. Throws an IvrError `log-unreadable` where it is
 * damaged.
 */
export async function openParquet(
  db: DuckDb,
  { path, file: found, onProgress }: LogInput,
  logs: number,
): Promise<ParquetTable> {
  const file = found?.name ?? path;
  try {
    const columns = await parquetColumns(db, path, file);
    const [[rows] = []] = await db.rows(`SELECT count(*)::DOUBLE FROM ${parquetFile(file)}`);
    const bytesPerRow = (found?.size ?? 0) / Number(rows);
    const tell = (done: number): void => onProgress?.(Math.round(done * bytesPerRow));
    return { db, path, file, columns, rows: Number(rows), tell, logs };
  } catch (error) {
    throw readingError(path, error);
  }
}

async function rowsAtOnceOf({ db, file, rows, logs }: ParquetTable): Promise<number> {
  const [[taken] = []] = await db.rows(
    `SELECT coalesce(sum(total_uncompressed_size), 0)::DOUBLE FROM parquet_metadata([${quoted(onlyFile(file))}])`,
  );
  const sharing = Math.min(mostSharing, logs);
  const perRow = Number(taken) / Math.max(1, rows);
  const fitting = Math.min(mostRows, bytesAtOnce / Math.max(1, perRow)) / sharing;
  return Math.max(fewestRows, Math.floor(fitting));
}

/**
 * What is selected of a file, the number of the row in front, in the order of its rows and some at a time.
 * In between nothing of it is open, so that any number may be read side by side. Gives no more than `most`
 * rows, `from` the file where it is left out. Throws an IvrError `log-unreadable` where the file is damaged.
 */
export async function* parquetChunks(
  table: ParquetTable,
  selected: readonly string[],
  most = Number.POSITIVE_INFINITY,
  from = parquetFile(table.file),
): AsyncGenerator<DuckDBDataChunk> {
  const { db, path } = table;
  try {
    const rowsAtOnce = await rowsAtOnceOf(table);
    const wanted = `SELECT ${['file_row_number', ...selected].join(', ')} FROM ${from}`;
    const end = Math.min(table.rows, most);
    for (let row = 0; row < end; row += rowsAtOnce) {
      const to = Math.min(row + rowsAtOnce, end);
      const bit = `${wanted} WHERE file_row_number >= ${row} AND file_row_number < ${to}`;
      const chunks: DuckDBDataChunk[] = [];
      for await (const chunk of db.chunks(bit)) chunks.push(chunk);
      yield* chunks;
      // The head of a file is looked at before it is read.
      if (end === table.rows) table.tell(to);
    }
  } catch (error) {
    throw readingError(path, error);
  }
}
