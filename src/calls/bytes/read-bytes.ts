import type { EventSink } from '../begin-condensing.ts';
import { createCsvReader, type LogRow } from '../csv-rows.ts';
import type { LogColumn, LogColumns } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { RowTally } from '../row-tally.ts';
import { longestLine } from '../text-lines.ts';
import { createCleanTime } from './clean-time.ts';
import { createPlainRow } from './plain-row.ts';
import { planRows } from './row-plan.ts';
import { carriageReturn, lineFeed } from './signs.ts';
import { createSuffixTable, noToken } from './suffix-table.ts';
import { createUnquoter } from './unquote-row.ts';

const sampleTime = '2026-01-01T00:00:00Z';
const mostRest = 1 << 20;
/** What may be left of a line that is too long: enough to see that it is. */
const longestRest = 4 * (longestLine + 1);

/** A reader of CSV logs that takes bytes as they come. */
export interface ByteReader {
  readonly take: (chunk: Uint8Array) => void;
  /** Reads what is left. */
  readonly end: () => void;
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
 * `readLog` gives. Plain rows are read without making a text of them, quoted ones too where nothing in
 * them needs its quotes; all others go through the parts of that reader, line by line.
 */
export function createByteReader(options: ByteReaderOptions): ByteReader {
  const { condensing, log, tally, columns } = options;
  const { events, condenser, part } = condensing;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const slow = createCsvReader(columns.width);
  const plan = planRows(columns);
  const unquoted = createUnquoter();
  let line = options.firstLine;
  let rest: Uint8Array = new Uint8Array();
  let bytes: Uint8Array = rest;

  const takeRow = (row: LogRow): void => {
    const event =
      'problem' in row ? { column: undefined, reason: row.problem } : rowEvent(row.fields, columns);
    if ('reason' in event) {
      if (part.index === 0) tally.reject(row.line, event.column, event.reason);
    } else if (condensing.add(event, log)) tally.use();
  };

  const readPlainRow = createPlainRow({
    ...{ plan, part, condenser, use: tally.use },
    timeAt: createCleanTime(),
    suffixes: createSuffixTable(),
    resolve(text, from, to) {
      const texts = decoder.decode(text.subarray(from, to)).split(',');
      const fields = Array.from({ length: columns.width }, () => '');
      const put = (column: LogColumn, field: string): void => {
        const index = columns.position[column];
        if (index !== undefined) fields[index] = field;
      };
      put('call', 'x');
      put('at', sampleTime);
      plan.keys.forEach((column, index) => {
        put(column, texts[index] ?? '');
      });
      const event = rowEvent(fields, columns);
      return 'reason' in event ? noToken : events.codeOf(event, log);
    },
  });

  /** Reads a text without line feeds; a lone carriage return ends a line, too. */
  const takeText = (from: number, to: number): void => {
    const lines = decoder
      .decode(bytes.subarray(from, to))
      .split('\r')
      .map((one) => (one.length > longestLine ? one.slice(0, longestLine + 1) : one));
    const rows = slow.take({ first: line, lines });
    line += lines.length;
    rows.forEach(takeRow);
  };

  /** The same for a row that may be quoted. */
  const readRow = (from: number): number => {
    const end = readPlainRow(bytes, from);
    if (end >= 0) return end;
    const plain = unquoted(bytes, from);
    return plain !== undefined && readPlainRow(plain.bytes, 0) >= 0 ? plain.end : -1;
  };

  /** Reads whole lines: the byte before `end` is a line feed. */
  const readLines = (end: number): void => {
    let from = 0;
    while (from < end) {
      const plainEnd = slow.isHolding() ? -1 : readRow(from);
      if (plainEnd >= 0) {
        line += 1;
        from = plainEnd + 1;
        continue;
      }
      const to = bytes.indexOf(lineFeed, from);
      takeText(from, to > from && bytes[to - 1] === carriageReturn ? to - 1 : to);
      from = to + 1;
    }
  };

  /** Keeps what remains bounded: lone carriage returns end lines, and lines too long are cut. */
  const shorten = (): void => {
    const end = bytes.lastIndexOf(carriageReturn, bytes.length - 2);
    if (end >= 0) takeText(0, end);
    rest = bytes.slice(end + 1);
    if (end < 0 && rest.length > longestRest) rest = rest.slice(0, longestRest);
  };

  return {
    take(chunk) {
      // A plain view: of a Node buffer, a slice would be no copy.
      if (rest.length === 0) bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
      else {
        bytes = new Uint8Array(rest.length + chunk.length);
        bytes.set(rest);
        bytes.set(chunk, rest.length);
      }
      const end = bytes.lastIndexOf(lineFeed) + 1;
      readLines(end);
      bytes = bytes.subarray(end);
      if (bytes.length > mostRest) shorten();
      else rest = bytes.slice();
    },
    end() {
      if (rest.length > 0) {
        bytes = new Uint8Array(rest.length + 1);
        bytes.set(rest);
        bytes[rest.length] = lineFeed;
        readLines(bytes.length);
      }
      slow.end().forEach(takeRow);
    },
  };
}
