import { IvrError } from '../../source/ivr-error.ts';
import type { CallEvent } from '../call-event.ts';
import { columnKey } from '../formats/find-table.ts';
import { tableRecords, type NoRecord } from '../formats/read-records.ts';
import { nativeMarks } from '../native-separator.ts';
import type { Pseudonym } from '../log-engine.ts';
import type { LogReading } from '../log-reading.ts';
import type { LogMapping } from '../mapping/mapping.ts';
import type { MappedRecord } from '../mapping/read-mapped-log.ts';
import type { RowTally } from '../row-tally.ts';
import type { DuckDb } from './open-duckdb.ts';
import { parquetColumns, parquetTexts, type ParquetColumn } from './parquet-rows.ts';

/** SQL reads the times of native logs as their column says. */
function refuseZone(path: string, zone: string | undefined): undefined {
  if (zone === undefined) return undefined;
  throw new IvrError('usage', `The times of ${path} are not read on the clock of --log-zone.`, {
    help: `Leave it out where they have an offset; else write them anew with DuckDB: at AT TIME ZONE '${zone}'.`,
  });
}

/**
 * The mapping by which a Parquet file is read: the first that fits it; nothing for a native log. Throws
 * an IvrError `log-layout` where none fits a file that is no native log, `usage` for a vendor's format,
 * as those are texts, and for a zone for the times of a native log, whose column says what they are.
 */
export async function mappingOfParquet(
  db: DuckDb,
  path: string,
  file: string,
  { format, mappings = [], zone }: Pick<LogReading, 'format' | 'mappings' | 'zone'>,
): Promise<LogMapping | undefined> {
  if (format !== undefined && format !== 'native')
    throw new IvrError(
      'usage',
      `${path} is Parquet, and logs of the format "${format}" are texts.`,
      {
        help: 'Leave out --log-format, and read it by a mapping if it is no native log.',
      },
    );
  if (format === 'native' || mappings.length === 0) {
    refuseZone(path, zone);
    return;
  }
  const { mappingInZone } = await import('../mapping/in-zone.ts');
  const { requireColumns } = await import('../mapping/mapped-layout.ts');
  const header = (await parquetColumns(db, file)).map(({ name }) => name);
  let error: unknown;
  for (const mapping of mappings) {
    try {
      requireColumns(path, header, mapping);
      return mappingInZone(mapping, zone);
    } catch (cause) {
      error = cause;
    }
  }
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  if (nativeMarks.every((name) => names.has(name))) {
    refuseZone(path, zone);
    return;
  }
  throw error;
}

async function* recordsOf(
  db: DuckDb,
  file: string,
  columns: readonly ParquetColumn[],
): AsyncGenerator<readonly (MappedRecord | NoRecord)[]> {
  const header = columns.map(({ name }) => name);
  const recordOf = tableRecords({ header, separator: ',', line: 0 });
  for await (const chunk of db.chunks(parquetTexts(file, columns))) {
    yield chunk.getRows().map(([number, ...texts]) => {
      const line = Number(number) + 1;
      return texts.includes(null)
        ? { line, problem: 'field not text' }
        : recordOf({ line, fields: texts.map(String) });
    });
  }
}

/** Reads a Parquet file by a mapping, as `readMappedLog` does a text; its lines are the numbers of its rows. */
export async function* readMappedParquet(
  db: DuckDb,
  file: string,
  mapping: LogMapping,
  tally: RowTally,
  pseudonym?: Pseudonym,
): AsyncGenerator<readonly CallEvent[]> {
  const { mappedColumns } = await import('../mapping/mapped-layout.ts');
  const { readMappedRecords } = await import('../mapping/read-mapped-log.ts');
  const wanted = new Set(mappedColumns(mapping).map(columnKey));
  const columns = (await parquetColumns(db, file)).filter(({ name }) =>
    wanted.has(columnKey(name)),
  );
  yield* readMappedRecords(recordsOf(db, file, columns), mapping, tally, pseudonym);
}
