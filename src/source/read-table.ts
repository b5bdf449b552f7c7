import { CsvError, parse } from 'csv-parse/sync';
import type { Finding } from './finding.ts';
import { isSeparatorLine } from './separator-line.ts';
import { positionAt, type Source } from './source.ts';
import { syntaxFinding } from './syntax-finding.ts';
import type { Extent } from './tree.ts';

/** A cell of a table: its text, and where it is written, quotes included. */
export interface Cell extends Extent {
  readonly text: string;
}

/** A row of a table; the first is usually its header. */
export interface Row extends Extent {
  readonly cells: readonly Cell[];
}

/** What reading a table gave: its rows up to where it can't be read, and why not further. */
export interface TableReading {
  /** What stands between its cells. */
  readonly delimiter: string;
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
}

interface Record {
  readonly record: readonly string[];
  readonly raw: string;
}

/** Where the cells of a row begin and end: at delimiters that stand in no quotes. */
function cellExtents(
  raw: string,
  start: number,
  delimiter: string,
  hasQuotes: boolean,
): readonly Extent[] {
  const extents: Extent[] = [];
  const end = raw.length - (/(?:\r\n|\n|\r)$/.exec(raw)?.[0].length ?? 0);
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < end; at += 1) {
    if (hasQuotes && raw[at] === '"') isQuoted = !isQuoted;
    else if (raw[at] === delimiter && !isQuoted) {
      extents.push({ start: start + from, end: start + at });
      from = at + 1;
    }
  }
  extents.push({ start: start + from, end: start + end });
  return extents;
}

const delimiters = [',', ';', '\t'] as const;

/** The delimiter that divides the first line that isn't blank into most parts, outside of quotes; comma if none. */
function delimiterOf(text: string): string {
  const [line = ''] = text.replace(/^[\r\n]+/, '').split(/\r\n|\n|\r/, 1);
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

/** Where the table begins: behind a byte order mark, and behind a `sep=;`. */
function beginOf(text: string): number {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const [line = ''] = /^[^\r\n]{0,100}(?:\r\n|\n|\r|$)/.exec(text.slice(mark)) ?? [];
  return isSeparatorLine(line) ? mark + line.length : mark;
}

/** Reads the rows of a text up to where it can't be read; with quotes around cells, or as signs in them. */
function rowsOf(
  text: string,
  shift: number,
  delimiter: string,
  hasQuotes: boolean,
): { readonly rows: readonly Row[]; readonly position: number; readonly error?: CsvError } {
  const rows: Row[] = [];
  let position = 0;
  const take = ({ record, raw }: Record): null => {
    const start = text.indexOf(raw, position);
    position = start + raw.length;
    const extents = cellExtents(raw, start + shift, delimiter, hasQuotes);
    const whole = { start: start + shift, end: extents.at(-1)?.end ?? start + shift };
    const cells = record.map((cell, index) => ({
      text: cell.trim(),
      ...(extents[index] ?? whole),
    }));
    rows.push({ ...whole, cells });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      quote: hasQuotes ? '"' : false,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: unknown) => take(record as Record),
    });
  } catch (error) {
    if (error instanceof CsvError) return { rows, position, error };
    throw error;
  }
  return { rows, position };
}

/**
 * Reads a table (CSV, or with semicolons or tabs as spreadsheets write it) with the place of every
 * cell. Blank lines are no rows. A quote that isn't closed is a finding, and ends the table; between tabs,
 * as databases write tables, it is then a sign as any other.
 */
export function readTable(source: Source): TableReading {
  const shift = beginOf(source.text);
  const text = source.text.slice(shift);
  const delimiter = delimiterOf(text);
  const { rows, position, error } = rowsOf(text, shift, delimiter, true);
  if (error === undefined) return { delimiter, rows, findings: [] };
  if (delimiter === '\t') {
    const unquoted = rowsOf(text, shift, delimiter, false);
    return { delimiter, rows: unquoted.rows, findings: [] };
  }
  const above = positionAt(source, shift).line - 1;
  const line = above + (typeof error['lines'] === 'number' ? error['lines'] : 1);
  const at = rowAt(source, position + shift);
  const message = `This table can't be read further than line ${line}: ${reasonOf(error.code)}.`;
  const help = 'Close the quote, and write a quote inside a text twice.';
  return { delimiter, rows, findings: [syntaxFinding(source, at, message, help)] };
}

/** The line on which reading stopped. */
function rowAt(source: Source, offset: number): Extent {
  let start = offset;
  while (/[\r\n]/.test(source.text[start] ?? '')) start += 1;
  const { line } = positionAt(source, start);
  let end = start;
  while (end < source.text.length && positionAt(source, end).line === line) end += 1;
  return { start, end: Math.max(start, end - 1) };
}

function reasonOf(code: string): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quote is never closed'
    : 'a quote is in the wrong place';
}
