// What counting paths costs without knowing the menu: csv-parse, and a Map from each call to its
// path. No outcome, no time, no reject, no interval comes out of it.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const [file] = process.argv.slice(2);
const paths = new Map();
for await (const row of createReadStream(file).pipe(parse({ columns: true }))) {
  paths.set(row.call, `${paths.get(row.call) ?? ''} ${row.event} ${row.node} ${row.value}`);
}
const counts = new Map();
for (const path of paths.values()) counts.set(path, (counts.get(path) ?? 0) + 1);
console.log(`${paths.size} calls on ${counts.size} paths`);
