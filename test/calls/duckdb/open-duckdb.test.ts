import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { openDuckDb, type DuckDb } from '../../../src/calls/duckdb/open-duckdb.ts';
import { quoted } from '../../../src/calls/duckdb/sql-text.ts';
import { describeDuckDb, temporaryFolder } from '../../support/duckdb.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const memory = 96 * 1024 * 1024;
async function inside<T>(files: readonly string[], work: (db: DuckDb) => Promise<T>): Promise<T> {
  const db = await openDuckDb({ files, memory });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

describeDuckDb('the database', () => {
  const log = folder.in('log.csv');
  const secret = folder.in('secret.csv');
  writeFileSync(log, 'call\nc1\n');
  writeFileSync(secret, 'call\nc2\n');

  test('reads the files that are named', async () => {
    const read = await inside([log], (db) => db.rows(`SELECT * FROM read_csv(${quoted(log)})`));
    expect(read).toEqual([['c1']]);
  });

  test.each([
    ['another file', `SELECT * FROM read_csv(${quoted(secret)})`],
    ['a folder', `SELECT * FROM glob(${quoted(folder.in('*'))})`],
    ['files by a pattern', `SELECT * FROM read_csv(${quoted(folder.in('*.csv'))})`],
    ['a file of the system', "SELECT * FROM read_text('/etc/hostname')"],
    ['the network', "SELECT * FROM read_csv('https://example.com/log.csv')"],
    ['another database', `ATTACH ${quoted(folder.in('other.db'))}`],
    ['a file to write', `COPY (SELECT 1) TO ${quoted(folder.in('out.csv'))}`],
    ['an extension', 'INSTALL httpfs'],
    ['another extension', 'LOAD httpfs'],
    ['its own settings', 'SET enable_external_access = true'],
    ['its own limits', "SET memory_limit = '10GB'"],
  ])('has no way to %s', async (_, statement) => {
    await expect(inside([log], (db) => db.run(statement))).rejects.toBeDefined();
  });

  test('puts aside on disk what is too much for memory, and cleans up', async () => {
    const temporary = folder.in('temporary');
    mkdirSync(temporary);
    const db = await openDuckDb({ files: [], memory, temporary });
    await db.run('CREATE TABLE many AS SELECT md5(range::VARCHAR) AS text FROM range(3_000_000)');
    expect(readdirSync(temporary)).toHaveLength(1);
    expect(await db.rows('SELECT count(DISTINCT text[:2])::DOUBLE FROM many')).toEqual([[256]]);
    await db.close();
    expect(readdirSync(temporary)).toEqual([]);
  });
});
