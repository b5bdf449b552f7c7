import { createCsvReader, type LogRow } from '../csv-rows.ts';
import { textLines, type LineBatch } from '../text-lines.ts';
import { columnKey, type FoundTable } from './find-table.ts';
import { createJsonValueReader } from './json-values.ts';
import type { JsonRecord, LineRecord, TableRecord, XmlRecord } from './log-format.ts';
import type { JsonLayout } from './records-in.ts';

/** Something that stands where a record should. */
export interface NoRecord {
  readonly line: number;
  readonly problem: string;
}

export type Records<Entry> = AsyncGenerator<readonly (Entry | NoRecord)[]>;

/** Where columns stand that are asked for by name, -1 for none. Of those that stand twice the first counts. */
export function columnFinder(header: readonly string[]): (column: string) => number {
  const positions = new Map<string, number>();
  header.forEach((name, index) => {
    const key = columnKey(name);
    if (!positions.has(key)) positions.set(key, index);
  });
  // Formats ask for the same few columns at every row.
  const asked = new Map<string, number>();
  return (column) => {
    const known = asked.get(column);
    if (known !== undefined) return known;
    const position = positions.get(columnKey(column)) ?? -1;
    asked.set(column, position);
    return position;
  };
}

/**
 * Makes records of the rows behind a header. Rows may be longer than the header where nothing stands in
 * what is too much.
 */
export function tableRecords({ header }: FoundTable): (row: LogRow) => TableRecord | NoRecord {
  const positionOf = columnFinder(header);
  const heading = header.map(columnKey).join('\n');
  return (row) => {
    if ('problem' in row) return row;
    const { line, fields } = row;
    if (fields.length < header.length) return { line, problem: 'too few fields' };
    if (fields.slice(header.length).some((text) => text.trim() !== ''))
      return { line, problem: 'too many fields' };
    if (fields[0] === header[0] && fields.map(columnKey).join('\n') === heading)
      return { line, problem: 'repeated header' };
    return { line, field: (column) => (fields[positionOf(column)] ?? '').trim() };
  };
}

/** The rows of a table behind its header. */
export async function* readTable(
  chunks: AsyncIterable<string>,
  table: FoundTable,
): Records<TableRecord> {
  const recordOf = tableRecords(table);
  const reader = createCsvReader(table.header.length, table.separator);
  for await (const batch of textLines(chunks)) {
    const below = linesBelow(batch, table.line);
    if (below.lines.length > 0) yield reader.take(below).map(recordOf);
  }
  yield reader.end().map(recordOf);
}

function linesBelow({ first, lines }: LineBatch, line: number): LineBatch {
  const passed = Math.max(0, line + 1 - first);
  return passed === 0 ? { first, lines } : { first: first + passed, lines: lines.slice(passed) };
}

/** The values of a log in JSON. */
export async function* readJson(
  chunks: AsyncIterable<string>,
  layout: JsonLayout,
): Records<JsonRecord> {
  const reader = createJsonValueReader(layout);
  for await (const chunk of chunks) yield reader.take(chunk);
  yield reader.end();
}

/** The elements of a log in XML that are its records. */
export async function* readXmlRecords(
  chunks: AsyncIterable<string>,
  element: string,
): Records<XmlRecord> {
  // XML is read with a package that other logs don't need.
  const { createXmlReader } = await import('./xml-records.ts');
  const { readXml } = await import('../../source/read-xml.ts');
  const reader = createXmlReader(element, readXml);
  for await (const chunk of chunks) yield reader.take(chunk);
  yield reader.end();
}

/** The lines of a log; blank ones are no records. */
export async function* readLines(chunks: AsyncIterable<string>): Records<LineRecord> {
  for await (const { first, lines } of textLines(chunks)) {
    yield lines
      .map((text, index) => ({ line: first + index, text }))
      .filter(({ text }) => text.trim() !== '');
  }
}
