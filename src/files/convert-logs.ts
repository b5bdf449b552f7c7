import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { CallEvent, ToldEvent } from '../calls/call-event.ts';
import type { LogSource } from '../calls/condensed-log.ts';
import type { KnownValues } from '../calls/kept-value.ts';
import type { OnReject } from '../calls/log-engine.ts';
import type { NativeLayout } from '../calls/native-rows.ts';
import type { RowCounts } from '../calls/row-tally.ts';
import { IvrError } from '../source/ivr-error.ts';
import { type EventsReadingOptions, loadEventsReading } from './events-reading.ts';
import { asLogs } from './as-logs.ts';
import { findLogs } from './find-logs.ts';
import { openAllLogs } from './open-all-logs.ts';
import { writeWhole } from './write-whole.ts';

export interface ConvertOptions extends EventsReadingOptions {
  readonly onReject?: OnReject | undefined;
  /** Told, in a sentence, what could not be read of a log, where the rest is written. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/** What became of the rows of logs that were converted. */
export interface ConvertedLogs extends RowCounts {
  readonly sources: readonly LogSource[];
  readonly events: number;
  /** Those of them whose moment the logs don't say: each was written with the moment of the one before. */
  readonly untimed: number;
}

/** What the name of a file says of how it is to be written. */
interface Target {
  readonly layout: NativeLayout | 'parquet';
  readonly isPacked: boolean;
}

function targetOf(name: string): Target {
  const [, ending, packed] = /\.(csv|jsonl|ndjson|parquet)(\.gz)?$/i.exec(name) ?? [];
  const layout = ending?.toLowerCase();
  const isPacked = packed !== undefined;
  if (layout === 'csv') return { layout, isPacked };
  if (layout === 'jsonl' || layout === 'ndjson') return { layout: 'jsonl', isPacked };
  if (layout === 'parquet' && !isPacked) return { layout, isPacked };
  throw new IvrError('usage', `The name ${name} doesn't say how to write the log.`, {
    help: 'End it in .csv, .csv.gz, .jsonl, .jsonl.gz or .parquet.',
  });
}

/** The events with what may be kept of their values; everything where nothing is known. */
async function* keptEvents(
  batches: AsyncIterable<readonly ToldEvent[]>,
  known: KnownValues | undefined,
): AsyncGenerator<readonly ToldEvent[]> {
  const { keptValue } = await import('../calls/kept-value.ts');
  for await (const events of batches) {
    yield known === undefined
      ? events
      : events.map((event) => {
          return { ...event, value: keptValue(known, event.event, event.node, event.value) };
        });
  }
}

async function* linesOf(
  batches: AsyncIterable<readonly CallEvent[]>,
  layout: NativeLayout,
): AsyncGenerator<string> {
  const { nativeHeader, nativeRow } = await import('../calls/native-rows.ts');
  if (layout === 'csv') yield nativeHeader;
  for await (const events of batches)
    yield events.map((event) => nativeRow(event, layout)).join('');
}

const packed = (lines: AsyncIterable<string>): AsyncIterable<Uint8Array> =>
  Readable.from(lines, { objectMode: false }).pipe(createGzip());

async function write(
  path: string,
  name: string,
  events: AsyncIterable<readonly CallEvent[]>,
  { layout, isPacked }: Target,
): Promise<void> {
  if (layout === 'parquet') {
    const { writeParquet } = await import('../calls/duckdb/write-parquet.ts');
    await writeParquet(path, events, name);
    return;
  }
  const lines = linesOf(events, layout);
  await writeWhole(path, isPacked ? packed(lines) : lines, name);
}

/**
 * Writes logs of any layout as one native log: CSV, JSON Lines or Parquet, by the name of the file, row
 * by row and whole or not at all. `name` is what the file is called in errors. Throws an IvrError when a
 * log can't be read, the file can't be written, or its name says nothing of how.
 */
export async function convertLogs(
  paths: readonly string[],
  path: string,
  options: ConvertOptions,
  name: string = path,
): Promise<ConvertedLogs> {
  const { onReject, onNote } = options;
  const target = targetOf(name);
  const { sourceOf } = await import('../calls/log-reading.ts');
  const { readAllEvents } = await import('../calls/read-all-events.ts');
  const { addRowCounts, createRowTally } = await import('../calls/row-tally.ts');
  const { reading, known } = await loadEventsReading(options);
  const named = await findLogs(paths, options);
  const found = named.map((input) => ({ onNote, ...input }));
  const { logs, parquet, close } = await asLogs(paths, options.cwd, () =>
    openAllLogs(found, onReject, reading),
  );
  try {
    const tallies = logs.map(({ input }) => createRowTally(input.path, onReject));
    const batches = readAllEvents(
      logs,
      reading,
      (log) => tallies[logs.indexOf(log)] ?? createRowTally(log.input.path),
      parquet.map((log) => log.events),
    );
    let [events, untimed] = [0, 0];
    async function* counted(): AsyncGenerator<readonly CallEvent[]> {
      for await (const batch of keptEvents(batches, known)) {
        events += batch.length;
        untimed += batch.filter((event) => event.untimed).length;
        yield batch;
      }
    }
    await write(path, name, counted(), target);
    const all = [...tallies, ...parquet.map(({ tally }) => tally)];
    const sources = [...logs.map(sourceOf), ...parquet.map(({ source }) => source)];
    return { sources, ...addRowCounts(all.map((tally) => tally.counts())), events, untimed };
  } finally {
    await close();
  }
}
