import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFiles, type FileWatch } from '../../src/files/watch-files.ts';

let cwd = '';
let stop = new AbortController();
beforeEach(async () => {
  cwd = await realpath(await mkdtemp(join(tmpdir(), 'ivrkit-watch-')));
  stop = new AbortController();
  await mkdir(join(cwd, 'menus/deep'), { recursive: true });
  await mkdir(join(cwd, 'menus/node_modules'));
  await writeFile(join(cwd, 'menus/a.ivr.yaml'), '1');
});
afterEach(async () => {
  stop.abort();
  await rm(cwd, { recursive: true });
});

const write = (path: string) => writeFile(join(cwd, path), 'ivr: 1');
const watching = async (paths: readonly string[], ignored?: readonly string[]) => {
  const watch = watchFiles({
    cwd,
    signal: stop.signal,
    quiet: 20,
    ...(ignored === undefined ? {} : { ignored }),
  });
  await watch.follow(paths);
  return watch;
};

/** Collects changes until all of these paths were among them; the system may tell of them in parts. */
async function changesUntil(watch: FileWatch, ...wanted: string[]): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  while (!wanted.every((path) => seen.has(path))) {
    const paths = await watch.nextChange();
    if (paths === undefined) break;
    for (const path of paths) seen.add(path);
  }
  return seen;
}

describe('watching files', () => {
  test('a change in a folder and in the folders below it is told', async () => {
    const watch = await watching(['menus']);
    await write('menus/a.ivr.yaml');
    await write('menus/deep/b.json');
    const seen = await changesUntil(watch, 'menus/a.ivr.yaml', 'menus/deep/b.json');
    expect([...seen].sort()).toEqual(['menus/a.ivr.yaml', 'menus/deep/b.json']);
  });

  test('a file that takes the place of another, as editors write, is a change', async () => {
    const watch = await watching(['menus/a.ivr.yaml']);
    await write('new');
    await rename(join(cwd, 'new'), join(cwd, 'menus/a.ivr.yaml'));
    expect(await changesUntil(watch, 'menus/a.ivr.yaml')).toContain('menus/a.ivr.yaml');
  });

  test('what can be no menu, what is hidden and what was written oneself is no change', async () => {
    const watch = await watching(['menus'], ['menus/out.json']);
    for (const path of ['notes.txt', '.a.yaml.part', 'out.json', 'node_modules/x.yaml'])
      await write(`menus/${path}`);
    await write('menus/last.yaml');
    expect([...(await changesUntil(watch, 'menus/last.yaml'))]).toEqual(['menus/last.yaml']);
  });

  test('a named file counts whatever its name is', async () => {
    await write('menus/main.menu');
    const watch = await watching(['menus/main.menu']);
    await write('menus/main.menu');
    expect(await changesUntil(watch, 'menus/main.menu')).toContain('menus/main.menu');
  });

  test('a new folder is followed once the paths are followed again', async () => {
    const watch = await watching(['menus']);
    await mkdir(join(cwd, 'menus/new'));
    await changesUntil(watch, 'menus/new');
    await watch.follow(['menus']);
    await write('menus/new/c.yml');
    expect(await changesUntil(watch, 'menus/new/c.yml')).toContain('menus/new/c.yml');
  });

  test('changes that come while nobody waits are kept', async () => {
    const watch = await watching(['menus']);
    await write('menus/a.ivr.yaml');
    await changesUntil(watch, 'menus/a.ivr.yaml');
    await write('menus/b.yaml');
    await watch.follow(['menus']);
    expect(await changesUntil(watch, 'menus/b.yaml')).toContain('menus/b.yaml');
  });

  test('a file that is not there yet can be followed, and a folder that goes ends nothing', async () => {
    const watch = await watching(['menus', 'later.yaml']);
    await rm(join(cwd, 'menus'), { recursive: true });
    await watch.follow(['menus', 'later.yaml']);
    await write('later.yaml');
    expect(await changesUntil(watch, 'later.yaml')).toContain('later.yaml');
  });

  test('the signal ends it, also while somebody waits', async () => {
    const watch = await watching(['menus']);
    const waiting = watch.nextChange();
    stop.abort();
    expect(await waiting).toBeUndefined();
    expect(await watch.nextChange()).toBeUndefined();
    await watch.follow(['menus']);
  });
});
