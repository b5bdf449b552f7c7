import type { LogSource } from '../condensed-log.ts';
import { bytesPerRow, eventLogOf, type EventLog } from '../event-log.ts';
import type { SourcedRow } from '../formats/call-source.ts';
import type { KnownValues } from '../kept-value.ts';
import type { OnReject, Pseudonym } from '../log-engine.ts';
import { closeLogs, openLogs, sourceOf, vendorRows, type LogReading } from '../log-reading.ts';
import type { TimedStream } from '../merge-by-time.ts';
import type { LogInput } from '../read-log-text.ts';
import { createRowTally, type RowTally } from '../row-tally.ts';
import { fileKind } from './file-kind.ts';
import type { DuckDb } from './open-duckdb.ts';
import { openParquet } from './parquet-chunks.ts';
import { parquetEventLog } from './parquet-event-log.ts';
import { layoutOfParquet, parquetLog } from './parquet-layout.ts';
import { parquetSource } from './read-parquet.ts';
import { readZstd } from './read-zstd.ts';

/** A log as the engine takes it: with its events row by row, or of another system. */
export type InputLog =
  | { readonly source: LogSource; readonly log: EventLog }
  | {
      readonly source: LogSource;
      readonly rows: TimedStream<SourcedRow>;
      readonly tally: RowTally;
    };

export interface InputOptions {
  readonly reading: LogReading;
  readonly known: KnownValues;
  readonly pseudonym: Pseudonym | undefined;
  /** Told the rows of other systems' logs that are rejected. */
  readonly onReject: OnReject | undefined;
}

export interface InputLogs {
  readonly logs: readonly InputLog[];
  /** Reads no more of them. */
  readonly close: () => Promise<void>;
}

/** How much smaller Zstandard makes a log at most. */
const packing = 10;

/** Opens logs of all kinds, and finds out how they are laid out. */
export async function openInputs(
  db: DuckDb,
  inputs: readonly LogInput[],
  { reading, known, pseudonym, onReject }: InputOptions,
): Promise<InputLogs> {
  const kinds = inputs.map(fileKind);
  const texts = inputs.flatMap((input, index) => {
    const kind = kinds[index];
    return kind === 'parquet' ? [] : [kind === 'zstd' ? readZstd(input) : input];
  });
  const opened = await openLogs(texts, reading);
  const left = [...opened];

  const openText = (input: LogInput, isZstd: boolean): InputLog => {
    const log = left.shift();
    if (log === undefined) throw new RangeError('a log that was not opened');
    const source = sourceOf(log);
    if (log.layout.by === 'vendor') {
      const tally = createRowTally(input.path, onReject);
      return { source, tally, rows: vendorRows(log, tally, reading.zone) };
    }
    const rows = ((input.file?.size ?? 0) * packing) / bytesPerRow;
    return { source, log: { ...eventLogOf(log), ...(isZstd ? { rows } : {}) } };
  };
  const openTable = async (input: LogInput, index: number): Promise<InputLog> => {
    const table = await openParquet(db, input, inputs.length);
    const layout = await layoutOfParquet(table, reading);
    if (layout.by !== 'vendor') {
      const log = await parquetEventLog(table, layout, { log: index, known, pseudonym });
      return { source: parquetSource(input.path, layout), log };
    }
    const log = await parquetLog(input, table, layout.layout, reading.zone);
    const tally = createRowTally(input.path, onReject);
    return { source: sourceOf(log), tally, rows: vendorRows(log, tally, reading.zone) };
  };

  const close = (): Promise<void> => closeLogs(opened);
  const logs: InputLog[] = [];
  try {
    for (const [index, input] of inputs.entries()) {
      const kind = kinds[index];
      logs.push(
        kind === 'parquet' ? await openTable(input, index) : openText(input, kind === 'zstd'),
      );
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { logs, close };
}
