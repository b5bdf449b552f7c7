import { createCsvReader } from '../csv-rows.ts';
import { separators, type Separator } from '../formats/find-table.ts';
import { createJsonValueReader } from '../formats/json-values.ts';
import { fieldAt, objectIn } from '../formats/values.ts';
import { guessTime } from './guess-time.ts';

/** The first rows of a log, by its columns. */
export interface LogSample {
  readonly kind: 'table' | 'json';
  readonly separator?: Separator;
  /** False where the first row is one already: the columns then have numbers. */
  readonly hasHeader: boolean;
  /** Of JSON: the fields of a wrapper that hold the records. */
  readonly lists: readonly string[];
  readonly columns: readonly string[];
  /** The texts of each row, in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
}

/** The texts of a column, in the order of the rows. */
export function textsIn({ columns, rows }: LogSample, column: string): readonly string[] {
  const index = columns.indexOf(column);
  return rows.map((row) => row[index] ?? '');
}

/** As many as fit into what is looked at: with fewer, a word that is rare in a log would be missed. */
const mostRows = 5_000;
const mostColumns = 200;

/** The names of all fields that hold single values, those in objects with dots. */
function pathsIn(value: unknown, before = ''): readonly string[] {
  return Object.entries(objectIn(value) ?? {}).flatMap(([name, field]) => {
    const path = before === '' ? name : `${before}.${name}`;
    // Deeper than this no log keeps what says where a call was.
    if (objectIn(field) !== undefined)
      return path.split('.').length < 4 ? pathsIn(field, path) : [];
    return Array.isArray(field) ? [] : [path];
  });
}

/** The field of a wrapper that holds most objects. */
function listIn(value: unknown): string | undefined {
  const lists = Object.entries(objectIn(value) ?? {}).flatMap(([name, items]) =>
    Array.isArray(items) && items.some((item) => objectIn(item) !== undefined)
      ? [{ name, length: items.length }]
      : [],
  );
  return lists.sort((a, b) => b.length - a.length)[0]?.name;
}

function sampleJson(text: string): LogSample | undefined {
  const values = (lists: readonly string[]): readonly unknown[] =>
    createJsonValueReader({ lists })
      .take(text)
      .flatMap((reading) => ('value' in reading ? [reading.value] : []))
      .slice(0, mostRows);
  // A wrapper may be longer than what is looked at: its list is then found by its name.
  const named = /^\s*\{[^[]{0,400}"([^"\\]{1,60})"\s*:\s*\[\s*\{/.exec(text)?.[1];
  const plain = values([]);
  const list = listIn(plain[0]) ?? (plain.length === 0 ? named : undefined);
  const records = list === undefined ? plain : values([list]);
  const paths = [...new Set(records.flatMap((record) => pathsIn(record)))];
  // What is an object in one record is nothing in another.
  const objects = new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('.')))));
  const columns = paths.filter((path) => !objects.has(path)).slice(0, mostColumns);
  if (columns.length === 0) return undefined;
  const rows = records.map((record) =>
    columns.map((column) => fieldAt(record, column)?.trim() ?? ''),
  );
  return { kind: 'json', hasHeader: true, lists: list === undefined ? [] : [list], columns, rows };
}

function rowsBy(lines: readonly string[], separator: Separator): readonly (readonly string[])[] {
  const reader = createCsvReader(undefined, separator);
  return [...reader.take({ first: 1, lines }), ...reader.end()].flatMap((row) =>
    'fields' in row ? [row.fields.map((text) => text.trim())] : [],
  );
}

/** How many rows are as long as most are, if that is more than one field. */
function fitOf(rows: readonly (readonly string[])[]): {
  readonly width: number;
  readonly fitting: number;
} {
  const lengths = new Map<number, number>();
  for (const { length } of rows)
    if (length > 1) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [width, fitting] = [...lengths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { width, fitting };
}

/** A header has names: no empty ones, no moments, and hardly a number. */
const isHeader = (row: readonly string[]): boolean =>
  row.every(
    (text) => text !== '' && guessTime([text]) === undefined && !/^[-+]?\d+([.,]\d+)?$/.test(text),
  ) && new Set(row).size === row.length;

function sampleTable(text: string, isWhole: boolean): LogSample | undefined {
  const lines = text.split(/\r\n|\n|\r/).slice(0, mostRows + 30);
  const whole = isWhole || lines.length > mostRows ? lines : lines.slice(0, -1);
  const [best] = separators
    .map((separator) => {
      const rows = rowsBy(whole, separator);
      return { separator, rows, ...fitOf(rows) };
    })
    .sort((a, b) => b.fitting * Math.min(b.width, 4) - a.fitting * Math.min(a.width, 4));
  if (best === undefined || best.width === 0) return undefined;
  const { separator, width } = best;
  const rows = best.rows.filter(({ length }) => length === width);
  const [first = [], ...others] = rows;
  const hasHeader = isHeader(first);
  const columns = hasHeader ? first : first.map((_, index) => `column ${index + 1}`);
  return {
    kind: 'table',
    separator,
    hasHeader,
    lists: [],
    columns,
    rows: hasHeader ? others : rows,
  };
}

/** Takes the beginning of a log apart as a table or as JSON; nothing where it is neither. */
export function sampleLog(text: string, isWhole: boolean): LogSample | undefined {
  return /^\uFEFF?\s*[[{]/.test(text) ? sampleJson(text) : sampleTable(text, isWhole);
}
