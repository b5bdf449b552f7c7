import type { LogSource } from './condensed-log.ts';
import { firstMoment } from './first-moment.ts';
import { readCallRows, type SourcedRow } from './formats/call-source.ts';
import { isNative } from './formats/is-native.ts';
import { logFormats } from './formats/log-formats.ts';
import { namedLayout, recogniseLayout, type VendorLayout } from './formats/log-layout.ts';
import { noNames, type NodeNames } from './formats/node-names.ts';
import type { MappedLayout } from './mapping/mapped-layout.ts';
import type { LogMapping } from './mapping/mapping.ts';
import { headText, peekLog } from './peek-log.ts';
import { readLogFile } from './read-log-file.ts';
import type { TimedStream } from './merge-by-time.ts';
import { openLog, type LogInput, type OpenLog } from './read-log-text.ts';
import { createRowTally, type RowTally } from './row-tally.ts';

/** How logs are to be read, where their content alone doesn't tell. */
export interface LogReading {
  /** How blocks of vendors find the nodes of the script. */
  readonly names: NodeNames;
  /** The format that the user named; else each log is told by its content. */
  readonly format?: string | undefined;
  /** The zone of the servers that wrote logs of vendors, for moments without an offset. */
  readonly zone?: string | undefined;
  /** Mappings that the user gave: each log is read by the first that fits it. */
  readonly mappings?: readonly LogMapping[] | undefined;
}

/** Reads logs of any known layout, for no script. */
export const plainReading: LogReading = { names: noNames };

/** How the rows of a log become events. */
export type LogLayout =
  | { readonly by: 'native' }
  | { readonly by: 'mapping'; readonly mapping: LogMapping; readonly layout: MappedLayout }
  | { readonly by: 'vendor'; readonly layout: VendorLayout };

/** A log that is open, with its layout. */
export interface LaidOutLog {
  readonly input: LogInput;
  readonly log: OpenLog;
  readonly layout: LogLayout;
  /** When the first events of a log that has them row by row happened, where that was asked for and can be told. */
  readonly begins: number | undefined;
  /** Whether it was closed again, to be opened when its turn comes. */
  readonly isClosed: boolean;
}

/** More files than these are not held open at once. */
const mostOpen = 64;

type TextIn = (encoding?: string) => string;

/** When the first row of a vendor's log happened; without rows it may be read last. */
async function firstRowMoment(
  log: OpenLog,
  layout: VendorLayout,
  zone: string | undefined,
): Promise<number> {
  for await (const [row] of readCallRows(log, layout, createRowTally(''), zone))
    if (row !== undefined) return row.at;
  return Number.POSITIVE_INFINITY;
}

/** The first mapping that fits; what is wrong with the last one that doesn't, where none does. */
async function mappedBy(
  path: string,
  text: TextIn,
  mappings: readonly LogMapping[],
): Promise<LogLayout | { readonly error: unknown } | undefined> {
  const { mappedLayout } = await import('./mapping/mapped-layout.ts');
  let error: unknown;
  for (const mapping of mappings) {
    try {
      const layout = mappedLayout(path, text(mapping.encoding), mapping);
      return { by: 'mapping', mapping, layout };
    } catch (cause) {
      error = cause;
    }
  }
  return error === undefined ? undefined : { error };
}

async function layoutOf(
  path: string,
  text: TextIn,
  { format, mappings = [] }: LogReading,
): Promise<LogLayout> {
  if (format === 'native') return { by: 'native' };
  if (format !== undefined)
    return { by: 'vendor', layout: namedLayout(path, text(), format, logFormats) };
  const mapped = mappings.length === 0 ? undefined : await mappedBy(path, text, mappings);
  if (mapped !== undefined && 'by' in mapped) return mapped;
  if (isNative(text())) return { by: 'native' };
  const layout = recogniseLayout(text(), logFormats);
  if (layout !== undefined) return { by: 'vendor', layout };
  // It was meant to be read by a mapping: what it lacks for that says more than what a native log has.
  if (mapped !== undefined) throw mapped.error;
  return { by: 'native' };
}

async function openLaidOut(
  input: LogInput,
  reading: LogReading,
  isOneOf: number,
): Promise<LaidOutLog> {
  const { log: opened, head } = await peekLog(await openLog(input));
  const text: TextIn = (encoding = opened.encoding) => headText(head, encoding);
  const layout = await layoutOf(input.path, text, reading);
  const named = layout.by === 'mapping' ? layout.mapping.encoding : undefined;
  const log = { ...opened, encoding: named ?? opened.encoding };
  const isClosed = isOneOf > mostOpen && input.file !== undefined;
  const isAmong = isOneOf > 1 && layout.by !== 'vendor';
  const begins = isAmong
    ? await firstMoment({ input, layout }, text(named))
    : layout.by === 'vendor' && isClosed
      ? await firstRowMoment(log, layout.layout, reading.zone)
      : undefined;
  if (isClosed) await log.bytes.return(undefined);
  return { input, log, layout, begins, isClosed };
}

/**
 * Opens logs and finds out how they are laid out: as the user says, else by their content. What no
 * format knows is taken for native, whose reader says what is missing. Throws an IvrError as `openLog`
 * does, and `log-layout` for a log that no mapping fits.
 */
export async function openLogs(
  inputs: readonly LogInput[],
  reading: LogReading,
): Promise<readonly LaidOutLog[]> {
  const logs: LaidOutLog[] = [];
  try {
    for (const input of inputs) logs.push(await openLaidOut(input, reading, inputs.length));
  } catch (error) {
    await closeLogs(logs);
    throw error;
  }
  return logs;
}

/** Reads no more of these logs. */
export async function closeLogs(logs: readonly LaidOutLog[]): Promise<void> {
  for (const { log } of logs) await log.bytes.return(undefined);
}

/** The same log from its beginning; only files can be read again. */
export async function reopened(laidOut: LaidOutLog): Promise<LaidOutLog> {
  const { path, file, onProgress, onNote } = laidOut.input;
  const input = { ...readLogFile(path, file?.name, file?.size, onProgress), onNote };
  const log = { ...(await openLog(input)), encoding: laidOut.log.encoding };
  return { ...laidOut, input, log, isClosed: false };
}

/** The rows of a vendor's log, which is opened again when its turn comes. */
export function vendorRows(
  laidOut: LaidOutLog,
  tally: RowTally,
  zone: string | undefined,
): TimedStream<SourcedRow> {
  async function* batches(): AsyncGenerator<readonly SourcedRow[]> {
    if (laidOut.layout.by !== 'vendor') return;
    const { log } = laidOut.isClosed ? await reopened(laidOut) : laidOut;
    yield* readCallRows(log, laidOut.layout.layout, tally, zone);
  }
  return { batches: batches(), begins: laidOut.begins };
}

/** What a log turned out to be. */
export function sourceOf({ input, log, layout }: LaidOutLog): LogSource {
  const packed = log.isPacked ? 'gzip' : undefined;
  const name = layout.by === 'vendor' ? layout.layout.format.name : layout.by;
  return { path: input.path, layout: name, encoding: log.encoding, packed };
}
