import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../src/files/find-browser.ts';
import { renderPictures } from '../../src/files/render-pictures.ts';

const onPosix = process.platform === 'win32' ? describe.skip : describe;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"/>';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-browser-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A program that stands in for a browser. */
function program(name: string, script: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

onPosix('the browser of a machine', () => {
  test('is the one that is named, else the first on the path', async () => {
    const named = program('mine', 'exit 0');
    const found = program('bin/google-chrome', 'exit 0');
    const path = `relative:${join(folder, 'none')}:${join(folder, 'bin')}`;
    expect(await findBrowser({ CHROMIUM_PATH: named, PATH: path })).toBe(named);
    expect(await findBrowser({ CHROME_PATH: named, PATH: path })).toBe(named);
    expect(await findBrowser({ PATH: path })).toBe(found);
    expect(await findBrowser({ CHROMIUM_PATH: join(folder, 'gone'), PATH: path })).toBe(found);
  });

  test('that makes no picture is told, with what it said', async () => {
    const broken = program('broken', 'echo no display >&2; exit 1');
    await expect(renderPictures([svg], 'png', { CHROMIUM_PATH: broken })).rejects.toMatchObject({
      code: 'browser-failed',
      cause: { message: expect.stringContaining('no display') },
    });
  });

  test('that writes something else than a picture made none', async () => {
    const output = `for word in "$@"; do case "$word" in --screenshot=*) echo page > "\${word#--screenshot=}";; esac; done`;
    const wrong = program('wrong', output);
    await expect(renderPictures([svg], 'png', { CHROMIUM_PATH: wrong })).rejects.toMatchObject({
      code: 'browser-failed',
    });
  });
});
