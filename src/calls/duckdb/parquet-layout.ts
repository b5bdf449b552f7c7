import { IvrError } from '../../source/ivr-error.ts';
import { readCallRows } from '../formats/call-source.ts';
import { columnKey } from '../formats/find-table.ts';
import type { TableRecord } from '../formats/log-format.ts';
import { logFormats } from '../formats/log-formats.ts';
import { looked, type LogHead } from '../formats/log-head.ts';
import { namedLayout, recogniseLayout, type VendorLayout } from '../formats/log-layout.ts';
import type { NoRecord, Records } from '../formats/read-records.ts';
import { recordsIn } from '../formats/records-in.ts';
import type { LaidOutLog, LogReading } from '../log-reading.ts';
import type { LogMapping } from '../mapping/mapping.ts';
import { nativeMarks } from '../native-separator.ts';
import type { LogInput } from '../read-log-text.ts';
import { createRowTally } from '../row-tally.ts';
import type { ParquetTable } from './parquet-chunks.ts';
import { parquetJson, parquetTable } from './parquet-records.ts';

/** How the rows of a Parquet file become events. */
export type ParquetLayout =
  | { readonly by: 'native' }
  | { readonly by: 'mapping'; readonly mapping: LogMapping }
  | { readonly by: 'vendor'; readonly layout: VendorLayout };

/** SQL reads the times of native logs as their column says. */
function nativeLayout(path: string, zone: string | undefined): ParquetLayout {
  if (zone === undefined) return { by: 'native' };
  throw new IvrError('usage', `The times of ${path} can't be read in the zone of --log-zone.`, {
    help: `Leave it out where they have an offset; else convert them with DuckDB: at AT TIME ZONE '${zone}'.`,
  });
}

async function firstOf<Entry extends object>(records: Records<Entry>): Promise<readonly Entry[]> {
  const found: (Entry | NoRecord)[] = [];
  for await (const batch of records) found.push(...batch);
  return found.filter((record): record is Entry => !('problem' in record));
}

const headerOf = ({ columns }: ParquetTable): readonly string[] => columns.map(({ name }) => name);

/** Whether a file has the columns that every native log has. */
export function isNativeTable(table: ParquetTable): boolean {
  const names = new Set(headerOf(table).map((name) => name.trim().toLowerCase()));
  return nativeMarks.every((name) => names.has(name));
}

/** The first rows of a file, as tables and as JSON have them: formats of both kinds may lie in it. */
async function parquetHead(table: ParquetTable): Promise<LogHead> {
  const header = headerOf(table);
  const keys = new Set(header.map(columnKey));
  const rows: readonly TableRecord[] = await firstOf(parquetTable(table, looked));
  const values = (await firstOf(parquetJson(table, [], looked))).map(({ value }) => value);
  return {
    ...{ text: '', lines: [] },
    tableWith: (columns) =>
      columns.every((name) => keys.has(columnKey(name)))
        ? { table: { separator: ',', line: 0, header }, rows: () => rows }
        : undefined,
    valuesFor: ({ lists }) => values.flatMap((value) => recordsIn(value, lists)),
  };
}

/** A layout of a vendor with what gives its records out of the file. */
function readFrom(table: ParquetTable, layout: VendorLayout, most?: number): VendorLayout {
  if (layout.kind === 'table') return { ...layout, records: () => parquetTable(table, most) };
  if (layout.kind === 'json') {
    const { lists } = layout.format;
    return { ...layout, records: () => parquetJson(table, lists, most) };
  }
  throw new RangeError('lines and elements of XML are no rows');
}

/** Formats whose records are rows, or lie in rows. */
const rowFormats = logFormats.filter(({ records }) => records === 'table' || records === 'json');

async function vendorLayout(table: ParquetTable, name: string): Promise<ParquetLayout> {
  const isText =
    logFormats.some((format) => format.name === name) &&
    !rowFormats.some((format) => format.name === name);
  if (isText)
    throw new IvrError(
      'usage',
      `${table.path} is Parquet, and logs of the format "${name}" are text files.`,
      { help: 'Leave out --log-format, and read it by a mapping if no format is recognised.' },
    );
  const known = rowFormats.some((format) => format.name === name) ? rowFormats : logFormats;
  const layout = namedLayout(table.path, await parquetHead(table), name, known);
  return { by: 'vendor', layout: readFrom(table, layout) };
}

/** The first mapping that fits; what is wrong with the last one that doesn't, where none does. */
async function mappedBy(
  { path, columns }: ParquetTable,
  mappings: readonly LogMapping[],
  zone: string | undefined,
): Promise<ParquetLayout | { readonly error: unknown }> {
  const { mappingInZone } = await import('../mapping/in-zone.ts');
  const { mappedColumns, requireColumns } = await import('../mapping/mapped-layout.ts');
  const names = columns.map(({ name }) => name);
  const nested = new Set(
    columns
      .filter(({ type }) => /[(\]]|^JSON$|^VARCHAR$/.test(type))
      .map(({ name }) => columnKey(name)),
  );
  let error: unknown;
  for (const mapping of mappings) {
    try {
      // What lies in a column is named by a path, as in JSON.
      const paths = mappedColumns(mapping).filter((name) => {
        const [first = '', ...rest] = name.split('.');
        return rest.length > 0 && nested.has(columnKey(first));
      });
      requireColumns(path, [...names, ...paths], mapping);
      return { by: 'mapping', mapping: mappingInZone(mapping, zone) };
    } catch (cause) {
      error = cause;
    }
  }
  return { error };
}

/**
 * How a Parquet file is laid out: as the user says, else by a mapping that fits it, else as a native log or
 * by the first vendor's format that its columns and first rows are of. What no format knows is taken for
 * native, whose reader says what is missing. Throws an IvrError `log-layout` where no mapping fits,
 * `usage` for a format of texts, and for a zone for the times of a native log, whose column says what they
 * are.
 */
export async function layoutOfParquet(
  table: ParquetTable,
  { format, mappings = [], zone }: Pick<LogReading, 'format' | 'mappings' | 'zone'>,
): Promise<ParquetLayout> {
  const { path } = table;
  if (format === 'native') return nativeLayout(path, zone);
  if (format !== undefined) return vendorLayout(table, format);
  const mapped = mappings.length === 0 ? undefined : await mappedBy(table, mappings, zone);
  if (mapped !== undefined && 'by' in mapped) return mapped;
  if (isNativeTable(table)) return nativeLayout(path, zone);
  const layout = recogniseLayout(await parquetHead(table), rowFormats);
  if (layout !== undefined) return { by: 'vendor', layout: readFrom(table, layout) };
  // It was meant to be read by a mapping: what it lacks for that says more than what a native log has.
  if (mapped !== undefined) throw mapped.error;
  return { by: 'native' };
}

async function* noBytes(): AsyncGenerator<Uint8Array> {
  // Its rows come out of the database.
}

/** A vendor's log in Parquet among others. */
export async function parquetLog(
  input: LogInput,
  table: ParquetTable,
  layout: VendorLayout,
  zone: string | undefined,
): Promise<LaidOutLog> {
  const log = { encoding: 'Parquet', isPacked: false, bytes: noBytes() };
  const head = readFrom(table, layout, looked);
  let begins: number | undefined;
  for await (const [first] of readCallRows(log, head, createRowTally(''), zone)) {
    begins = first?.at;
    break;
  }
  return { input, log, layout: { by: 'vendor', layout }, begins, isClosed: false };
}
