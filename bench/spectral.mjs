import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './measure.mjs';

const folder = join(root, 'bench');
const main = join(folder, 'node_modules/@stoplight/spectral-cli/dist/index.js');

/** Spectral's program, installed into bench/node_modules if it isn't yet; nothing where it can't be. */
export function installSpectral() {
  if (existsSync(main)) return main;
  console.log('\nInstalling Spectral for comparison, once …');
  const args = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  spawnSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return existsSync(main) ? main : undefined;
}

/** Writes a ruleset of trivial rules: each asks of every node that it has a kind. */
export function writeRuleset(file, count) {
  const rules = Array.from({ length: count }, (_, index) => [
    `kind-${index}`,
    { given: '$.nodes[*]', severity: 'warn', then: { field: 'kind', function: 'truthy' } },
  ]);
  writeFileSync(file, JSON.stringify({ rules: Object.fromEntries(rules) }, null, 2));
}
