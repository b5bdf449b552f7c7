import { createCsvReader, type LogRow } from '../csv-rows.ts';
import { keptValue, type KnownValues } from '../kept-value.ts';
import type { LogColumns } from '../log-columns.ts';
import type { PathTrie } from '../path-trie.ts';
import { rowEvent } from '../row-event.ts';
import type { RowTally } from '../row-tally.ts';
import { longestLine } from '../text-lines.ts';
import { callHashOf, longestId } from './call-table.ts';
import { createCleanTime } from './clean-time.ts';
import type { ByteCondenser } from './condense-bytes.ts';
import { isOwnCall, type Part } from './part.ts';
import { createSuffixTable, noToken } from './suffix-table.ts';

const comma = 44;
const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const timeLength = 24;
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
  readonly known: KnownValues;
  readonly trie: PathTrie;
  readonly condenser: ByteCondenser;
  readonly tally: RowTally;
  readonly columns: LogColumns;
  /** The columns behind the native ones: see `ignoredColumnsOf`. */
  readonly ignored: number;
  /** The number of the line that comes first. */
  readonly firstLine: number;
  /** Which calls are this reader's, where several share a log. */
  readonly part: Part;
}

/**
 * Reads the rows of a native log in UTF-8 out of bytes, into the same events and rejects that
 * `readLog` gives. Plain rows (no quote, a moment in UTC to the millisecond) are read without
 * making a text of them; all others go through the parts of that reader, line by line.
 */
export function createByteReader(options: ByteReaderOptions): ByteReader {
  const { known, trie, condenser, tally, columns, ignored, part } = options;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const encoder = new TextEncoder();
  const timeAt = createCleanTime();
  const suffixes = createSuffixTable();
  const slow = createCsvReader(columns.width);
  const longIds = new Map<string, Uint8Array>();
  let line = options.firstLine;
  let rest: Uint8Array = new Uint8Array();
  let bytes: Uint8Array = rest;

  const idBytes = (id: string): Uint8Array => {
    const own = encoder.encode(id);
    if (own.length <= longestId) return own;
    // A byte that no id may hold keeps these apart from all others.
    const alias = longIds.get(id) ?? encoder.encode(`\0${longIds.size}`);
    longIds.set(id, alias);
    return alias;
  };

  const takeRow = (row: LogRow): void => {
    const event =
      'problem' in row ? { column: undefined, reason: row.problem } : rowEvent(row.fields, columns);
    if ('reason' in event) {
      if (part.index === 0) tally.reject(row.line, event.column, event.reason);
      return;
    }
    const id = idBytes(event.call);
    const hash = callHashOf(id, 0, id.length);
    if (!isOwnCall(part, hash)) return;
    const value = keptValue(known, event.event, event.node, event.value);
    condenser.add(id, 0, id.length, hash, event.at, trie.token(event.event, event.node, value));
    tally.use();
  };

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

  const resolve = (from: number, to: number): number => {
    const fields = decoder.decode(bytes.subarray(from, to)).split(',');
    const others = Array.from({ length: ignored }, () => '');
    const event = rowEvent(['x', sampleTime, ...fields, ...others], columns);
    if ('reason' in event) return noToken;
    const value = keptValue(known, event.event, event.node, event.value);
    return trie.token(event.event, event.node, value);
  };

  /**
   * Reads the plain row that begins at `from` and gives the place of its line feed, or -1 where it
   * isn't plain. Somewhere behind stands a line feed, at which every loop ends.
   */
  const readPlainRow = (from: number): number => {
    let here = from;
    let hash = 0;
    let byte = bytes[here] ?? 0;
    while (byte > 32 && byte < 127 && byte !== comma && byte !== quote) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      here += 1;
      byte = bytes[here] ?? 0;
    }
    const idEnd = here;
    const timeEnd = idEnd + 1 + timeLength;
    if (byte !== comma || idEnd === from || idEnd - from > longestId) return -1;
    if (bytes[timeEnd] !== comma) return -1;
    const at = timeAt(bytes, idEnd + 1, timeEnd);
    if (Number.isNaN(at)) return -1;

    const suffix = timeEnd + 1;
    let suffixHash = 0;
    let commas = 0;
    here = suffix;
    byte = bytes[here] ?? 0;
    while (byte !== lineFeed && byte !== carriageReturn && byte !== quote) {
      if (byte === comma) {
        commas += 1;
        if (commas === 3) break;
      }
      suffixHash = (Math.imul(suffixHash, 31) + byte) | 0;
      here += 1;
      byte = bytes[here] ?? 0;
    }
    const suffixEnd = here;
    let others = 0;
    while (byte !== lineFeed && byte !== carriageReturn && byte !== quote) {
      if (byte === comma) others += 1;
      here += 1;
      byte = bytes[here] ?? 0;
    }
    if (byte === quote || others !== ignored || here - from > longestLine) return -1;
    if (byte === carriageReturn) {
      here += 1;
      if (bytes[here] !== lineFeed) return -1;
    }
    const token = suffixes.tokenOf(bytes, suffix, suffixEnd, suffixHash, resolve);
    if (token === noToken) return -1;
    if (part.count === 1 || isOwnCall(part, hash)) {
      condenser.add(bytes, from, idEnd, hash, at, token);
      tally.use();
    }
    return here;
  };

  /** Reads whole lines: the byte before `end` is a line feed. */
  const readLines = (end: number): void => {
    let from = 0;
    while (from < end) {
      const plainEnd = slow.isHolding() ? -1 : readPlainRow(from);
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
