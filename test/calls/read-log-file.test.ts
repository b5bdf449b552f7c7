import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { readLogFile } from '../../src/calls/read-log-file.ts';
import { temporaryFolder } from '../support/duckdb.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Where Linux lists the files that a process holds open. */
const held = '/proc/self/fd';
const testOnLinux = existsSync(held) ? test : test.skip;

describe('a log in a file', () => {
  testOnLinux(
    'is closed as soon as it is read where it is small, however many there are',
    async () => {
      const before = readdirSync(held).length;
      const logs = Array.from({ length: 40 }, (_, index) => {
        const file = folder.in(`${index}.csv`);
        writeFileSync(file, 'call,at,event,node,value\n');
        return readLogFile(file, file, 25).bytes[Symbol.asyncIterator]();
      });
      for (const log of logs)
        expect(await log.next()).toMatchObject({ value: { length: 25 }, done: false });
      expect(readdirSync(held).length).toBeLessThan(before + 10);
      for (const log of logs) expect(await log.next()).toMatchObject({ done: true });
    },
  );

  test('is told where it is not there, whatever size it was said to have', async () => {
    for (const size of [0, 25, 1_000_000]) {
      const log = readLogFile('lost.csv', folder.in('lost.csv'), size);
      const read = log.bytes[Symbol.asyncIterator]().next();
      await expect(read).rejects.toMatchObject({ code: 'file-not-found' });
    }
  });
});
