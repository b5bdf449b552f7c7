import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neighboursOf } from '../../src/files/neighbours.ts';

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ivrkit-neighbours-'));
  mkdirSync(join(cwd, 'export/flows/.git'), { recursive: true });
  mkdirSync(join(cwd, 'export/common'));
  writeFileSync(join(cwd, 'secret.txt'), 'secret');
  writeFileSync(join(cwd, 'export/flows/main.conf'), 'main');
  writeFileSync(join(cwd, 'export/flows/.git/config'), 'hidden');
  writeFileSync(join(cwd, 'export/common/hours.conf'), 'hours');
  writeFileSync(join(cwd, 'export/common/latin.conf'), Uint8Array.of(0xe9, 0x20));
  symlinkSync(join(cwd, 'secret.txt'), join(cwd, 'export/common/link.conf'));
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

const main = { path: 'export/flows/main.conf', named: false };

describe('the files around a menu', () => {
  test('are those of the folder that was given, by their way from the menu', () => {
    const { paths, read } = neighboursOf({ ...main, folder: 'export' }, cwd);
    expect(paths).toEqual(['../common/hours.conf', '../common/latin.conf', 'main.conf']);
    expect(read('../common/hours.conf')).toEqual({
      path: join('export', 'common', 'hours.conf'),
      text: 'hours',
    });
  });

  test('are those of its own folder where the menu was named', () => {
    const { paths, read } = neighboursOf({ ...main, named: true, folder: 'export/flows' }, cwd);
    expect(paths).toEqual(['main.conf']);
    expect(read('../common/hours.conf')).toBeUndefined();
  });

  test.each([
    ['outside the folder', '../../secret.txt'],
    ['behind a link that leads out', '../common/link.conf'],
    ['that is a folder', '../common'],
    ['that is no text', '../common/latin.conf'],
    ['that is not there', 'gone.conf'],
    ['with a name that no file can have', 'a\0b'],
  ])('never give a file %s', (_, path) => {
    expect(neighboursOf({ ...main, folder: 'export' }, cwd).read(path)).toBeUndefined();
  });

  test('are none for standard input', () => {
    const { paths, read } = neighboursOf({ path: '-', named: true, folder: '.' }, cwd);
    expect(paths).toEqual([]);
    expect(read('secret.txt')).toBeUndefined();
  });
});
