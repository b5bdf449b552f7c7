// Builds `dist/`: the doors and their shared parts by esbuild, their types by the compiler
// (docs/adr/0011-bundled-doors.md). The same sources give the same bytes.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const doors = ['index', 'check', 'node', 'diagram/index', 'cli/main'];

rmSync(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: doors.map((door) => `src/${door}.ts`),
  outbase: 'src',
  outdir: 'dist',
  // One folder deep like the doors of cli/ and diagram/: what looks for package.json finds it.
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'neutral',
  packages: 'external',
  target: 'es2023',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
const types = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
const { status } = spawnSync(process.execPath, [...types, '--emitDeclarationOnly'], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
