import { IvrError } from '../../source/ivr-error.ts';
import { didYouMean } from '../../source/nearest-name.ts';
import {
  columnKey,
  findTable,
  separators,
  type FoundTable,
  type Separator,
} from '../formats/find-table.ts';
import { createCsvReader } from '../csv-rows.ts';
import { headerLine } from '../header-line.ts';
import { meaningsIn, type LogMapping, type WordMeaning } from './mapping.ts';
import { columnsOf } from './text-of.ts';

/** Where the rows of a mapped log lie: a table with its columns, or values of JSON. */
export type MappedLayout =
  | { readonly kind: 'table'; readonly table: FoundTable }
  | { readonly kind: 'json'; readonly lists: readonly string[] };

function columnsOfMeaning(meaning: WordMeaning): readonly string[] {
  return meaningsIn(meaning).flatMap((one) =>
    typeof one === 'string' ? [] : [...columnsOf(one.value), ...columnsOf(one.node)],
  );
}

/** All columns that a mapping reads, each once. */
export function mappedColumns(mapping: LogMapping): readonly string[] {
  const { call, at, event, node, value, seq, number, caller, script } = mapping;
  const { seconds, until, exit } = mapping;
  const words = [event, exit].flatMap((source) =>
    typeof source === 'object' && 'words' in source ? Object.values(source.words ?? {}) : [],
  );
  const plain = [call, at, event, node, value, seq, number, caller, script, seconds, until, exit];
  return [...new Set([...plain.flatMap(columnsOf), ...words.flatMap(columnsOfMeaning)])];
}

function layoutError(path: string, message: string, help: string): IvrError {
  const start = { line: 1, column: 1 };
  return new IvrError('log-layout', message, { help, place: { path, start, end: start } });
}

/** The separator that cuts the first row into as many fields as there are columns. */
function separatorFor(first: string, width: number): FoundTable['separator'] | undefined {
  return separators.find((separator) => {
    const reader = createCsvReader(undefined, separator);
    const [row] = [...reader.take({ first: 1, lines: [first] }), ...reader.end()];
    return row !== undefined && 'fields' in row && row.fields.length === width;
  });
}

/** The header that comes nearest, to tell what it lacks. */
function nearestHeader(
  lines: readonly string[],
  columns: readonly string[],
  signs: readonly Separator[] | undefined,
): readonly string[] {
  let best: readonly string[] = [];
  let most = -1;
  for (const separator of signs ?? separators) {
    const reader = createCsvReader(undefined, separator);
    for (const row of [...reader.take({ first: 1, lines: lines.slice(0, 30) }), ...reader.end()]) {
      if (!('fields' in row)) continue;
      const keys = new Set(row.fields.map(columnKey));
      const found = columns.filter((name) => keys.has(columnKey(name))).length;
      if (found > most || (found === most && row.fields.length > best.length && most === 0)) {
        best = row.fields;
        most = found;
      }
    }
  }
  return best;
}

const shown = (name: string): string => name.replace(/\p{C}/gu, '�').slice(0, 40);

/**
 * Finds the rows that a mapping means at the beginning of a log. Throws an IvrError `log-layout` where
 * columns of the mapping are missing.
 */
export function mappedLayout(path: string, text: string, mapping: LogMapping): MappedLayout {
  if (mapping.records === 'json') return { kind: 'json', lists: mapping.lists ?? [] };
  const lines = text.split(/\r\n|\n|\r/);
  const columns = mappedColumns(mapping);
  const { header, separator } = mapping;
  if (header !== undefined) {
    const missing = columns.find((name) => !header.map(columnKey).includes(columnKey(name)));
    if (missing !== undefined) {
      const message = `The header of the mapping has no column "${shown(missing)}".${didYouMean(missing, header)}`;
      throw layoutError(path, message, 'Name all columns of the log there, in their order.');
    }
    const begin = headerLine(lines);
    const found = separator ?? separatorFor(lines[begin] ?? '', header.length);
    if (found === undefined) {
      const message = `The first row of ${path} has not ${header.length} fields, as the header of the mapping.`;
      throw layoutError(path, message, 'Name all columns of the log there, in their order.');
    }
    return { kind: 'table', table: { separator: found, line: begin, header } };
  }
  const signs = separator === undefined ? undefined : [separator];
  const table = findTable(lines, columns, signs);
  if (table !== undefined) return { kind: 'table', table };
  throw lacking(path, nearestHeader(lines, columns, signs), columns);
}

/** What is said of a log whose header lacks a column that its mapping reads. */
function lacking(path: string, near: readonly string[], columns: readonly string[]): IvrError {
  const keys = new Set(near.map(columnKey));
  const missing = columns.find((name) => !keys.has(columnKey(name))) ?? '';
  const message = `${path} has no column "${shown(missing)}", which the mapping reads.${didYouMean(missing, near.map(shown))}`;
  const has = near.slice(0, 20).map(shown).join(', ');
  const way = has.includes('\uFFFD')
    ? 'It is not in UTF-8: name its encoding in the mapping, as encoding: windows-1252.'
    : 'A log without a header takes one in the mapping.';
  return layoutError(path, message, `It has: ${has}. ${way}`);
}

/**
 * Throws an IvrError `log-layout` where a log that names its columns itself, as Parquet does, lacks one
 * that the mapping reads.
 */
export function requireColumns(path: string, header: readonly string[], mapping: LogMapping): void {
  const keys = new Set(header.map(columnKey));
  const columns = mappedColumns(mapping);
  if (!columns.every((name) => keys.has(columnKey(name)))) throw lacking(path, header, columns);
}
