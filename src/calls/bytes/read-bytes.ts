import type { EventSink } from '../begin-condensing.ts';
import { createCsvReader, type LogRow } from '../csv-rows.ts';
import type { LogColumns } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { RowTally } from '../row-tally.ts';
import { longestLine } from '../text-lines.ts';
import { createLineBuffer } from './line-buffer.ts';
import { createRowReader } from './read-row.ts';
import { carriageReturn, lineFeed } from './signs.ts';

const mostRest = 1 << 20;
/** What may be left of a line that is too long: enough to see that it is. */
const longestRest = 4 * (longestLine + 1);

/** A reader of CSV logs that takes bytes as they come. */
export interface ByteReader {
  readonly take: (chunk: Uint8Array) => void;
  /** Reads what is left. */
  readonly end: () => void;
  /** Whether a quoted field goes on in the lines that come next. */
  readonly isHolding: () => boolean;
  /** The number of the line that comes next. */
  readonly nextLine: () => number;
}

export interface ByteReaderOptions {
  readonly condensing: EventSink;
  /** The index of the log among those that are condensed together. */
  readonly log: number;
  readonly tally: RowTally;
  readonly columns: LogColumns;
  /** The number of the line that comes first. */
  readonly firstLine: number;
}

/**
 * Reads the rows of a native log in UTF-8 out of bytes, into the same events and rejects that
 * `readLog` gives. Most rows are read without making a text of them; all others go through the parts
 * of that reader, line by line.
 */
export function createByteReader(options: ByteReaderOptions): ByteReader {
  const { condensing, log, tally, columns } = options;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const slow = createCsvReader(columns.width);
  const buffer = createLineBuffer();
  const rows = createRowReader(options, (read) => {
    tally.use(read);
    line += read;
  });
  let line = options.firstLine;

  const takeRow = (row: LogRow): void => {
    const event =
      'problem' in row ? { column: undefined, reason: row.problem } : rowEvent(row.fields, columns);
    if ('reason' in event) {
      tally.reject(row.line, event.column, event.reason);
    } else {
      condensing.add(event, log);
      tally.use();
    }
  };

  /** Reads a text without line feeds; a lone carriage return ends a line, too. */
  const takeText = (from: number, to: number): void => {
    const lines = decoder
      .decode(buffer.bytes().subarray(from, to))
      .split('\r')
      .map((one) => (one.length > longestLine ? one.slice(0, longestLine + 1) : one));
    const taken = slow.take({ first: line, lines });
    line += lines.length;
    taken.forEach(takeRow);
  };

  /** Reads whole lines: the byte before `end` is a line feed. */
  const readLines = (end: number): void => {
    const bytes = buffer.bytes();
    const words = buffer.words();
    let from = 0;
    while (from < end) {
      if (!slow.isHolding()) from = rows.usual(words, from, end);
      if (from >= end) break;
      const rowEnd = slow.isHolding() ? -1 : rows.other(words, from);
      if (rowEnd >= 0) {
        line += 1;
        from = rowEnd + 1;
        continue;
      }
      const to = bytes.indexOf(lineFeed, from);
      takeText(from, to > from && bytes[to - 1] === carriageReturn ? to - 1 : to);
      from = to + 1;
    }
  };

  /** Keeps what remains bounded: lone carriage returns end lines, and lines too long are cut. */
  const shorten = (): void => {
    const last = buffer.length() - 2;
    const end = buffer.bytes().lastIndexOf(carriageReturn, last);
    if (end >= 0) takeText(0, end);
    buffer.drop(end + 1);
    if (end < 0) buffer.cut(longestRest);
  };

  return {
    take(chunk) {
      buffer.put(chunk);
      const end = buffer.linesEnd();
      readLines(end);
      buffer.drop(end);
      if (buffer.length() > mostRest) shorten();
    },
    end() {
      if (buffer.length() > 0) {
        buffer.put(Uint8Array.of(lineFeed));
        readLines(buffer.length());
      }
      slow.end().forEach(takeRow);
    },
    isHolding: slow.isHolding,
    nextLine: () => line,
  };
}
