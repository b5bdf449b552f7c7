import type { LogSource } from './condensed-log.ts';
import { isNative } from './formats/is-native.ts';
import { logFormats } from './formats/log-formats.ts';
import { namedLayout, recogniseLayout, type VendorLayout } from './formats/log-layout.ts';
import { noNames, type NodeNames } from './formats/node-names.ts';
import { peekLog } from './peek-log.ts';
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
}

function layoutOf(path: string, head: string, { format }: LogReading): VendorLayout | undefined {
  if (format !== undefined)
    return format === 'native' ? undefined : namedLayout(path, head, format, logFormats);
  return isNative(head) ? undefined : recogniseLayout(head, logFormats);
}

/**
 * Opens a log and finds out how it is laid out: as the user says, else by its content. What no format
 * knows is taken for native, whose reader says what is missing. Throws an IvrError as `openLog` does.
 */
export async function openLaidOut(input: LogInput, reading: LogReading): Promise<LaidOutLog> {
  const { log, head } = await peekLog(await openLog(input));
  return { input, log, vendor: layoutOf(input.path, head, reading) };
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
