// What reading the same files costs by itself: the `yaml` package, and nothing is made of it.
import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder)) parseDocument(readFileSync(`${folder}/${name}`, 'utf8'));
