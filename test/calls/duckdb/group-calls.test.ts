import { expect, test } from '@jest/globals';
import { groupCalls } from '../../../src/calls/duckdb/group-calls.ts';
import { openDuckDb } from '../../../src/calls/duckdb/open-duckdb.ts';
import { describeDuckDb } from '../../support/duckdb.ts';

const megabyte = 1024 * 1024;

/** Ids with their rows as `code@moment`, grouped out of so many rows of seven calls each. */
async function grouped(rows: number, memory: number, calls = 700) {
  const db = await openDuckDb({ files: [], memory: 256 * megabyte });
  try {
    // Rows stand backwards, so that their places must put them in order.
    const sql = `SELECT 'call ' || (range % ${calls}) AS "call", (${rows} - range)::DOUBLE AS p, (range * 10)::DOUBLE AS t, (range % 5)::DOUBLE AS c, 'NaN'::DOUBLE AS s FROM range(${rows})`;
    const found: string[] = [];
    const codeOf = (number: number) => number + 100;
    const grouping = { statements: [sql], rows, hasSeq: false, hasCallers: false, memory, codeOf };
    await groupCalls(db, grouping, ({ at, code, length }) => {
      const list = Array.from({ length }, (_, row) => `${code[row] ?? ''}@${at[row] ?? ''}`);
      found.push(list.join(' '));
    });
    return found.sort();
  } finally {
    await db.close();
  }
}

describeDuckDb('grouping rows by call', () => {
  test('puts the rows of a call together, in the order of their places', async () => {
    expect(await grouped(6, 256 * megabyte, 2)).toEqual(
      ['104@40 102@20 100@0', '100@50 103@30 101@10'].sort(),
    );
  });

  test('gives the same in parts as at once', async () => {
    const whole = await grouped(7000, 256 * megabyte);
    expect(whole).toHaveLength(700);
    expect(await grouped(7000, 40_000)).toEqual(whole);
  });

  test('keeps apart ids whose hashes are the same', async () => {
    const db = await openDuckDb({ files: [], memory: 256 * megabyte });
    const ids = `(SELECT '17410' || lpad((range // 100)::VARCHAR, 8, '0') || '.' || lpad((range % 20000)::VARCHAR, 7, '0') AS id FROM range(60000))`;
    const sql = `SELECT id AS "call", 1::DOUBLE AS p, 1::DOUBLE AS t, 1::DOUBLE AS c, 'NaN'::DOUBLE AS s FROM ${ids}`;
    let calls = 0;
    const grouping = { statements: [sql], rows: 60_000, memory: 8 * megabyte };
    await groupCalls(
      db,
      { ...grouping, hasSeq: false, hasCallers: false, codeOf: (number) => number },
      () => {
        calls += 1;
      },
    );
    const [[different] = []] = await db.rows(`SELECT count(DISTINCT id)::DOUBLE FROM ${ids}`);
    await db.close();
    expect(calls).toBe(different);
  });
});
