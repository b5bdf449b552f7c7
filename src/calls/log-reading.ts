import type { LogSource } from './condensed-log.ts';
import { firstMoment } from './first-moment.ts';
import { isNative } from './formats/is-native.ts';
import { logFormats } from './formats/log-formats.ts';
import { namedLayout, recogniseLayout, type VendorLayout } from './formats/log-layout.ts';
import { noNames, type NodeNames } from './formats/node-names.ts';
import { peekLog } from './peek-log.ts';
import { readLogFile } from './read-log-file.ts';
import { openLog, type LogInput, type OpenLog } from './read-log-text.ts';

/** How logs are to be read, where their content alone doesn't tell. */
export interface LogReading {
  /** How blocks of vendors find the nodes of the script. */
  readonly names: NodeNames;
  /** The format that the user named; else each log is told by its content. */
  readonly format?: string | undefined;
}

/** Reads logs of any known layout, for no script. */
export const plainReading: LogReading = { names: noNames };

/** A log that is open, with its layout; a native one has none of a vendor's. */
export interface LaidOutLog {
  readonly input: LogInput;
  readonly log: OpenLog;
  readonly vendor: VendorLayout | undefined;
  /** When the first events of a native log happened, where that was asked for and can be told. */
  readonly begins: number | undefined;
  /** Whether it was closed again, to be opened when its turn comes. */
  readonly isClosed: boolean;
}

/** More files than these are not held open at once. */
const mostOpen = 64;

function layoutOf(path: string, head: string, { format }: LogReading): VendorLayout | undefined {
  if (format !== undefined)
    return format === 'native' ? undefined : namedLayout(path, head, format, logFormats);
  return isNative(head) ? undefined : recogniseLayout(head, logFormats);
}

async function openLaidOut(
  input: LogInput,
  reading: LogReading,
  isOneOf: number,
): Promise<LaidOutLog> {
  const { log, head } = await peekLog(await openLog(input));
  const vendor = layoutOf(input.path, head, reading);
  const isAmong = isOneOf > 1 && vendor === undefined;
  const begins = isAmong ? await firstMoment(input.path, head) : undefined;
  const isClosed = isOneOf > mostOpen && input.file !== undefined;
  if (isClosed) await log.bytes.return(undefined);
  return { input, log, vendor, begins, isClosed };
}

/**
 * Opens logs and finds out how they are laid out: as the user says, else by their content. What no
 * format knows is taken for native, whose reader says what is missing. Throws an IvrError as `openLog`
 * does.
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
  const { path, file, onProgress } = laidOut.input;
  const input = readLogFile(path, file?.name, file?.size, onProgress);
  return { ...laidOut, input, log: await openLog(input), isClosed: false };
}

/** What a log turned out to be. */
export function sourceOf({ input, log, vendor }: LaidOutLog): LogSource {
  const packed = log.isPacked ? 'gzip' : undefined;
  return {
    path: input.path,
    layout: vendor?.format.name ?? 'native',
    encoding: log.encoding,
    packed,
  };
}
