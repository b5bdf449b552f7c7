import { readTable } from '../../source/read-table.ts';
import type { Source } from '../../source/source.ts';
import type { Neighbours, TextReading } from '../importer.ts';
import { readInserts, type RowAt, type Tables } from './read-inserts.ts';

/** Tables of FreePBX, by columns that only they have. */
const columnsOf = {
  ivr_details: ['timeout_loops', 'invalid_loops', 'announcement'],
  ivr_entries: ['ivr_id', 'selection', 'dest'],
  recordings: ['displayname', 'filename'],
} as const;
export type TableName = keyof typeof columnsOf;
const names = Object.keys(columnsOf) as readonly TableName[];

/** The table that a CSV file holds, by the names in its first line. */
export function tableInCsv({ text }: Source): TableName | undefined {
  const end = text.search(/[\r\n]/);
  const head = text.slice(0, end === -1 ? 2_000 : Math.min(end, 2_000));
  const columns = new Set(head.split(/[,;\t]/).map((name) => name.replace(/["'\s\uFEFF]/g, '')));
  return names.find((name) => columnsOf[name].every((column) => columns.has(column)));
}

function csvRows(source: Source): readonly RowAt[] {
  const [header, ...rows] = readTable(source).rows;
  const columns = header?.cells.map(({ text }) => text.trim()) ?? [];
  return rows.map(({ cells, start, end }) => ({
    source,
    start,
    end,
    cells: new Map(
      cells.map((cell, at) => [
        columns[at] ?? String(at),
        {
          source,
          start: cell.start,
          end: cell.end,
          text: /^(?:null|\\N)$/i.test(cell.text) ? '' : cell.text,
        },
      ]),
    ),
  }));
}

/** The other tables, each in a CSV file of its own beside this one. */
function besideIn(neighbours: Neighbours, missing: ReadonlySet<TableName>): Tables {
  const found = new Map<string, readonly RowAt[]>();
  for (const path of neighbours.paths) {
    if (!/\.csv$/i.test(path) || path.includes('/')) continue;
    const source = neighbours.read(path);
    const table = source === undefined ? undefined : tableInCsv(source);
    if (source === undefined || table === undefined || !missing.has(table)) continue;
    if (!found.has(table)) found.set(table, csvRows(source));
  }
  return found;
}

/** Reads the tables of IVRs from a dump, or from CSV files that lie beside each other. */
export function readTables({ source, neighbours }: TextReading): Tables {
  const table = tableInCsv(source);
  if (table === undefined) return readInserts(source, names);
  const missing = new Set(names.filter((name) => name !== table));
  return new Map([...besideIn(neighbours, missing), [table, csvRows(source)]]);
}
