import type { DuckDBDataChunk } from '@duckdb/node-api';
import { columnKey } from '../formats/find-table.ts';
import type { JsonRecord, TableRecord } from '../formats/log-format.ts';
import { columnFinder, type NoRecord, type Records } from '../formats/read-records.ts';
import { recordsIn } from '../formats/records-in.ts';
import { fieldAt, jsonIn, singleText } from '../formats/values.ts';
import { parquetChunks, type ParquetTable } from './parquet-chunks.ts';
import type { ParquetColumn } from './parquet-rows.ts';
import { plainValues, type PlainValue } from './plain-values.ts';
import { named } from './sql-text.ts';

/** A row; its values are made when they are asked for, by the place of their column. */
interface ParquetRow {
  readonly line: number;
  readonly valueAt: (column: number) => unknown;
}

/** Whether a column holds texts of JSON, or nested values with such texts inside. */
const holdsJson = ({ type }: ParquetColumn): boolean => /\bJSON\b/.test(type);

/** What a text of JSON says; fields that are NULL are not there, as in structs. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text), (_, value: unknown) => value ?? undefined) as unknown;
  } catch {
    return text;
  }
}

function rowsOf(
  chunk: DuckDBDataChunk,
  { columns: selected }: ParquetTable,
  plain: PlainValue,
): readonly ParquetRow[] {
  const vectors = Array.from({ length: chunk.columnCount }, (_, column) =>
    chunk.getColumnVector(column),
  );
  const [numbers, ...columns] = vectors;
  const isJson = selected.map(holdsJson);
  return Array.from({ length: chunk.rowCount }, (_, row) => ({
    line: Number(numbers?.getItem(row)) + 1,
    valueAt: (column) => {
      const value = plain(columns[column]?.getItem(row) ?? null);
      return value !== null && isJson[column] === true ? parsed(value) : value;
    },
  }));
}

async function* parquetRecords(
  table: ParquetTable,
  most?: number,
): AsyncGenerator<readonly ParquetRow[]> {
  const plain = await plainValues();
  const columns = table.columns.map((column) => {
    const name = named(column.name);
    return holdsJson(column) ? `to_json(${name})::VARCHAR` : name;
  });
  for await (const chunk of parquetChunks(table, columns, most)) yield rowsOf(chunk, table, plain);
}

/** A value as a field of a table has it: what is nested as JSON. */
function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return singleText(value) ?? String(Number(value));
}

const headerOf = ({ columns }: ParquetTable): readonly string[] => columns.map(({ name }) => name);

/** Files that were put together of tables may have a header among their rows. */
function isHeader({ valueAt }: ParquetRow, header: readonly string[]): boolean {
  return (
    valueAt(0) === header[0] &&
    header.every((name, column) => columnKey(textOf(valueAt(column))) === columnKey(name))
  );
}

/** Its rows as those of a table, `most` of them. */
export async function* parquetTable(table: ParquetTable, most?: number): Records<TableRecord> {
  const header = headerOf(table);
  const positionOf = columnFinder(header);
  for await (const rows of parquetRecords(table, most))
    yield rows.map((row) => {
      const { line, valueAt } = row;
      if (isHeader(row, header)) return { line, problem: 'repeated header' };
      return { line, field: (column) => textOf(valueAt(positionOf(column))).trim() };
    });
}

/** Warehouses keep what is nested as a text of JSON, too. */
function unfolded(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  return jsonIn(value) ?? value;
}

/** Its rows as values of JSON, `most` of them; a row that is a wrapper has its records in these lists. */
export async function* parquetJson(
  table: ParquetTable,
  lists: readonly string[],
  most?: number,
): Records<JsonRecord> {
  const header = headerOf(table);
  const valueOf = ({ valueAt }: ParquetRow): object => {
    const fields = header.map((name, column) => [name, unfolded(valueAt(column))] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== null));
  };
  for await (const rows of parquetRecords(table, most))
    yield rows.flatMap((row) =>
      recordsIn(valueOf(row), lists).map((value) => ({ line: row.line, value })),
    );
}

/** A row whose fields are asked for by the names of columns, or by paths with dots into what is nested there. */
export interface FieldRecord {
  readonly line: number;
  readonly field: (column: string) => string;
}

/** Its rows as mappings read them, with a text in each of the fields that are wanted. */
export async function* parquetFields(
  table: ParquetTable,
  wanted: readonly string[],
  most?: number,
): Records<FieldRecord> {
  const header = headerOf(table);
  const positionOf = columnFinder(header);
  const fieldOf = ({ valueAt }: ParquetRow, column: string): string | undefined => {
    const position = positionOf(column);
    if (position >= 0) return singleText(valueAt(position));
    const [first = '', ...rest] = column.split('.');
    return fieldAt(unfolded(valueAt(positionOf(first))), rest.join('.'));
  };
  const recordOf = (row: ParquetRow): FieldRecord | NoRecord => {
    const { line } = row;
    if (isHeader(row, header)) return { line, problem: 'repeated header' };
    const isText = wanted.every((column) => fieldOf(row, column) !== undefined);
    return isText
      ? { line, field: (column) => fieldOf(row, column)?.trim() ?? '' }
      : { line, problem: 'field not text' };
  };
  for await (const rows of parquetRecords(table, most)) yield rows.map(recordOf);
}

/** The columns of this name, or that what this path leads into lies in. */
export function columnsFor(
  columns: readonly ParquetColumn[],
  wanted: readonly string[],
): readonly ParquetColumn[] {
  const names = new Set(columns.map(({ name }) => columnKey(name)));
  const keys = new Set(
    wanted.map((name) => {
      const key = columnKey(name);
      return names.has(key) ? key : columnKey(name.split('.')[0] ?? '');
    }),
  );
  return columns.filter(({ name }) => keys.has(columnKey(name)));
}
