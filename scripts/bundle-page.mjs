// Joins a program that runs in a page, with the packages it uses, to one short text. Used by the build
// and, for tests on the sources, by Jest: the same sources give the same bytes in both.
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The program that begins with a file, and the files that are in it. */
export function bundlePage(path) {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    minify: true,
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return { text: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}
