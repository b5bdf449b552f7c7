import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFiles } from '../../src/files/find-files.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  await mkdir(join(cwd, 'menus', 'deep'), { recursive: true });
  await mkdir(join(cwd, 'menus', 'node_modules'));
  await mkdir(join(cwd, 'elsewhere'));
  for (const file of [
    'menus/b.yaml',
    'menus/a.yaml',
    'menus/notes.md',
    'menus/deep/c.yaml',
    'menus/.hidden.yaml',
    'menus/node_modules/d.yaml',
    'elsewhere/e.yaml',
  ]) {
    await writeFile(join(cwd, file), '');
  }
  await symlink(join(cwd, 'elsewhere'), join(cwd, 'menus', 'link'));
});
afterAll(() => rm(cwd, { recursive: true }));

const isYaml = (name: string) => name.endsWith('.yaml');
const found = async (...paths: string[]) =>
  (await findFiles(paths, cwd, isYaml)).map(({ path, named }) => `${path}${named ? '!' : ''}`);

describe('finding files', () => {
  test('a folder stands for its fitting files by name, without hidden ones, packages and links', async () => {
    expect(await found('menus')).toEqual(['menus/a.yaml', 'menus/b.yaml', 'menus/deep/c.yaml']);
  });

  test('a file that is named is taken whatever it is called, and each file only once', async () => {
    expect(await found('menus/notes.md', 'menus/a.yaml', 'menus/deep/../a.yaml')).toEqual([
      'menus/notes.md!',
      'menus/deep/../a.yaml!',
    ]);
  });

  test('an empty name is not taken for the folder that one is in', async () => {
    await expect(found('')).rejects.toMatchObject({ code: 'usage' });
  });

  test('a path that does not exist says so', async () => {
    await expect(found('menu')).rejects.toMatchObject({ code: 'file-not-found' });
  });
});
