// The main job on the samples: build, then analyze `menus/` with `sample-logs/` into `out/`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const built = run('scripts/build.mjs', '--no-types');
if (built !== 0) process.exit(built);
const args = process.argv.slice(2);
process.exitCode = run(
  'dist/cli/main.js',
  ...(args.length > 0
    ? args
    : ['analyze', 'menus', '--logs', 'sample-logs', '-o', 'out', '--fail-on', 'never']),
);
