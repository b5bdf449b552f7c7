import { afterAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { readZstd } from '../../src/calls/duckdb/read-zstd.ts';
import { openLogs, plainReading } from '../../src/calls/log-reading.ts';
import { convertLogs } from '../../src/files/convert-logs.ts';
import { loadLog } from '../../src/files/load-log.ts';
import { describeDuckDb, fileLog, runInDuckDb, temporaryFolder } from '../support/duckdb.ts';
import { csvLog } from '../support/log-of.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

async function* nothing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new Uint8Array();
}
const context = { cwd: folder.in(''), stdin: nothing() };
const rows = [
  'a,2026-03-02T08:00:00.000Z,enter,main,',
  'b,2026-03-02T08:00:01.000Z,enter,main,',
  'a,2026-03-02T08:00:02.000Z,input,main,1',
  'b,2026-03-02T08:00:03.000,hangup,main,',
];

describeDuckDb('logs that only DuckDB reads', () => {
  test('are counted without an engine being named, and found in folders', async () => {
    writeFileSync(folder.in('log.csv'), csvLog(rows.slice(0, 3)));
    await convertLogs(['log.csv'], folder.in('log.parquet'), { ...context, values: 'all' });
    await runInDuckDb(
      `COPY (FROM read_csv('${folder.in('log.csv')}', all_varchar = true)) TO '${folder.in('log.csv.zst')}' (FORMAT csv, HEADER, COMPRESSION zstd)`,
    );
    for (const name of ['log.csv', 'log.parquet', 'log.csv.zst'])
      expect(await loadLog([name], undefined, context)).toMatchObject({
        ...{ calls: 2, rows: { read: 3, used: 3 } },
      });
    expect(await loadLog(['.'], undefined, context)).toMatchObject({
      ...{ calls: 2, rows: { read: 9, duplicate: 6 } },
    });
  });

  test('are converted back into the log that they were, with their rejects', async () => {
    writeFileSync(folder.in('whole.csv'), csvLog(rows));
    await runInDuckDb(
      `COPY (FROM read_csv('${folder.in('whole.csv')}', all_varchar = true)) TO '${folder.in('whole.parquet')}' (FORMAT parquet)`,
    );
    const rejected: unknown[] = [];
    const converted = await convertLogs(['whole.parquet'], folder.in('again.csv'), {
      ...{ ...context, values: 'all' },
      onReject: (...reject) => rejected.push(reject),
    });
    expect(converted).toMatchObject({ events: 3, rows: { read: 4, rejected: 1 } });
    expect(rejected).toEqual([['whole.parquet', 4, 'at', 'time without offset']]);
    const again = readFileSync(folder.in('again.csv'), 'utf8');
    expect(again.split('\n').filter((line) => line.includes('2026-03-02'))).toHaveLength(3);
  });

  test('may be packed with pzstd, which puts a frame of its own before each', async () => {
    writeFileSync(folder.in('few.csv'), csvLog(rows.slice(0, 3)));
    await runInDuckDb(
      `COPY (FROM read_csv('${folder.in('few.csv')}', all_varchar = true)) TO '${folder.in('few.zst')}' (FORMAT csv, HEADER, COMPRESSION zstd)`,
    );
    const packed = readFileSync(folder.in('few.zst'));
    const before = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, packed.length, 0, 0, 0]);
    writeFileSync(folder.in('pzstd.zst'), Buffer.concat([before, packed]));
    const notes: string[] = [];
    const onNote = (note: string) => notes.push(note);
    expect(await loadLog(['pzstd.zst'], undefined, { ...context, onNote })).toMatchObject({
      ...{ calls: 2, rows: { read: 3, used: 3 } },
    });
    expect(notes).toEqual([]);
  });

  test('and are packed and broken off give their whole lines, and are told', async () => {
    const many = Array.from(
      { length: 40_000 },
      (_, index) => `${index * 7919},2026-03-02T08:00:00.000Z,enter,main,`,
    );
    writeFileSync(folder.in('long.csv'), csvLog(many));
    await runInDuckDb(
      `COPY (FROM read_csv('${folder.in('long.csv')}', all_varchar = true)) TO '${folder.in('long.csv.zst')}' (FORMAT csv, HEADER, COMPRESSION zstd)`,
    );
    const packed = readFileSync(folder.in('long.csv.zst'));
    writeFileSync(folder.in('cut.zst'), packed.subarray(0, packed.length * 0.8));
    const notes: string[] = [];
    const onNote = (note: string) => notes.push(note);
    const cut = await loadLog(['cut.zst'], undefined, { ...context, onNote });
    expect(cut.rows).toMatchObject({ rejected: 0 });
    expect(cut.rows.read).toBeGreaterThan(5000);
    expect(cut.rows.read).toBeLessThan(40_000);
    const converted = await convertLogs(['cut.zst'], folder.in('cut.csv'), {
      ...{ ...context, values: 'all', onNote },
    });
    expect(converted.rows).toEqual(cut.rows);
    const told = 'cut.zst is packed and incomplete: its complete lines count, the rest is missing.';
    expect(notes).toEqual([told, told]);
    for (const missing of [1, 3, 4, 5, packed.length - 5]) {
      writeFileSync(folder.in('cut.zst'), packed.subarray(0, packed.length - missing));
      const read = await loadLog(['cut.zst'], undefined, { ...context, onNote }).then(
        ({ rows: counted }) => counted.read,
        () => 0,
      );
      expect(read).toBeLessThan(40_000);
    }
  });

  test('are read one after the other where there are many, each opened when its turn comes', async () => {
    const hours = Array.from({ length: 10 }, (_, hour) => `2026-03-02T${10 + hour}:00:00.000Z`);
    for (const [hour, at] of hours.entries()) {
      const file = folder.in(`hour-${hour}.csv`);
      writeFileSync(file, csvLog([`c${hour},${at},enter,main,`, `c${hour},${at},hangup,main,`]));
      await runInDuckDb(
        `COPY (FROM read_csv('${file}', all_varchar = true)) TO '${file}.zst' (FORMAT csv, HEADER, COMPRESSION zstd)`,
      );
    }
    const packed = hours.map((_, hour) => folder.in(`hour-${hour}.csv.zst`)).toReversed();
    const inputs = packed.map((file) => readZstd(fileLog(file, file)));
    const logs = await openLogs(inputs, plainReading);
    expect(logs.map(({ isClosed }) => isClosed)).toEqual(packed.map(() => true));
    const target = folder.in('hours.csv');
    expect(await convertLogs(packed, target, { ...context, values: 'all' })).toMatchObject({
      ...{ events: 20, rows: { read: 20, used: 20 } },
    });
    const moments = readFileSync(target, 'utf8').match(/2026[^,]*/g);
    expect(moments).toEqual(hours.flatMap((at) => [at, at]));
    expect(await loadLog(packed, undefined, context)).toMatchObject({ calls: 10 });
  });

  test('are not read on the clock of a zone, and say so', async () => {
    writeFileSync(folder.in('log.csv'), csvLog(rows));
    await convertLogs(['log.csv'], folder.in('log.parquet'), { ...context, values: 'all' });
    const zoned = { ...context, logZone: 'UTC' };
    const refusal = "The times of log.parquet can't be read in the zone of --log-zone";
    await expect(loadLog(['.'], undefined, zoned)).rejects.toThrow(refusal);
    const target = folder.in('again.csv');
    await expect(convertLogs(['.'], target, { ...zoned, values: 'all' })).rejects.toThrow(refusal);
  });

  test('are converted by a mapping', async () => {
    await runInDuckDb(
      `COPY (SELECT 'a' AS id, '2026-03-02T08:00:00Z' AS ts, 'enter' AS what, 'main' AS menu) TO '${folder.in('mapped.parquet')}' (FORMAT parquet)`,
    );
    writeFileSync(folder.in('m.yaml'), 'mapping: 1\ncall: id\nat: ts\nevent: what\nnode: menu\n');
    const converted = await convertLogs(['mapped.parquet'], folder.in('mapped.csv'), {
      ...{ ...context, values: 'all', mappings: ['m.yaml'] },
    });
    expect(converted.sources).toEqual([
      { path: 'mapped.parquet', layout: 'mapping', encoding: 'Parquet', packed: undefined },
    ]);
    expect(readFileSync(folder.in('mapped.csv'), 'utf8')).toContain(
      'a,2026-03-02T08:00:00.000Z,enter,main',
    );
  });
});
