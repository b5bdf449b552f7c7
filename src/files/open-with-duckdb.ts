import type { CallEvent } from '../calls/call-event.ts';
import type { LogSource } from '../calls/condensed-log.ts';
import type { OnReject } from '../calls/log-engine.ts';
import type { LogReading } from '../calls/log-reading.ts';
import type { LogInput } from '../calls/read-log-text.ts';
import type { RowTally } from '../calls/row-tally.ts';

/** A Parquet file as a stream of events. */
export interface EventLog {
  readonly path: string;
  /** What it turned out to be, once it has been read. */
  readonly source: () => LogSource;
  readonly tally: RowTally;
  readonly events: AsyncIterable<readonly CallEvent[]>;
}

/** Logs by who reads them: texts, those that DuckDB unpacks among them, and Parquet files. */
export interface OpenedLogs {
  readonly texts: readonly LogInput[];
  readonly parquet: readonly EventLog[];
}

/**
 * Has DuckDB read the logs that only it reads; `reading` is for Parquet. It is loaded when the first of
 * them is read.
 */
export async function openWithDuckDb(
  inputs: readonly LogInput[],
  onReject: OnReject | undefined,
  reading: Pick<LogReading, 'format' | 'mappings' | 'zone'> = {},
): Promise<OpenedLogs> {
  const { fileKind } = await import('../calls/duckdb/file-kind.ts');
  const kinds = inputs.map((input) => ({ input, kind: fileKind(input) }));
  if (kinds.every(({ kind }) => kind === undefined)) return { texts: inputs, parquet: [] };
  const { readParquet, parquetSource } = await import('../calls/duckdb/read-parquet.ts');
  const { readZstd } = await import('../calls/duckdb/read-zstd.ts');
  const { createRowTally } = await import('../calls/row-tally.ts');
  return {
    texts: kinds.flatMap(({ input, kind }) =>
      kind === 'parquet' ? [] : [kind === 'zstd' ? readZstd(input) : input],
    ),
    parquet: kinds.flatMap(({ input, kind }) => {
      if (kind !== 'parquet') return [];
      const tally = createRowTally(input.path, onReject);
      const { path } = input;
      let isMapped = false;
      const events = readParquet(input, tally, reading, () => {
        isMapped = true;
      });
      return [{ path, source: () => parquetSource(path, isMapped), tally, events }];
    }),
  };
}
