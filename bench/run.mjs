// All benchmarks, or those named: `npm run bench`, `npm run bench -- lint`. From a fresh clone it
// installs and builds first. Numbers are compared within a run, never between machines.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { root } from './measure.mjs';

const parts = {
  lint: () => import('./lint.mjs'),
  import: () => import('./import.mjs'),
  'pictures-and-calls': () => import('./pictures-and-calls.mjs'),
  draw: () => import('./draw.mjs'),
  prove: () => import('./prove.mjs'),
  insights: () => import('./insights.mjs'),
  optimise: () => import('./optimise.mjs'),
  suggest: () => import('./suggest.mjs'),
  report: () => import('./report.mjs'),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(2);
}
for (const args of [['scripts/ensure-installed.mjs'], ['scripts/build.mjs', '--no-types']]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
console.log(`Node ${process.versions.node}, ${cpus().length} CPUs (${cpus()[0]?.model.trim()})`);
for (const [name, load] of Object.entries(parts)) {
  if (chosen.length === 0 || chosen.includes(name)) await (await load()).run();
}
