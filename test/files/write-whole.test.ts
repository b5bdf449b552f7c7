import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeRejects } from '../../src/files/write-rejects.ts';
import { writeWhole } from '../../src/files/write-whole.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing files', () => {
  test('a file appears with all of its content, and folders on the way are made', async () => {
    const path = join(folder, 'a', 'b', 'menu.svg');
    await writeWhole(path, 'whole');
    expect(await readFile(path, 'utf8')).toBe('whole');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['menu.svg']);
  });

  test('a file whose content breaks off stays as it was, and nothing half-written is left', async () => {
    const path = join(folder, 'log.csv');
    await writeFile(path, 'before');
    async function* broken() {
      yield 'half';
      await Promise.resolve();
      throw new Error('the source broke off');
    }
    await expect(writeWhole(path, broken())).rejects.toThrow('the source broke off');
    expect(await readFile(path, 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(['log.csv']);
  });

  test('a pipe is written to and stays a pipe', async () => {
    const pipe = join(folder, 'pipe');
    await promisify(execFile)('mkfifo', [pipe]);
    const [text] = await Promise.all([readFile(pipe, 'utf8'), writeWhole(pipe, 'whole')]);
    expect(text).toBe('whole');
    const list = join(folder, 'list');
    await promisify(execFile)('mkfifo', [list]);
    const reading = promisify(execFile)('cat', [list]);
    const rejects = writeRejects(list);
    rejects.onReject('log.csv', 2, 'at', 'time not readable');
    rejects.finish();
    expect((await reading).stdout).toBe(
      'file,line,column,reason\nlog.csv,2,at,time not readable\n',
    );
    const kinds = await Promise.all([pipe, list].map(async (path) => (await stat(path)).isFIFO()));
    expect(kinds).toEqual([true, true]);
  });

  test('a place where nobody may write gives an error that says what to do', async () => {
    await writeFile(join(folder, 'file'), '');
    const wrong = writeWhole(join(folder, 'file', 'below.svg'), 'x');
    await expect(wrong).rejects.toMatchObject({
      code: 'file-unwritable',
      message: expect.stringMatching(/can't be written: its path leads through a file \(E[A-Z]+\)/),
    });
  });

  test('a folder is not written over, and said to be one', async () => {
    await expect(writeWhole(folder, 'x', 'out')).rejects.toMatchObject({
      code: 'file-unwritable',
      message: "out can't be written: it is a folder (EISDIR).",
    });
  });
});
