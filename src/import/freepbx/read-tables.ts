import type { Finding } from '../../source/finding.ts';
import { readTable } from '../../source/read-table.ts';
import type { Source } from '../../source/source.ts';
import { tooManyAt, tooManyValues } from '../../source/too-many-values.ts';
import type { Neighbours, TextReading } from '../importer.ts';
import { readInserts, type RowAt, type TablesReading } from './read-inserts.ts';
import { isDump, tableInCsv, tableNames, type TableName } from './table-in-csv.ts';

interface CsvTable {
  readonly rows: readonly RowAt[];
  readonly findings: readonly Finding[];
}

function readCsv(source: Source): CsvTable {
  const excess = tooManyAt(source);
  if (excess !== undefined) return { rows: [], findings: [tooManyValues(source, excess)] };
  const reading = readTable(source);
  const [header, ...body] = reading.rows;
  const columns = header?.cells.map(({ text }) => text.trim()) ?? [];
  const rows = body.map(({ cells, start, end }) => ({
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
  return { rows, findings: reading.findings };
}

/** The other tables, each in a CSV file of its own beside this one. */
function besideIn(
  neighbours: Neighbours,
  missing: ReadonlySet<TableName>,
): ReadonlyMap<TableName, CsvTable> {
  const found = new Map<TableName, CsvTable>();
  for (const path of neighbours.paths) {
    if (!/\.csv$/i.test(path) || path.includes('/')) continue;
    const source = neighbours.read(path);
    const table = source === undefined ? undefined : tableInCsv(source);
    if (source === undefined || table === undefined || !missing.has(table)) continue;
    if (!found.has(table)) found.set(table, readCsv(source));
  }
  return found;
}

/** Reads the tables of IVRs from a dump, or from CSV files that lie beside each other. */
export function readTables({ source, neighbours }: TextReading): TablesReading {
  const table = isDump(source) ? undefined : tableInCsv(source);
  if (table === undefined) return readInserts(source, tableNames);
  const missing = new Set(tableNames.filter((name) => name !== table));
  const all = [...besideIn(neighbours, missing), [table, readCsv(source)] as const];
  return {
    tables: new Map(all.map(([name, { rows }]) => [name, rows])),
    findings: all.flatMap(([, { findings }]) => findings),
  };
}
