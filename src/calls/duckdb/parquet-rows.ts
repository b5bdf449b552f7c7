import { IvrError } from '../../source/ivr-error.ts';
import { readLogColumns } from '../log-columns.ts';
import type { DuckDb } from './open-duckdb.ts';
import {
  momentOfText,
  readColumns,
  type ReadColumn,
  type SqlColumn,
  type SqlMoment,
  type SqlRows,
} from './sql-rows.ts';
import { named, onlyFile, quoted } from './sql-text.ts';

const withZone = 'TIMESTAMP WITH TIME ZONE';
const wholeNumber = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/;
const textual = /^(?:VARCHAR|UUID|DATE|ENUM\(.*|DECIMAL\(.*)$/s;

/**
 * A column as the native log would write it. Numbers are written as JSON Lines has them, so that a key
 * in a column of floating point is still a key; beyond 2^53 such a number has lost digits, and no text
 * can say it.
 */
function textOf(name: string, type: string): string {
  if (textual.test(type) || wholeNumber.test(type)) return `coalesce(${name}::VARCHAR, '')`;
  if (type === 'BLOB') return `CASE WHEN ${name} IS NULL THEN '' ELSE TRY(decode(${name})) END`;
  if (type === 'DOUBLE' || type === 'FLOAT') {
    const isWhole = `${name} = trunc(${name}) AND abs(${name}) <= ${Number.MAX_SAFE_INTEGER}`;
    return `CASE WHEN ${name} IS NULL OR isnan(${name}) THEN '' WHEN ${isWhole} THEN ${name}::BIGINT::VARCHAR WHEN abs(${name}) < 1e15 THEN ${name}::VARCHAR END`;
  }
  if (type === withZone) return `coalesce(strftime(${name}, '%Y-%m-%dT%H:%M:%S.%gZ'), '')`;
  // These have no offset, which the reader of rows will say.
  if (type.startsWith('TIMESTAMP'))
    return `coalesce(strftime(${name}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%g'), '')`;
  return `CASE WHEN ${name} IS NULL THEN '' END`;
}

const noMoment: SqlMoment = { sql: 'NULL::BIGINT', isSound: 'true' };

function momentOf(name: string, type: string): SqlMoment {
  if (type === 'VARCHAR') return momentOfText(name);
  if (type !== withZone) return noMoment;
  const sql = `CASE WHEN ${name} BETWEEN '1970-01-01 00:00:00Z' AND '2099-12-31 23:59:59Z' THEN epoch_ms(${name}) END`;
  return { sql, isSound: 'true' };
}

/** The rows of a Parquet file, as they are. */
export const parquetFile = (file: string): string =>
  `read_parquet([${quoted(onlyFile(file))}], file_row_number = true, hive_partitioning = false)`;

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

/** DuckDB's name for the numbers of rows. */
const rowNumber = 'file_row_number';

/**
 * What columns a Parquet file has. Throws an IvrError `log-layout` where one has the name of the numbers that
 * DuckDB gives rows.
 */
export async function parquetColumns(
  db: DuckDb,
  path: string,
  file: string,
): Promise<readonly ParquetColumn[]> {
  const described = await db.rows(
    `DESCRIBE FROM read_parquet([${quoted(onlyFile(file))}], hive_partitioning = false)`,
  );
  if (described.some(([name]) => String(name).toLowerCase() === rowNumber))
    throw new IvrError(
      'log-layout',
      `${path} has a column "${rowNumber}": DuckDB gives rows their numbers under that name.`,
      { help: 'Rename or remove it.' },
    );
  return described.map(([name, type]) => ({ name: String(name), type: String(type) }));
}

/**
 * The rows of a native log in Parquet, its columns by name as in the header of a CSV. Throws an IvrError
 * `log-layout` when one is missing or stands twice.
 */
export function parquetRows(path: string, file: string, found: readonly ParquetColumn[]): SqlRows {
  const names = found.map(({ name }) => name);
  const { position } = readLogColumns(path, 1, names);
  const columnOf = (column: ReadColumn | 'caller'): ParquetColumn | undefined =>
    found[position[column] ?? -1];
  const sqlOf = (column: ReadColumn): SqlColumn => {
    const one = columnOf(column);
    if (one === undefined) return { text: `''`, plain: undefined };
    const name = named(column);
    return { text: textOf(name, one.type), plain: one.type === 'VARCHAR' ? name : undefined };
  };
  const taken = [...readColumns, 'caller' as const].flatMap((column) => {
    const one = columnOf(column);
    return one === undefined ? [] : [`${named(one.name)} AS ${named(column)}`];
  });
  const at = columnOf('at');
  const caller = columnOf('caller');
  return {
    from: `(SELECT file_row_number, ${taken.join(', ')} FROM ${parquetFile(file)})`,
    columns: Object.fromEntries(
      readColumns.map((column) => [column, sqlOf(column)]),
    ) as SqlRows['columns'],
    caller: caller === undefined ? undefined : textOf('caller', caller.type),
    moment: at === undefined ? noMoment : momentOf(named('at'), at.type),
    hasSeq: position.seq !== undefined,
  };
}
