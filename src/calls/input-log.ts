import type { LogSource } from './condensed-log.ts';
import { eventLogOf, rowsAbout, type EventLog } from './event-log.ts';
import type { SourcedRow } from './formats/call-source.ts';
import { sourceOf, vendorRows, type LaidOutLog } from './log-reading.ts';
import type { TimedStream } from './merge-by-time.ts';
import type { RowTally } from './row-tally.ts';

/** A log of another system, whose rows tell calls only together. */
export interface VendorLog {
  /** The name it is reported under. */
  readonly path: string;
  /** How many rows it has, about; `Infinity` where nothing tells. */
  readonly rows: number;
  /** Whether it can be read more than once. */
  readonly isAgain: boolean;
  /** Reads it from its beginning. */
  readonly read: (tally: RowTally) => TimedStream<SourcedRow>;
}

/** A log that is open, as it is condensed, and what it turned out to be. */
export type InputLog =
  | { readonly source: LogSource; readonly events: EventLog }
  | { readonly source: LogSource; readonly vendor: VendorLog };

/** What a row of a vendor's log takes in a file at least, about, in bytes. */
const bytesPerRow = 100;

/** A text that is open is read on the first time, and opened anew each time after it. */
export function inputLogOf(laidOut: LaidOutLog, zone: string | undefined): InputLog {
  const source = sourceOf(laidOut);
  if (laidOut.layout.by !== 'vendor') return { source, events: eventLogOf(laidOut) };
  const { path, file, again } = laidOut.input;
  let log = laidOut;
  return {
    source,
    vendor: {
      ...{ path, rows: rowsAbout(laidOut, bytesPerRow) },
      isAgain: file !== undefined || again !== undefined,
      read(tally) {
        const rows = vendorRows(log, tally, zone);
        log = { ...laidOut, isClosed: true };
        return rows;
      },
    },
  };
}
