// Reads a file as `ivr` does: `node bench/import-once.mjs <file>`; with `--parse` only its JSON, with
// `--load` only the program, with `--library` as a program of somebody's own does, without what `ivr`
// tells V8 (src/cli/optimise-later.ts). The measured process of bench/import.mjs.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

const [path, mode] = process.argv.slice(2);
const isAsProgram = mode !== '--library' && process.versions.v8.startsWith('11.3.');
if (isAsProgram) setFlagsFromString('--interrupt-budget=1000000');
const text = readFileSync(path, 'utf8');
if (mode === '--parse') JSON.parse(text);
else {
  const { readMenuFile } = await import('../dist/check.js');
  if (mode !== '--load') {
    const { documents } = await readMenuFile({ path, text });
    if (documents.length !== 1) throw new Error(`${path} gave ${documents.length} scripts`);
  }
}
