import { afterAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDuckDb } from '../../../src/calls/duckdb/open-duckdb.ts';
import { describeDuckDb, temporaryFolder } from '../../support/duckdb.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const sources = fileURLToPath(new URL('../../../src/calls/duckdb/', import.meta.url));

/** Puts more rows aside on disk than memory holds, and says so; then goes on with that. */
const program = `
import { readdirSync } from 'node:fs';
import { openDuckDb } from './open-duckdb.ts';
const temporary = process.argv[2];
const db = await openDuckDb({ files: [], memory: 32 * 2 ** 20, temporary });
await db.run('CREATE TABLE rows AS SELECT range, hash(range) FROM range(4000000)');
const [spill] = readdirSync(temporary);
console.log(readdirSync(temporary + '/' + spill).length);
setInterval(() => {}, 1000);
if (process.argv[3] === 'exits') process.exit(0);
`;

async function ended(name: string, how: 'exits' | 'SIGINT' | 'SIGTERM') {
  const temporary = folder.in(name);
  mkdirSync(temporary);
  const script = folder.in(`${name}.mjs`);
  await build({
    stdin: { contents: program, resolveDir: sources, loader: 'ts' },
    outfile: script,
    ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' },
    alias: { '@duckdb/node-api': fileURLToPath(import.meta.resolve('@duckdb/node-api')) },
    external: [
      '*.node',
      '@duckdb/node-bindings',
      fileURLToPath(import.meta.resolve('@duckdb/node-api')),
    ],
  });
  const child = spawn(process.execPath, [script, temporary, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const [spilled] = (await once(child.stdout, 'data')) as [Buffer];
  if (how !== 'exits') child.kill(how);
  const [, signal] = (await exit) as [number | null, string | null];
  return { spilled: Number(spilled.toString()), signal, left: readdirSync(temporary) };
}

describeDuckDb('what DuckDB puts aside on disk', () => {
  test.each([
    ['interrupted', 'SIGINT'],
    ['ended', 'SIGTERM'],
  ] as const)('is gone when the work is %s by %s', async (name, how) => {
    const { spilled, signal, left } = await ended(name, how);
    expect(spilled).toBeGreaterThan(0);
    expect({ signal, left }).toEqual({ signal: how, left: [] });
  });

  test('is gone when the process leaves early', async () => {
    expect((await ended('left', 'exits')).left).toEqual([]);
  });

  test('is gone when a statement fails, and nobody listens to signals any more', async () => {
    mkdirSync(folder.in('failed'));
    const listeners = process.listenerCount('SIGINT');
    const db = await openDuckDb({ files: [], memory: 2 ** 26, temporary: folder.in('failed') });
    expect(process.listenerCount('SIGINT')).toBe(listeners + 1);
    await expect(db.run('SELECT nothing')).rejects.toThrow();
    await db.close();
    expect(readdirSync(folder.in('failed'))).toEqual([]);
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });
});
