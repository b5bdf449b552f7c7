import { createCsvReader } from '../csv-rows.ts';
import { findTable, type FoundTable } from './find-table.ts';
import { createJsonValueReader } from './json-values.ts';
import type { JsonFormat, TableRecord } from './log-format.ts';
import { tableRecords } from './read-records.ts';

/** How many values, rows and lines at the beginning of a log are looked at to tell its format. */
export const looked = 20;

/** A table at the beginning of a log, with its first rows. */
export interface HeadTable {
  readonly table: FoundTable;
  readonly rows: () => readonly TableRecord[];
}

/** The beginning of a log, taken apart as far as formats are told by it. */
export interface LogHead {
  /** Empty where the log is no text, as are its lines. */
  readonly text: string;
  readonly lines: readonly string[];
  /** The table that has all of these columns; nothing where there is none. */
  readonly tableWith: (columns: readonly string[]) => HeadTable | undefined;
  readonly valuesFor: (format: JsonFormat) => readonly unknown[];
}

/** The first rows behind a header. */
function rowsBelow(lines: readonly string[], table: FoundTable): readonly TableRecord[] {
  const reader = createCsvReader(table.header.length, table.separator);
  const below = lines.slice(table.line, table.line + looked);
  return [...reader.take({ first: table.line + 1, lines: below }), ...reader.end()]
    .map(tableRecords(table))
    .filter((row) => 'field' in row);
}

/** The beginning of a log that is a text. */
export function textHead(text: string): LogHead {
  const lines = text.split(/\r\n|\n|\r/);
  const values = new Map<string, readonly unknown[]>();
  const valuesFor = (format: JsonFormat): readonly unknown[] => {
    const key = `${format.lists.join(' ')}\n${format.mayFollowText === true ? 'text' : ''}`;
    const known = values.get(key);
    if (known !== undefined) return known;
    const found = createJsonValueReader(format)
      .take(text)
      .flatMap((reading) => ('value' in reading ? [reading.value] : []))
      .slice(0, looked);
    values.set(key, found);
    return found;
  };
  const tableWith = (columns: readonly string[]): HeadTable | undefined => {
    const table = findTable(lines, columns);
    return table === undefined ? undefined : { table, rows: () => rowsBelow(lines, table) };
  };
  return { text, lines, tableWith, valuesFor };
}
