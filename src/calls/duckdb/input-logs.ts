import type { SourcedRow } from '../formats/call-source.ts';
import { inputLogOf, type InputLog } from '../input-log.ts';
import type { KnownValues } from '../kept-value.ts';
import type { Pseudonym } from '../log-engine.ts';
import { closeLogs, openLogs, sourceOf, vendorRows, type LogReading } from '../log-reading.ts';
import type { TimedStream } from '../merge-by-time.ts';
import type { LogInput } from '../read-log-text.ts';
import type { RowTally } from '../row-tally.ts';
import { fileKind } from './file-kind.ts';
import type { DuckDb } from './open-duckdb.ts';
import { openParquet } from './parquet-chunks.ts';
import { parquetEventLog } from './parquet-event-log.ts';
import { layoutOfParquet, parquetLog } from './parquet-layout.ts';
import { parquetSource } from './read-parquet.ts';
import { readZstd } from './read-zstd.ts';

export interface InputOptions {
  readonly reading: LogReading;
  readonly known: KnownValues;
  readonly pseudonym: Pseudonym | undefined;
}

export interface InputLogs {
  readonly logs: readonly InputLog[];
  /** Reads no more of them. */
  readonly close: () => Promise<void>;
}

/** Opens logs of all kinds, and finds out how they are laid out. */
export async function openInputs(
  db: DuckDb,
  inputs: readonly LogInput[],
  { reading, known, pseudonym }: InputOptions,
): Promise<InputLogs> {
  const kinds = inputs.map(fileKind);
  const texts = inputs.flatMap((input, index) => {
    const kind = kinds[index];
    return kind === 'parquet' ? [] : [kind === 'zstd' ? readZstd(input) : input];
  });
  const opened = await openLogs(texts, reading);
  const left = [...opened];

  const openText = (): InputLog => {
    const log = left.shift();
    if (log === undefined) throw new RangeError('a log that was not opened');
    return inputLogOf(log, reading.zone);
  };
  const openTable = async (input: LogInput, index: number): Promise<InputLog> => {
    const table = await openParquet(db, input, inputs.length);
    const layout = await layoutOfParquet(table, reading);
    if (layout.by !== 'vendor') {
      const events = await parquetEventLog(table, layout, { log: index, known, pseudonym });
      return { source: parquetSource(input.path, layout), events };
    }
    const log = await parquetLog(input, table, layout.layout, reading.zone);
    const { path, rows } = table;
    const read = (tally: RowTally): TimedStream<SourcedRow> => vendorRows(log, tally, reading.zone);
    return { source: sourceOf(log), vendor: { path, rows, isAgain: true, read } };
  };

  const close = (): Promise<void> => closeLogs(opened);
  const logs: InputLog[] = [];
  try {
    for (const [index, input] of inputs.entries()) {
      logs.push(kinds[index] === 'parquet' ? await openTable(input, index) : openText());
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { logs, close };
}
