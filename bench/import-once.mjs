// Reads a file as `ivr` does: `node bench/import-once.mjs <file>`; with `--parse` only its JSON, with
// `--load` only the program. The measured process of bench/import.mjs.
import { readFileSync } from 'node:fs';

const [path, mode] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');
if (mode === '--parse') JSON.parse(text);
else {
  const { readMenuFile } = await import('../dist/check.js');
  if (mode !== '--load') {
    const { documents } = await readMenuFile({ path, text });
    if (documents.length !== 1) throw new Error(`${path} gave ${documents.length} scripts`);
  }
}
