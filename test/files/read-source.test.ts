import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSource } from '../../src/files/read-source.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ivrkit-'));
});
afterAll(() => rm(cwd, { recursive: true }));

async function* nothing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* [];
}
async function* typed(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode('ivr: ');
  yield new TextEncoder().encode('1');
}

async function read(bytes: Uint8Array): Promise<string> {
  await writeFile(join(cwd, 'menu.yaml'), bytes);
  return (await readSource('menu.yaml', cwd, nothing())).text;
}

describe('reading a source', () => {
  test('UTF-8 and UTF-16 are read without their byte order mark', async () => {
    expect(await read(Buffer.from('\ufeffκλειδί', 'utf8'))).toBe('κλειδί');
    expect(await read(Buffer.from('\ufeffivr: 1', 'utf16le'))).toBe('ivr: 1');
  });

  test('bytes that are no text are refused with a way out', async () => {
    await expect(read(Uint8Array.of(0x69, 0xe9, 0x0a))).rejects.toMatchObject({
      code: 'file-unreadable',
      help: expect.stringContaining('Save the file as UTF-8'),
      place: { path: 'menu.yaml', start: { line: 1, column: 2 } },
    });
  });

  test('a hyphen reads standard input', async () => {
    expect(await readSource('-', cwd, typed())).toEqual({ path: '-', text: 'ivr: 1' });
  });

  test('a missing file and a folder are told apart', async () => {
    await expect(readSource('missing.yaml', cwd, nothing())).rejects.toMatchObject({
      code: 'file-not-found',
    });
    await expect(readSource('.', cwd, nothing())).rejects.toMatchObject({
      code: 'file-unreadable',
      message: ". can't be read: it is a folder (EISDIR).",
    });
  });
});
