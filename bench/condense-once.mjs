// Condenses a log once: `condense-once.mjs <engine> <file> [megabytes]`.
import { loadLog } from '../dist/logs.js';

const [engine, file, megabytes] = process.argv.slice(2);
const memory = megabytes === undefined ? undefined : Number(megabytes) * 1024 * 1024;
const log = await loadLog([file], undefined, {
  ...{ cwd: process.cwd(), stdin: process.stdin, engine, memory },
});
const times = log.dwell.reduce((sum, { ms }) => sum + ms.length, 0);
console.log(`${log.calls} calls on ${log.variants.length} paths, ${times} times`);
