import type { CallEvent } from '../calls/call-event.ts';
import type { LogSource } from '../calls/condensed-log.ts';
import type { OnReject } from '../calls/log-engine.ts';
import type { LaidOutLog, LogReading } from '../calls/log-reading.ts';
import type { LogInput } from '../calls/read-log-text.ts';
import type { RowTally } from '../calls/row-tally.ts';

/** A Parquet file that has its events row by row. */
export interface EventLog {
  readonly path: string;
  readonly source: LogSource;
  readonly tally: RowTally;
  readonly events: AsyncIterable<readonly CallEvent[]>;
}

/** Logs of all kinds, by how they give what they tell. */
export interface OpenedLogs {
  /** Texts, and Parquet files of vendors, in the order in which they are named. */
  readonly logs: readonly LaidOutLog[];
  readonly parquet: readonly EventLog[];
  readonly close: () => Promise<void>;
}

/** Parquet files, those of vendors apart: their rows come together to calls with those of texts. */
interface OpenedParquet {
  readonly parquet: readonly EventLog[];
  readonly vendors: readonly LaidOutLog[];
  readonly close: () => Promise<void>;
}

const memory = 512 * 1024 * 1024;

/** Has DuckDB open Parquet files, in one database for all. */
async function openParquets(
  inputs: readonly LogInput[],
  onReject: OnReject | undefined,
  reading: LogReading,
): Promise<OpenedParquet> {
  if (inputs.length === 0) return { parquet: [], vendors: [], close: () => Promise.resolve() };
  const { openDuckDb } = await import('../calls/duckdb/open-duckdb.ts');
  const { openParquet } = await import('../calls/duckdb/parquet-chunks.ts');
  const { layoutOfParquet, parquetLog } = await import('../calls/duckdb/parquet-layout.ts');
  const { readParquet, parquetSource } = await import('../calls/duckdb/read-parquet.ts');
  const { createRowTally } = await import('../calls/row-tally.ts');
  const files = inputs.flatMap(({ file }) => (file === undefined ? [] : [file.name]));
  const db = await openDuckDb({ files, memory });
  const parquet: EventLog[] = [];
  const vendors: LaidOutLog[] = [];
  try {
    for (const input of inputs) {
      const { path } = input;
      const table = await openParquet(db, input, inputs.length);
      const layout = await layoutOfParquet(table, reading);
      if (layout.by === 'vendor') {
        vendors.push(await parquetLog(input, table, layout.layout, reading.zone));
        continue;
      }
      const tally = createRowTally(path, onReject);
      const events = readParquet(table, layout, tally);
      parquet.push({ path, source: parquetSource(path, layout), tally, events });
    }
  } catch (error) {
    await db.close();
    throw error;
  }
  return { parquet, vendors, close: db.close };
}

/**
 * Opens logs, and has DuckDB read those that only it reads; it is loaded where there are such. Throws an IvrError
 * as `openLogs` does, and `engine-missing` where DuckDB is needed and isn't installed.
 */
export async function openAllLogs(
  inputs: readonly LogInput[],
  onReject: OnReject | undefined,
  reading: LogReading,
): Promise<OpenedLogs> {
  const { fileKind } = await import('../calls/duckdb/file-kind.ts');
  const { closeLogs, openLogs } = await import('../calls/log-reading.ts');
  const kinds = inputs.map((input) => ({ input, kind: fileKind(input) }));
  const isPacked = kinds.some(({ kind }) => kind === 'zstd');
  const unpacked = isPacked
    ? (await import('../calls/duckdb/read-zstd.ts')).readZstd
    : (input: LogInput) => input;
  const texts = kinds.flatMap(({ input, kind }) =>
    kind === 'parquet' ? [] : [kind === 'zstd' ? unpacked(input) : input],
  );
  const files = kinds.flatMap(({ input, kind }) => (kind === 'parquet' ? [input] : []));
  const { parquet, vendors, close } = await openParquets(files, onReject, reading);
  try {
    const opened = [...(await openLogs(texts, reading)), ...vendors];
    const places = new Map(inputs.map(({ path }, place) => [path, place]));
    const placeOf = ({ input }: LaidOutLog): number => places.get(input.path) ?? 0;
    const logs = opened.toSorted((a, b) => placeOf(a) - placeOf(b));
    return {
      ...{ logs, parquet },
      async close() {
        await closeLogs(logs);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
