import { describe } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLogFile } from '../../src/calls/read-log-file.ts';
import type { LogInput } from '../../src/calls/read-log-text.ts';

const duckdb = await import('@duckdb/node-api').catch(() => undefined);
if (duckdb === undefined)
  process.stderr.write('DuckDB tests are skipped: @duckdb/node-api is not installed.\n');

/** Tests that need DuckDB, which is optional. */
export const describeDuckDb = duckdb === undefined ? describe.skip : describe;

/** Runs a statement in a database of its own, which may touch any file. */
export async function runInDuckDb(...statements: readonly string[]): Promise<void> {
  if (duckdb === undefined) throw new Error('DuckDB is not installed');
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const statement of ["SET TimeZone = 'UTC'", ...statements]) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Writes rows of texts as a Parquet file; `columns` are SQL over the texts by name. */
export async function writeParquetRows(
  file: string,
  names: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  columns = names.map((name) => `"${name}"`).join(', '),
): Promise<void> {
  const values = rows.map(
    (row) => `(${row.map((text) => (text === null ? 'NULL' : quoted(text))).join(', ')})`,
  );
  const list = names.map((name) => `"${name}"`).join(', ');
  await runInDuckDb(
    `CREATE TABLE rows (${names.map((name) => `"${name}" VARCHAR`).join(', ')})`,
    ...(values.length === 0 ? [] : [`INSERT INTO rows VALUES ${values.join(', ')}`]),
    `COPY (SELECT ${columns} FROM (SELECT ${list} FROM rows)) TO ${quoted(file)} (FORMAT parquet)`,
  );
}

/** A folder that is gone when the tests are over. */
export function temporaryFolder(): {
  readonly in: (name: string) => string;
  /** Writes a file into it, and says where it lies. */
  readonly write: (name: string, text: string) => string;
  remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-test-'));
  return {
    in: (name) => join(folder, name),
    write(name, text) {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** A log in a file, named as it is reported. */
export const fileLog = (file: string, path = 'log'): LogInput =>
  readLogFile(path, file, statSync(file).size);
