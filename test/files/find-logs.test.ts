import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLog } from '../../src/files/load-log.ts';
import { findLogs } from '../../src/files/find-logs.ts';
import { csvLog } from '../support/log-of.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* nothing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* [];
}
const text = csvLog(['a,2026-03-02T08:00:00Z,start,,', 'a,2026-03-02T08:00:09Z,hangup,,']);

describe('logs that are named', () => {
  test('files can be read again, standard input can not', async () => {
    await writeFile(join(folder, 'a.csv'), text);
    const found = await findLogs(['a.csv', '-'], { cwd: folder, stdin: nothing() });
    expect(found.map(({ file }) => file?.size)).toEqual([text.length, undefined]);
  });

  test('no log at all is an error with a way out', async () => {
    await writeFile(join(folder, 'notes.txt'), '');
    const none = findLogs([folder], { cwd: join(folder, '..'), stdin: nothing() });
    await expect(none).resolves.toHaveLength(1);
    await rm(join(folder, 'a.csv'));
    const empty = findLogs([folder], { cwd: folder, stdin: nothing() });
    await expect(empty).rejects.toMatchObject({ code: 'file-not-found' });
  });

  const unix = process.platform === 'win32' ? test.skip : test;
  unix('a named pipe is read once, from its beginning to its end', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const loaded = loadLog([pipe], undefined, { cwd: folder, stdin: nothing() });
    createWriteStream(pipe).end(text);
    expect(await loaded).toMatchObject({ calls: 1, rows: { read: 2, used: 2 } });
  });
});
