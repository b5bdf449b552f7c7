// Builds `dist/`: the doors and their shared parts by esbuild, then their types by the compiler
// (docs/adr/0011-bundled-doors.md). `--no-types` leaves the types out, for runs from a clone. The
// same sources give the same bytes.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundlePage } from './bundle-page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const doors = ['index', 'check', 'node', 'logs', 'diagram/index', 'cli/main'];
/** What threads run that lint: loaded by the file's name, so it must have one. */
const linter = 'files/part-linter';
/** What threads run that read logs: whole, since finding twenty parts takes longer than reading a small file. */
const reader = 'calls/log-thread';
/** What nearly every run needs: joined with our own files, only the parts that are used. */
const joined = ['zod', 'yaml', 'jsonc-parser', '@dagrejs/graphlib', 'get-east-asian-width'];
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Files of packages that are joined with the programs of pages. */
const joinedInPages = [];
const packages = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });

rmSync(join(root, 'dist'), { recursive: true, force: true });
const options = {
  absWorkingDir: root,
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  external: ['node:*', ...packages.filter((name) => !joined.includes(name))],
  target: 'es2023',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
  plugins: [pagePrograms()],
};
const sources = (names) => names.map((name) => `src/${name}.ts`);
const builds = await Promise.all([
  // One folder deep like the doors of cli/ and diagram/: what looks for package.json finds it.
  build({
    ...{ ...options, entryPoints: sources([...doors, linter]) },
    ...{ splitting: true, chunkNames: 'chunks/[name]-[hash]' },
  }),
  build({ ...options, entryPoints: sources([reader]) }),
]);
writeLicences(builds.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
if (!process.argv.includes('--no-types')) process.exitCode = writeTypes();

/** Programs that run in a page are asked for as text, `?bundle`; what they join has a licence, too. */
function pagePrograms() {
  return {
    name: 'page-programs',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\?bundle$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace(/\?bundle$/, '')),
        namespace: 'page',
      }));
      onLoad({ filter: /./, namespace: 'page' }, ({ path }) => {
        const { text, inputs } = bundlePage(path);
        joinedInPages.push(...inputs);
        return { contents: text, loader: 'text' };
      });
    },
  };
}

/** The licences of the packages that were joined ask to be passed on with them. */
function writeLicences(inputs) {
  const names = [...inputs, ...joinedInPages].flatMap((path) => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    return name === undefined ? [] : [name];
  });
  const texts = [...new Set(names)].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${name} has no licence that could be passed on.`);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  const head = 'Parts of these packages are in the files of this folder.\n';
  writeFileSync(join(root, 'dist/licences.txt'), [head, ...texts].join(`\n${'-'.repeat(72)}\n\n`));
}

function writeTypes() {
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  const options = { cwd: root, stdio: 'inherit' };
  return spawnSync(process.execPath, [...compiler, '--emitDeclarationOnly'], options).status ?? 1;
}
