import type { EventLog } from '../event-log.ts';
import type { KnownValues } from '../kept-value.ts';
import { batchFeed, type LogFeed } from '../log-feed.ts';
import type { Pseudonym } from '../log-engine.ts';
import { createRowTally } from '../row-tally.ts';
import { piecesFor } from './id-pieces.ts';
import { readMappedParquet } from './map-parquet.ts';
import type { ParquetTable } from './parquet-chunks.ts';
import type { ParquetLayout } from './parquet-layout.ts';
import { parquetRows } from './parquet-rows.ts';
import { readParquet } from './read-parquet.ts';
import { rowCodes } from './row-codes.ts';
import { openRowFeed, type RowTarget, type SelectedRows } from './row-feed.ts';
import { rowStatement } from './row-statement.ts';

type EventLayout = Exclude<ParquetLayout, { readonly by: 'vendor' }>;

/** So many rows are looked at to find out how long ids are, and when a log begins. */
const looked = 4096;

/** How the rows of a native log are selected; it is found out once, however often they are read. */
async function selectionOf(
  { db, path, file, columns }: ParquetTable,
  log: number,
  known: KnownValues,
  hasCallers: boolean,
): Promise<Omit<SelectedRows, 'chunks' | 'path' | 'tell'> & { readonly sql: string }> {
  const rows = parquetRows(path, file, columns);
  const codes = await rowCodes(db, rows, known, log);
  const [[longest] = []] = await db.rows(
    `SELECT coalesce(max(strlen(${rows.columns.call.text})), 0) FROM (FROM ${rows.from} LIMIT ${looked})`,
  );
  const pieces = piecesFor(Number(longest));
  return { ...rowStatement({ rows, codes, pieces, hasCallers }), pieces, codes };
}

/** When the first of the rows that are looked at happened. */
async function beginOf(table: ParquetTable, layout: EventLayout): Promise<number | undefined> {
  for await (const [event] of readParquet(table, layout, createRowTally(''), looked))
    if (event !== undefined) return event.at;
  return undefined;
}

export interface ParquetEventOptions {
  /** Which log it is among all. */
  readonly log: number;
  readonly known: KnownValues;
  readonly pseudonym: Pseudonym | undefined;
}

/** A Parquet file that has its events row by row: a native log, or one that is read by a mapping. */
export async function parquetEventLog(
  table: ParquetTable,
  layout: EventLayout,
  { log, known, pseudonym }: ParquetEventOptions,
): Promise<EventLog> {
  const { db, path, rows, tell, logs } = table;
  let selection: ReturnType<typeof selectionOf> | undefined;
  const openNative = async (target: RowTarget): Promise<LogFeed> => {
    selection ??= selectionOf(table, log, known, pseudonym !== undefined);
    const { sql, ...selected } = await selection;
    return openRowFeed({ ...selected, path, tell, chunks: db.chunks(sql) }, target);
  };
  return {
    ...{ path, rows, isAgain: true },
    begins: logs > 1 ? await beginOf(table, layout) : undefined,
    async open(sink, index, tally) {
      if (layout.by === 'native') return openNative({ sink, index, tally });
      const batches = readMappedParquet(table, layout.mapping, tally, pseudonym);
      return batchFeed(batches, sink, index, async () => {
        await batches.return(undefined);
      });
    },
  };
}
