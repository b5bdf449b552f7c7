import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureInTurns, printTable } from './measure.mjs';

const ivr = 'dist/cli/main.js';
const bare = 'node -e 0';
const menu = 'menus/northwind-bank.ivr.yaml';
const log = 'sample-logs/northwind-bank.csv';

async function samples(folder) {
  const results = await measureInTurns({
    [bare]: ['-e', '0'],
    'ivr draw': [ivr, 'draw', menu, '-o', join(folder, 'menu.svg')],
    'ivr draw with 3,000 calls': [ivr, 'draw', menu, '--log', log, '-o', join(folder, 'calls.svg')],
    'ivr replay of 3,000 calls': [ivr, 'replay', menu, '--log', log],
    'ivr suggest for 3,000 calls': [ivr, 'suggest', menu, '--log', log],
  });
  printTable('Pictures and calls of a sample', results, bare);
}

async function manyCalls(folder) {
  const calls = 200_000;
  const file = join(folder, 'calls.csv');
  const simulated = `ivr simulate writes ${calls} calls`;
  const written = await measureInTurns(
    { [simulated]: [ivr, 'simulate', menu, '--calls', `${calls}`, '--seed', '3', '-o', file] },
    1,
  );
  const baseline = 'csv-parse and a Map of paths';
  const results = await measureInTurns(
    {
      [baseline]: ['bench/baselines/count-paths.mjs', file],
      [`ivr replay of ${calls} calls`]: [ivr, 'replay', menu, '--log', file],
    },
    1,
  );
  printTable(`${calls} calls`, { ...results, ...written }, baseline);
}

/** How long drawing, replaying and simulating take. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-bench-'));
  try {
    await samples(folder);
    await manyCalls(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
