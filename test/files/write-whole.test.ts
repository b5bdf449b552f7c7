import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  test('a place where nobody may write gives an error that says what to do', async () => {
    await writeFile(join(folder, 'file'), '');
    const wrong = writeWhole(join(folder, 'file', 'below.svg'), 'x');
    await expect(wrong).rejects.toMatchObject({ code: 'file-unwritable' });
  });
});
