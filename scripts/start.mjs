// The main job on the samples: build, then analyze `menus/` with `sample-logs/` into `out/`, and a report
// on one of them that can be sent round.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const built = run('scripts/build.mjs', '--no-types');
if (built !== 0) process.exit(built);
const args = process.argv.slice(2);
const sample = 'northwind-bank';
const analyze = ['analyze', 'menus', '--logs', 'sample-logs', '-o', 'out', '--fail-on', 'never'];
const report = ['report', `menus/${sample}.ivr.yaml`, '--log', `sample-logs/${sample}.csv`];
const ivr = (...words) => run('dist/cli/main.js', ...words);
process.exitCode =
  args.length > 0 ? ivr(...args) : ivr(...analyze) || ivr(...report, '-o', 'out/report.html');
