import { readTable } from '../../source/read-table.ts';
import type { Source } from '../../source/source.ts';
import type { Neighbours, TextReading } from '../importer.ts';
import { readInserts, type RowAt, type Tables } from './read-inserts.ts';
import { tableInCsv, tableNames, type TableName } from './table-in-csv.ts';

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
  if (table === undefined) return readInserts(source, tableNames);
  const missing = new Set(tableNames.filter((name) => name !== table));
  return new Map([...besideIn(neighbours, missing), [table, csvRows(source)]]);
}
