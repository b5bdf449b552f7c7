import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const files = fileURLToPath(new URL('../../src/files/', import.meta.url));
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-killed-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes without an end, and says when a good part of it has left the process. */
const program = `
import { writeRejects } from './write-rejects.ts';
import { writeWhole } from './write-whole.ts';
async function* endless() {
  const list = writeRejects('rejects.csv');
  for (let line = 1; ; line += 1) {
    list.onReject('log.csv', line, undefined, 'too few fields');
    yield 'row after row\\n';
    if (line === 5000) console.log('half');
    if (line % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
await writeWhole('calls.csv', endless());
`;

test('a process that is killed in the middle leaves no half-written output', async () => {
  const script = join(folder, 'endless.mjs');
  await build({
    stdin: { contents: program, resolveDir: files, loader: 'ts' },
    outfile: script,
    ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' },
  });
  await writeFile(join(folder, 'calls.csv'), 'as it was before\n');
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await readFile(join(folder, 'calls.csv'), 'utf8')).toBe('as it was before\n');
  await expect(stat(join(folder, 'rejects.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
});
