import type { LogSource } from './condensed-log.ts';
import { firstMoment } from './first-moment.ts';
import type { SourcedRow } from './formats/call-source.ts';
import { isNative } from './formats/is-native.ts';
import { logFormats } from './formats/log-formats.ts';
import { textHead } from './formats/log-head.ts';
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
  /** The zone on whose clock moments without an offset are read, where the log itself names none. */
  readonly zone?: string | undefined;
  /** Mappings that the user gave: each log is read by the first that fits it. */
  readonly mappings?: readonly LogMapping[] | undefined;
}

/** Reads logs of any known layout, for no script. */
export const plainReading: LogReading = { names: noNames };

/** How the rows of a log become events. */
export type LogLayout =
  | { readonly by: 'native' }
  | {
      readonly by: 'mapping';
      readonly mapping: LogMapping;
      readonly layout: MappedLayout;
      /** Set for a native log that is read so because its times have no offset. */
      readonly isNative?: boolean;
    }
  | { readonly by: 'vendor'; readonly layout: VendorLayout };

/** A log that is open, with its layout. */
export interface LaidOutLog {
  readonly input: LogInput;
  readonly log: OpenLog;
  readonly layout: LogLayout;
  /** When the first events of a log that has them row by row happened, where that was asked for and can be told. */
  readonly begins: number | undefined;
  /** Whether it was closed again, to be opened when its turn comes, and then bit by bit. */
  readonly isClosed: boolean;
}

/** More files than these are not held open at once; and more of those that need a database each. */
const mostOpen = 64;
const mostUnpacked = 8;

type TextIn = (encoding?: string) => string;

/** When the first row of a vendor's log happened; without rows it may be read last. */
async function firstRowMoment(
  log: OpenLog,
  layout: VendorLayout,
  zone: string | undefined,
): Promise<number> {
  const { readCallRows } = await import('./formats/call-source.ts');
  for await (const [row] of readCallRows(log, layout, createRowTally(''), zone))
    if (row !== undefined) return row.at;
  return Number.POSITIVE_INFINITY;
}

/** The first mapping that fits; what is wrong with the last one that doesn't, where none does. */
async function mappedBy(
  path: string,
  text: TextIn,
  mappings: readonly LogMapping[],
  zone: string | undefined,
): Promise<LogLayout | { readonly error: unknown } | undefined> {
  const { mappedLayout } = await import('./mapping/mapped-layout.ts');
  const { mappingInZone } = await import('./mapping/in-zone.ts');
  let error: unknown;
  for (const written of mappings) {
    const mapping = mappingInZone(written, zone);
    try {
      const layout = mappedLayout(path, text(mapping.encoding), mapping);
      return { by: 'mapping', mapping, layout };
    } catch (cause) {
      error = cause;
    }
  }
  return error === undefined ? undefined : { error };
}

/** A native log: by its own reader, or by a mapping where a zone is named for its times. */
async function nativeLayout(
  path: string,
  text: string,
  zone: string | undefined,
): Promise<LogLayout> {
  if (zone === undefined) return { by: 'native' };
  const { mappedLayout } = await import('./mapping/mapped-layout.ts');
  const { nativeInZone } = await import('./mapping/in-zone.ts');
  const mapping = nativeInZone(path, text, zone);
  return mapping === undefined
    ? { by: 'native' }
    : { by: 'mapping', mapping, layout: mappedLayout(path, text, mapping), isNative: true };
}

async function layoutOf(
  path: string,
  text: TextIn,
  { format, mappings = [], zone }: LogReading,
): Promise<LogLayout> {
  if (format === 'native') return nativeLayout(path, text(), zone);
  if (format !== undefined)
    return { by: 'vendor', layout: namedLayout(path, textHead(text()), format, logFormats) };
  const mapped = mappings.length === 0 ? undefined : await mappedBy(path, text, mappings, zone);
  if (mapped !== undefined && 'by' in mapped) return mapped;
  if (isNative(text())) return nativeLayout(path, text(), zone);
  const layout = recogniseLayout(textHead(text()), logFormats);
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
  const isClosed =
    input.again === undefined
      ? isOneOf > mostOpen && input.file !== undefined
      : isOneOf > mostUnpacked;
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
 * does, `log-layout` for a log that no mapping fits, and `usage` for a zone that there is not.
 */
export async function openLogs(
  inputs: readonly LogInput[],
  reading: LogReading,
): Promise<readonly LaidOutLog[]> {
  if (reading.zone !== undefined) {
    const { checkZone } = await import('./formats/moment.ts');
    checkZone(reading.zone);
  }
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
  const { path, file, again, onProgress, onNote } = laidOut.input;
  // One that was closed before its turn came is one of many.
  const holding = laidOut.isClosed ? 'closed between' : 'held open';
  const input = again?.() ?? {
    ...readLogFile(path, file?.name, file?.size, onProgress, holding),
    onNote,
  };
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
    const { readCallRows } = await import('./formats/call-source.ts');
    const { log } = laidOut.isClosed ? await reopened(laidOut) : laidOut;
    yield* readCallRows(log, laidOut.layout.layout, tally, zone);
  }
  return { batches: batches(), begins: laidOut.begins };
}

/** What a log turned out to be. */
export function sourceOf({ input, log, layout }: LaidOutLog): LogSource {
  const packed = log.isPacked ? 'gzip' : undefined;
  const own = layout.by === 'mapping' && layout.isNative === true ? 'native' : layout.by;
  const name = layout.by === 'vendor' ? layout.layout.format.name : own;
  return { path: input.path, layout: name, encoding: log.encoding, packed };
}
