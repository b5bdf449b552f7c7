import type { EventSink } from './begin-condensing.ts';
import { peekHeader } from './bytes/plain-header.ts';
import { createByteReader } from './bytes/read-bytes.ts';
import type { CallEvent } from './call-event.ts';
import type { LaidOutLog } from './log-reading.ts';
import { readEvents } from './read-events.ts';
import type { RowTally } from './row-tally.ts';

/** A log that gives its events bit by bit. */
export interface LogFeed {
  /** Reads some more of the log and adds its events; false at its end. */
  readonly advance: () => Promise<boolean>;
  /** Reads no more. */
  readonly close: () => Promise<void>;
}

/** Reads events that come in batches, as those of the log of this index. `close` ends them before their end. */
export const batchFeed = (
  batches: AsyncGenerator<readonly CallEvent[]>,
  sink: EventSink,
  index: number,
  close: () => Promise<void>,
): LogFeed => ({
  async advance() {
    const next = await batches.next();
    if (next.done === true) return false;
    for (const event of next.value) sink.add(event, index);
    return true;
  },
  close,
});

/**
 * Reads a log into a run of condensing, as the log of this index: out of its bytes where it is
 * CSV in UTF-8 with a header in its first line, else row by row.
 */
export async function openFeed(
  laidOut: LaidOutLog,
  index: number,
  condensing: EventSink,
  tally: RowTally,
): Promise<LogFeed> {
  const { log, header } =
    laidOut.layout.by === 'native'
      ? await peekHeader(laidOut.input.path, laidOut.log)
      : { ...laidOut, header: undefined };
  const close = async (): Promise<void> => {
    await log.bytes.return(undefined);
  };
  // Callers stand in no event, so their rows are read one by one.
  const isByRow =
    condensing.pseudonym !== undefined && header?.columns.position.caller !== undefined;
  if (header === undefined || isByRow) {
    const batches = readEvents({ ...laidOut, log }, tally, condensing.pseudonym);
    return batchFeed(batches, condensing, index, close);
  }
  const { columns, firstLine } = header;
  const reader = createByteReader({ condensing, log: index, tally, columns, firstLine });
  let toSkip = header.length;
  return {
    async advance() {
      const next = await log.bytes.next();
      if (next.done === true) {
        reader.end();
        return false;
      }
      const chunk = next.value;
      if (toSkip < chunk.length) reader.take(toSkip > 0 ? chunk.subarray(toSkip) : chunk);
      toSkip = Math.max(0, toSkip - chunk.length);
      return true;
    },
    close,
  };
}
