import { afterAll, expect, test } from '@jest/globals';
import { openDuckDb } from '../../../src/calls/duckdb/open-duckdb.ts';
import { openParquet, type ParquetTable } from '../../../src/calls/duckdb/parquet-chunks.ts';
import {
  parquetFields,
  parquetJson,
  parquetTable,
} from '../../../src/calls/duckdb/parquet-records.ts';
import { describeDuckDb, fileLog, runInDuckDb, temporaryFolder } from '../../support/duckdb.ts';
import { collect } from '../../support/log-of.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

let files = 0;

/** What a reader gives of the rows of a statement, written as Parquet. */
async function read<Item>(
  select: string,
  reader: (table: ParquetTable) => AsyncIterable<readonly Item[]>,
): Promise<readonly Item[]> {
  files += 1;
  const file = folder.in(`${files}.parquet`);
  await runInDuckDb(`COPY (${select}) TO '${file}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  const db = await openDuckDb({ files: [file], memory: 256 * 1024 * 1024 });
  try {
    return (await collect(reader(await openParquet(db, fileLog(file), 1)))).flat();
  } finally {
    await db.close();
  }
}
const json = (select: string) => read(select, (table) => parquetJson(table, []));
const texts = (select: string, column = 'x') =>
  read(select, async function* (table) {
    for await (const rows of parquetTable(table))
      yield rows.map((row) => ('field' in row ? row.field(column) : row.problem));
  });

const moment = '2026-03-02 08:00:00.123456';

describeDuckDb('a value in Parquet', () => {
  test.each([
    [`TIMESTAMP '${moment}'`, '2026-03-02T08:00:00.123'],
    [`TIMESTAMPTZ '${moment}+01:00'`, '2026-03-02T07:00:00.123Z'],
    [`TIMESTAMP_NS '${moment}789'`, '2026-03-02T08:00:00.123'],
    [`TIMESTAMP_MS '${moment}'`, '2026-03-02T08:00:00.123'],
    [`TIMESTAMP_S '${moment}'`, '2026-03-02T08:00:00.000'],
    [`TIMESTAMP '1969-12-31 23:59:59.999500'`, '1969-12-31T23:59:59.999'],
    [`DATE '2026-03-02'`, '2026-03-02'],
    [`TIME '08:00:00'`, '08:00:00'],
    ['9007199254740991::BIGINT', '9007199254740991'],
    ['9007199254740993::BIGINT', '9007199254740993'],
    ['18446744073709551615::UBIGINT', '18446744073709551615'],
    ['12345678901234567890::DECIMAL(38, 0)', '12345678901234567890'],
    ['1772438400.10::DECIMAL(20, 2)', '1772438400.10'],
    ['7::DOUBLE', '7'],
    ["'nan'::DOUBLE", ''],
    ['2.5::FLOAT', '2.5'],
    ['true', 'true'],
    [`encode('Grüße')`, 'Grüße'],
    [`'\\xFFa'::BLOB`, '\uFFFDa'],
    ["uuid '70a08eed-a29e-42a0-be73-83f1e97c4021'", '70a08eed-a29e-42a0-be73-83f1e97c4021'],
    ["'a'::ENUM('a', 'b')", 'a'],
    ['NULL::VARCHAR', ''],
    [`'"quoted"'::JSON`, 'quoted'],
    [`{'a': [1, 2], 'b': NULL, 'c': {'d': 'e'}}`, '{"a":[1,2],"c":{"d":"e"}}'],
    ["MAP {'a': 1, 'b': 2}", '{"a":1,"b":2}'],
  ])('%s is a text as a log would have it', async (sql, text) => {
    expect(await texts(`SELECT ${sql} AS x`)).toEqual([text]);
  });

  test('may be nested as deep as it likes, in any mixture, and keeps names that are odd', async () => {
    const nested = `{'list': [{'at': TIMESTAMPTZ '${moment}Z', 'id': 9007199254740993}, NULL], 'map': MAP {'__proto__': {'toString': 1}}}`;
    const [row] = await json(`SELECT ${nested} AS x, NULL::VARCHAR AS nothing, 'c1' AS "call"`);
    expect(JSON.stringify(row)).toBe(
      '{"line":1,"value":{"x":{"list":[{"at":"2026-03-02T08:00:00.123Z","id":"9007199254740993"},null],"map":{"__proto__":{"toString":1}}},"call":"c1"}}',
    );
  });

  test('is what its text of JSON says, where lists and objects are kept so', async () => {
    const rows = await json(
      `SELECT * FROM (VALUES ('{"a": [1]}', '[text'), (NULL, '[1]')) AS t (x, y)`,
    );
    expect(rows).toEqual([
      { line: 1, value: { x: { a: [1] }, y: '[text' } },
      { line: 2, value: { y: [1] } },
    ]);
  });
});

describeDuckDb('rows in Parquet', () => {
  test('come in their order, with their numbers, however many are read at once', async () => {
    const wide = `SELECT range AS id, repeat('x', 20000 + range::INTEGER % 7) AS wide FROM range(9000)`;
    const rows = await read(wide, (table) => parquetTable({ ...table, logs: 40 }));
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 9000 }, (_, row) => row + 1));
    const ids = rows.map((row) => ('field' in row ? row.field('ID') : ''));
    expect(ids).toEqual(Array.from({ length: 9000 }, (_, row) => String(row)));
  });

  test('that hold lists of records give these, all by the number of the row', async () => {
    const rows = await read(`SELECT [{'id': 1}, {'id': 2}] AS "records"`, (table) =>
      parquetJson(table, ['records']),
    );
    expect(rows).toEqual([
      { line: 1, value: { id: 1 } },
      { line: 1, value: { id: 2 } },
    ]);
  });

  test('are no header, even where a table holds one', async () => {
    const rows = `SELECT * FROM (VALUES ('x', 'y'), ('1', '2')) AS t (x, y)`;
    expect(await texts(rows)).toEqual(['repeated header', '1']);
  });

  test('give fields below their columns by a path, and say where one is no text', async () => {
    const rows = await read(
      `SELECT * FROM (VALUES ('c1', {'a': {'b': 'deep'}}), ('c2', NULL)) AS t (Id, data)`,
      async function* (table) {
        for await (const some of parquetFields(table, ['id', 'data.a.b']))
          yield some.map((row) => ('field' in row ? [row.field('id'), row.field('data.a.b')] : []));
      },
    );
    expect(rows).toEqual([
      ['c1', 'deep'],
      ['c2', ''],
    ]);
    const nested = await read(`SELECT [1, 2] AS id`, (table) => parquetFields(table, ['id']));
    expect(nested).toEqual([{ line: 1, problem: 'field not text' }]);
  });
});
