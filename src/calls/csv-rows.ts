import { parse } from 'csv-parse/sync';
import { longestLine, type LineBatch } from './text-lines.ts';

/** A row as it was read, with its first physical line; or why there is none. */
export type LogRow =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly problem: RowProblem };

export type RowProblem =
  'quote not closed' | 'stray quote' | 'line too long' | 'not a JSON object' | 'field not text';

interface Line {
  readonly number: number;
  readonly text: string;
}

/** A row that spans more lines than this has a quote that was never closed. */
const mostLinesPerRow = 100;

function parsed(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch {
    return undefined;
  }
}

/** What separates fields where databases write them without quotes around: a quote is then a sign as any other. */
const unquotedBy: ReadonlySet<string> = new Set(['\t', '|']);

const isQuoted = (field: string): boolean =>
  field.length > 1 && field.startsWith('"') && field.endsWith('"');

const quotesIn = (text: string): number => text.split('"').length - 1;

/** Reads rows out of lines that come bit by bit. */
export interface RowReader {
  /** The rows that these lines make, together with lines that were held back. */
  readonly take: (batch: LineBatch) => readonly LogRow[];
  /** The rows that the lines held back make; no more lines come. */
  readonly end: () => readonly LogRow[];
}

/** Reads rows of CSV. */
export interface CsvReader extends RowReader {
  /** Whether lines are held back, because a quote in them isn't closed yet. */
  readonly isHolding: () => boolean;
}

/**
 * Reads lines as CSV (RFC 4180), separated by commas or another sign. Blank lines are no rows. Rows without quotes are read in
 * bulk. A quoted field may hold line breaks; when a quote isn't closed, or the rows it would swallow
 * make no row of the same length as the first, only its own line is lost and reading goes on with
 * the next one. Between tabs and bars a quote inside a field is a sign as any other.
 * `width` is the number of fields of the first row, where that was read elsewhere.
 */
export function createCsvReader(width?: number, separator = ','): CsvReader {
  let held: Line[] = [];
  let rows: LogRow[] = [];
  let bulk: Line[] = [];

  const emit = (line: number, fields: readonly string[]): void => {
    width ??= fields.length;
    rows.push({ line, fields });
  };
  const readBulk = (): void => {
    if (bulk.length === 0) return;
    const records = parsed(bulk.map(({ text }) => text).join('\n'), separator) ?? [];
    bulk.forEach(({ number }, index) => {
      emit(number, records[index] ?? []);
    });
    bulk = [];
  };
  /** Takes the lines of one row; false when they make none. */
  const readQuoted = (lines: readonly Line[]): boolean => {
    const [fields, ...more] = parsed(lines.map(({ text }) => text).join('\n'), separator) ?? [];
    const isRow = fields !== undefined && more.length === 0;
    if (!isRow || (lines.length > 1 && width !== undefined && fields.length !== width))
      return false;
    emit(lines[0]?.number ?? 0, fields);
    return true;
  };
  /** Takes a line whose quotes mean nothing; false where they may mean something. */
  const readUnquoted = ({ number, text }: Line): boolean => {
    if (!unquotedBy.has(separator) || text.length > longestLine) return false;
    const fields = text.split(separator);
    if (fields.length !== width || fields.some(isQuoted)) return false;
    emit(number, fields);
    return true;
  };
  const work = (queue: Line[], isEnd: boolean): void => {
    // The queue is worked off from its end, so that lines can be put back cheaply.
    for (
      let line = queue.pop();
      line !== undefined || (isEnd && held.length > 0);
      line = queue.pop()
    ) {
      if (line !== undefined && held.length === 0 && !line.text.includes('"')) {
        if (line.text.length > longestLine) {
          readBulk();
          rows.push({ line: line.number, problem: 'line too long' });
        } else if (line.text.trim() !== '') bulk.push(line);
        continue;
      }
      readBulk();
      if (line !== undefined) held.push(line);
      const text = held.map((one) => one.text).join('\n');
      const isClosed = quotesIn(text) % 2 === 0;
      const isTooLong = text.length > longestLine;
      if (!isClosed && !isTooLong && held.length < mostLinesPerRow && line !== undefined) continue;
      const [broken, ...others] = held;
      held = [];
      if (broken === undefined) continue;
      if (isClosed && !isTooLong && readQuoted([broken, ...others])) continue;
      if (quotesIn(broken.text) % 2 === 0 && readUnquoted(broken)) {
        queue.push(...others.reverse());
        continue;
      }
      const problem =
        broken.text.length > longestLine
          ? 'line too long'
          : quotesIn(broken.text) % 2 === 1
            ? 'quote not closed'
            : 'stray quote';
      rows.push({ line: broken.number, problem });
      queue.push(...others.reverse());
    }
    readBulk();
  };
  const given = (): readonly LogRow[] => {
    const made = rows;
    rows = [];
    return made;
  };

  return {
    take({ first, lines }) {
      work(lines.map((text, index) => ({ number: first + index, text })).reverse(), false);
      return given();
    },
    end() {
      work([], true);
      return given();
    },
    isHolding: () => held.length > 0,
  };
}

/** The rows that a reader makes of a stream of lines. */
export async function* rowsBy(
  reader: RowReader,
  batches: AsyncIterable<LineBatch>,
): AsyncGenerator<readonly LogRow[]> {
  for await (const batch of batches) {
    const rows = reader.take(batch);
    if (rows.length > 0) yield rows;
  }
  const last = reader.end();
  if (last.length > 0) yield last;
}
