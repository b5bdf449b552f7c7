import type { LogSource } from '../condensed-log.ts';
import type { SourcedRow } from '../formats/call-source.ts';
import { openFeed } from '../log-feed.ts';
import {
  closeLogs,
  openLogs,
  reopened,
  sourceOf,
  vendorRows,
  type LogReading,
} from '../log-reading.ts';
import type { LogInput } from '../read-log-text.ts';
import type { RowTally } from '../row-tally.ts';
import { mergeByTime, type TimedStream } from '../merge-by-time.ts';
import { appendingSink } from './append-events.ts';
import { fileKind } from './file-kind.ts';
import { readMappedParquet } from './map-parquet.ts';
import { openParquet } from './parquet-chunks.ts';
import { layoutOfParquet, parquetLog } from './parquet-layout.ts';
import { parquetRows } from './parquet-rows.ts';
import { parquetSource } from './read-parquet.ts';
import { readZstd } from './read-zstd.ts';
import { loadRest, sqlSource, type Loading } from './sql-source.ts';
import { storeRows, type StoredRows } from './store-rows.ts';

/** Logs of which the database knows all rows. */
export interface LoadedLogs {
  readonly sources: readonly LogSource[];
  /** Statements that give the rows of Parquet files; all other events are in the table `events`. */
  readonly statements: readonly string[];
  /** How many rows these give. */
  readonly rows: number;
  /** Whether a row may have a `seq`. */
  readonly hasSeq: boolean;
  /** The rows of vendors' logs, where there are any. */
  readonly stored: StoredRows | undefined;
}

/**
 * Loads logs of all kinds. `isHopeful` trusts SQL to take all rows of Parquet files, as it mostly does:
 * those that it doesn't are then missing.
 */
export async function loadLogs(
  loading: Loading,
  inputs: readonly LogInput[],
  tallies: readonly RowTally[],
  reading: LogReading,
  isHopeful: boolean,
): Promise<LoadedLogs> {
  const { db, events, appender, pseudonym } = loading;
  const statements: string[] = [];
  const sources: LogSource[] = [];
  const vendors: TimedStream<SourcedRow>[] = [];
  let [places, rows] = [0, 0];
  let hasSeq = !isHopeful;
  const sink = appendingSink(events, appender, () => places++, pseudonym);

  const loadParquet = async (input: LogInput, index: number, tally: RowTally): Promise<void> => {
    const parquet = await openParquet(db, input, inputs.length);
    const layout = await layoutOfParquet(parquet, reading);
    if (layout.by === 'vendor') {
      const log = await parquetLog(input, parquet, layout.layout, reading.zone);
      sources.push(sourceOf(log));
      vendors.push(vendorRows(log, tally, reading.zone));
      return;
    }
    sources.push(parquetSource(input.path, layout));
    if (layout.by === 'mapping') {
      const { mapping } = layout;
      for await (const batch of readMappedParquet(parquet, mapping, tally, pseudonym))
        for (const event of batch) sink.add(event, index);
      hasSeq ||= mapping.seq !== undefined;
      return;
    }
    const table = await sqlSource(
      loading,
      { index, firstPlace: places, tally },
      await parquetRows(db, input.path, parquet.file),
    );
    const rest = isHopeful ? 0 : await loadRest(loading, table);
    tally.use(table.rows - rest);
    rows += table.rows - rest;
    statements.push(table.plain);
    places += table.rows;
    hasSeq ||= table.hasSeq;
  };

  const kinds = inputs.map(fileKind);
  const texts = inputs.flatMap((input, index) => {
    const kind = kinds[index];
    return kind === 'parquet' ? [] : [kind === 'zstd' ? readZstd(input) : input];
  });
  const logs = await openLogs(texts, reading);
  const left = [...logs];
  try {
    for (const [index, input] of inputs.entries()) {
      const tally = tallies[index];
      if (tally === undefined) throw new RangeError('a log without a tally');
      if (kinds[index] === 'parquet') {
        await loadParquet(input, index, tally);
        continue;
      }
      const log = left.shift();
      if (log === undefined) throw new RangeError('a log that was not opened');
      sources.push(sourceOf(log));
      if (log.layout.by === 'vendor') vendors.push(vendorRows(log, tally, reading.zone));
      else {
        const feed = await openFeed(log.isClosed ? await reopened(log) : log, index, sink, tally);
        while (await feed.advance());
      }
    }
    // In the order in which the stream would take them.
    const stored = vendors.length > 0 ? await storeRows(db, mergeByTime(vendors)) : undefined;
    return { sources, statements, rows: rows + appender.close(), hasSeq, stored };
  } finally {
    await closeLogs(logs);
  }
}
