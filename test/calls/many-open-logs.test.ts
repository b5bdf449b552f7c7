import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readLogFile } from '../../src/calls/read-log-file.ts';
import { temporaryFolder } from '../support/duckdb.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const sources = fileURLToPath(new URL('../../src/', import.meta.url));

const logs = 90;
const rows = 1800;
/** Long ids, so that no log is one of the small ones that are read at once. */
const longId = 'x'.repeat(110);
/** So few files may be open at once in the process that reads these logs. */
const mostOpen = 80;

/** Counts calls and rows of all logs that lie in a folder, or writes them as one. */
const program = `
import { readdirSync, statSync } from 'node:fs';
import { condenseLogs } from './calls/condense-logs.ts';
import { convertLogs } from './files/convert-logs.ts';
import { readLogFile } from './calls/read-log-file.ts';
const [folder, target] = process.argv.slice(2);
const names = readdirSync(folder).filter((name) => name.startsWith('part')).sort();
const file = (name) => folder + '/' + name;
if (target === undefined) {
  const logs = names.map((name) => readLogFile(name, file(name), statSync(file(name)).size));
  const { calls, rows } = await condenseLogs(logs);
  console.log(JSON.stringify({ calls, used: rows.used, read: rows.read }));
} else {
  const options = { cwd: folder, stdin: process.stdin, values: 'all' };
  const { events, rows } = await convertLogs(names, target, options);
  console.log(JSON.stringify({ events, used: rows.used, read: rows.read }));
}
`;

const script = folder.in('read.mjs');
const header = 'call,at,event,node,value\n';

/** Calls that begin in one log, go on in the next and end in the first again; all logs overlap. */
function rowsOf(log: number): string {
  return Array.from({ length: rows }, (_, row) => {
    const moment = new Date(Date.UTC(2026, 2, 2, 8) + row * 1000 + log).toISOString();
    const call = `${longId}${(log + (row % 2)) % logs}-${row - (row % 2)}`;
    return `${call},${moment},${row % 2 === 0 ? 'enter' : 'hangup'},main,\n`;
  }).join('');
}

function run(...args: readonly string[]): unknown {
  const command = `ulimit -n ${mostOpen}; exec "$0" "$@"`;
  const options = { encoding: 'utf8' } as const;
  const all = ['-c', command, process.execPath, script, folder.in(''), ...args];
  const { stdout, stderr } = spawnSync('sh', all, options);
  return stderr === '' ? JSON.parse(stdout) : stderr;
}

const testWithLimits = process.platform === 'win32' ? test.skip : test;

describe('more overlapping logs than a process may hold open', () => {
  beforeAll(async () => {
    await build({
      stdin: { contents: program, resolveDir: sources, loader: 'ts' },
      outfile: script,
      ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' },
      external: ['@duckdb/node-api'],
    });
    for (let log = 0; log < logs; log += 1) {
      const text = header + rowsOf(log);
      const isPacked = log % 3 === 0;
      const name = `part-${String(log).padStart(2, '0')}.csv${isPacked ? '.gz' : ''}`;
      writeFileSync(folder.in(name), isPacked ? gzipSync(text, { level: 0 }) : text);
    }
  });

  testWithLimits('are counted together, packed or not', () => {
    const all = logs * rows;
    expect(run()).toEqual({ calls: all / 2, used: all, read: all });
  });

  testWithLimits('are converted together', () => {
    const all = logs * rows;
    expect(run(folder.in('all.csv'))).toEqual({ events: all, used: all, read: all });
  });
});

describe('a log that is opened again for every bit', () => {
  test('is not read on in another file that took its place', async () => {
    const file = folder.in('turned.csv');
    writeFileSync(file, 'a'.repeat(300_000));
    const { bytes } = readLogFile('turned.csv', file, 300_000, undefined, 'closed between');
    const bits = bytes[Symbol.asyncIterator]();
    await bits.next();
    renameSync(file, folder.in('turned.1.csv'));
    writeFileSync(file, 'b'.repeat(300_000));
    await expect(bits.next()).rejects.toMatchObject({
      code: 'file-unreadable',
      message: "turned.csv can't be read: another file took its place meanwhile.",
    });
  });
});
