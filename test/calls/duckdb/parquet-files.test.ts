import { afterAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import type { CallEvent } from '../../../src/calls/call-event.ts';
import { openDuckDb } from '../../../src/calls/duckdb/open-duckdb.ts';
import { openParquet } from '../../../src/calls/duckdb/parquet-chunks.ts';
import { readParquet } from '../../../src/calls/duckdb/read-parquet.ts';
import { writeParquet } from '../../../src/calls/duckdb/write-parquet.ts';
import { createRowTally, type RowTally } from '../../../src/calls/row-tally.ts';
import {
  describeDuckDb,
  fileLog,
  temporaryFolder,
  writeParquetRows,
} from '../../support/duckdb.ts';
import { collect } from '../../support/log-of.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const at = Date.UTC(2026, 2, 2, 8);
const events: readonly CallEvent[] = Array.from({ length: 5000 }, (_, index) => ({
  call: `c${index % 7}`,
  at: at - index * 500 + 1,
  event: index % 3 === 0 ? 'enter' : 'input',
  node: 'main',
  value: index % 3 === 0 ? '' : '1',
  ...(index % 2 === 0 ? { seq: index - 9 } : {}),
  ...(index % 5 === 0 ? { script: 'v1' } : {}),
}));

async function* batchesOf(all: readonly CallEvent[], size = 999) {
  for (let from = 0; from < all.length; from += size) {
    await Promise.resolve();
    yield all.slice(from, from + size);
  }
}

async function* readNative(file: string, tally: RowTally) {
  const db = await openDuckDb({ files: [file], memory: 256 * 1024 * 1024 });
  try {
    yield* readParquet(await openParquet(db, fileLog(file), 1), { by: 'native' }, tally);
  } finally {
    await db.close();
  }
}

describeDuckDb('a log that is written as Parquet', () => {
  test('comes back row by row as it was', async () => {
    const file = folder.in('log.parquet');
    expect(await writeParquet(file, batchesOf(events))).toBe(5000);
    const tally = createRowTally('log');
    const read = (await collect(readNative(file, tally))).flat();
    expect(read).toEqual(events);
    expect(tally.counts().rows).toMatchObject({ read: 5000, used: 5000 });
  });

  test('replaces a file as a whole, or leaves it as it was', async () => {
    const file = folder.in('kept.parquet');
    writeFileSync(file, 'as it was');
    async function* broken() {
      yield* batchesOf(events.slice(0, 10));
      throw new Error('the log broke off');
    }
    await expect(writeParquet(file, broken())).rejects.toThrow('the log broke off');
    expect(readFileSync(file, 'utf8')).toBe('as it was');
    expect(readdirSync(folder.in('')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('may have no rows', async () => {
    const file = folder.in('empty.parquet');
    await writeParquet(file, batchesOf([]));
    expect(existsSync(file)).toBe(true);
    expect(await collect(readNative(file, createRowTally('log')))).toEqual([]);
  });
});

describeDuckDb('a log that is read from Parquet', () => {
  test('tells the rows that it rejects by their numbers', async () => {
    const file = folder.in('rejects.parquet');
    const names = ['call', 'at', 'event', 'node', 'value'];
    const row = ['c1', '2026-03-02T08:00:00.000Z', 'enter', 'main', ''];
    await writeParquetRows(file, names, [row, ['c1', 'soon', 'enter', 'main', ''], row]);
    const tally = createRowTally('log');
    await collect(readNative(file, tally));
    expect(tally.counts().firstRejects).toEqual([
      { path: 'log', line: 2, column: 'at', reason: 'time not readable' },
    ]);
  });
});
