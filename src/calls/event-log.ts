import type { EventSink } from './begin-condensing.ts';
import { openFeed, type LogFeed } from './log-feed.ts';
import { reopened, type LaidOutLog } from './log-reading.ts';
import type { RowTally } from './row-tally.ts';

/** A log that has its events row by row, and gives them as often as it is opened. */
export interface EventLog {
  /** The name it is reported under. */
  readonly path: string;
  /** When its first events happened, as far as that is known before it is read. */
  readonly begins: number | undefined;
  /** How many rows it has, about; `Infinity` where nothing tells. */
  readonly rows: number;
  /** Whether it can be opened more than once. */
  readonly isAgain: boolean;
  /** Opens it for a sink, as the log of this index. */
  readonly open: (sink: EventSink, index: number, tally: RowTally) => Promise<LogFeed>;
}

/** What a row takes in a file, about, in bytes, and how much smaller packing makes it at most. */
export const bytesPerRow = 40;
const packing = 10;

/** How many rows a log has whose rows take so many bytes each; any number where nothing tells its size. */
export function rowsAbout({ input: { file }, log }: LaidOutLog, bytes: number): number {
  if (file === undefined || file.size === 0) return Number.POSITIVE_INFINITY;
  return Math.ceil((file.size * (log.isPacked ? packing : 1)) / bytes);
}

/** A log that is open already is read on the first time, and opened anew each time after it. */
export function eventLogOf(laidOut: LaidOutLog): EventLog {
  const { path, file, again } = laidOut.input;
  let isFresh = !laidOut.isClosed;
  return {
    ...{ path, begins: laidOut.begins, rows: rowsAbout(laidOut, bytesPerRow) },
    isAgain: file !== undefined || again !== undefined,
    async open(sink, index, tally) {
      const fresh = isFresh ? laidOut : await reopened(laidOut);
      isFresh = false;
      return openFeed(fresh, index, sink, tally);
    },
  };
}
