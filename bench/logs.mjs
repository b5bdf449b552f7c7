// What logs cost, with goals: `npm run bench:logs`, or with another number of events behind `--`. The log
// is generated; numbers are compared within a run, never between machines. Needs 4 GB of disk for
// 20 million events, and DuckDB, with which is compared. csv-parse reads the first five million events, or
// all of them with `--whole`: that takes minutes.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { generateLog } from './generate-log.mjs';
import { measureInTurns, printGoal, printTable, root } from './measure.mjs';
import * as shards from './shards.mjs';

const { values, positionals } = parseArgs({
  options: { whole: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const events = Number(positionals[0] ?? 20_000_000);
const million = 1_000_000;
const condense = (engine, file, ...more) => ['bench/condense-once.mjs', engine, file, ...more];
const countRows = (file) => ['bench/baselines/count-rows.mjs', file];
const count = 'DuckDB count(*)';

const inMillions = (number) => `${number / million} million`;
const ratio = (one, other, part) => one[part] / other[part];
/** A goal as `at most` or `at least` some times another. */
function printRatio(what, is, goal, isLeast = false) {
  const reached = isLeast ? is >= goal : is <= goal;
  printGoal(`${what}: at ${isLeast ? 'least' : 'most'} ${goal}x`, `${is.toFixed(2)}x`, reached);
}

/** The first rows of a log, about so many: the share of its bytes, to the end of a line. */
function cutLog(from, to, share) {
  const [input, output] = [openSync(from, 'r'), openSync(to, 'w')];
  const chunk = Buffer.allocUnsafe(1 << 20);
  let left = Math.floor(statSync(from).size * share);
  while (left > 0) {
    const length = readSync(input, chunk, 0, Math.min(chunk.length, left), null);
    if (length === 0) break;
    left -= length;
    writeSync(output, chunk, 0, left > 0 ? length : chunk.lastIndexOf(10, length - 1) + 1);
  }
  closeSync(input);
  closeSync(output);
}

/** Writes rows in SQL to a file. */
async function copyRows(sql, file, format) {
  const instance = await DuckDBInstance.create(':memory:', {
    ...{ memory_limit: '2GB', temp_directory: join(tmpdir(), 'ivrkit-bench-spill') },
  });
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${file}' (${format})`);
  connection.closeSync();
  instance.closeSync();
}

async function ordered(log) {
  const sql = 'the quickest SQL in DuckDB';
  // Both take seconds, and a disturbance of half a second would decide: the middle of five is told.
  const quick = await measureInTurns(
    { [count]: countRows(log), stream: condense('stream', log) },
    5,
  );
  const slow = await measureInTurns({ [sql]: ['bench/baselines/condense-in-sql.mjs', log] }, 1);
  const results = { ...quick, ...slow };
  printTable(`${inMillions(events)} events in order, CSV`, results, count);
  const { stream } = results;
  printRatio('time, to count(*)', ratio(stream, results[count], 'seconds'), 2);
  printRatio('quicker than SQL', ratio(results[sql], stream, 'seconds'), 2.2, true);
  const { megabytes } = stream;
  printGoal('memory: at most 500 MB', `${megabytes.toFixed(0)} MB`, megabytes <= 500);
}

async function againstCsvParse(folder, log) {
  const few = values.whole ? events : Math.min(events, 5 * million);
  const part = few === events ? log : join(folder, 'part.csv');
  if (few < events) cutLog(log, part, few / events);
  const csv = 'csv-parse and a Map of paths';
  // It holds the path of every call: 20 million rows take more than Node gives by itself.
  const memory = '--max-old-space-size=8192';
  const results = await measureInTurns(
    { [csv]: [memory, 'bench/baselines/count-paths.mjs', part], stream: condense('stream', part) },
    1,
  );
  printTable(`${inMillions(few)} events in order, CSV`, results, 'stream');
  const quicker = ratio(results[csv], results.stream, 'seconds');
  printRatio('quicker than csv-parse, with all cores', quicker, 15, true);
  const less = ratio(results[csv], results.stream, 'cpu');
  console.log(`  CPU of csv-parse, to that of the stream: ${less.toFixed(2)}x`);
}

/** The exponent with which one quantity grows with another: the slope of their logarithms. */
function exponentOf(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (place) => logs.reduce((sum, point) => sum + point[place], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

async function growth(folder, log) {
  const bare = (await measureInTurns({ bare: ['-e', '0'] }, 3)).bare;
  const results = {};
  for (const share of [1 / 20, 1 / 10, 1 / 4, 1 / 2, 1]) {
    const part = share === 1 ? log : join(folder, 'part.csv');
    if (share < 1) cutLog(log, part, share);
    const name = inMillions(Math.round(events * share));
    Object.assign(results, await measureInTurns({ [name]: condense('stream', part) }, 1));
  }
  const all = Object.values(results);
  printTable('Growth, events in order', results, Object.keys(results)[0]);
  const sizes = [1 / 20, 1 / 10, 1 / 4, 1 / 2, 1];
  const exponent = exponentOf(all.map(({ cpu }, place) => [sizes[place], cpu - bare.cpu]));
  printGoal('exponent of CPU: at most 1.05', exponent.toFixed(3), exponent <= 1.05);
  const memory = exponentOf(all.map(({ megabytes }, place) => [sizes[place], megabytes]));
  printGoal('exponent of memory: at most 0.5', memory.toFixed(3), memory <= 0.5);
}

async function otherShapes(folder, log) {
  const csv = `read_csv('${log}', header = true, all_varchar = true)`;
  const parquet = join(folder, 'log.parquet');
  const shuffled = join(folder, 'shuffled.csv');
  await copyRows(`FROM ${csv}`, parquet, 'FORMAT parquet, COMPRESSION zstd');
  const mixed = `hash("call" || "at" || event || coalesce(node, ''))`;
  await copyRows(`FROM ${csv} ORDER BY ${mixed}`, shuffled, 'FORMAT csv, HEADER');
  const unordered = join(folder, 'shuffled.parquet');
  await copyRows(`FROM ${csv} ORDER BY ${mixed}`, unordered, 'FORMAT parquet, COMPRESSION zstd');
  const results = await measureInTurns(
    {
      [count]: countRows(log),
      'Parquet, DuckDB': condense('duckdb', parquet),
      'Parquet, DuckDB, 1 GB': condense('duckdb', parquet, '1024'),
      'unordered CSV, stream': condense('stream', shuffled),
      'unordered CSV, stream, 1 GB': condense('stream', shuffled, '1024'),
      'unordered CSV, DuckDB, 1 GB': condense('duckdb', shuffled, '1024'),
      'unordered Parquet, DuckDB': condense('duckdb', unordered),
      'unordered Parquet, DuckDB, 1 GB': condense('duckdb', unordered, '1024'),
    },
    3,
  );
  printTable(`${inMillions(events)} events in other shapes`, results, count);
  for (const name of ['Parquet, DuckDB', 'unordered CSV, stream', 'unordered Parquet, DuckDB'])
    printRatio(`${name}: time, to count(*)`, ratio(results[name], results[count], 'seconds'), 6);
  for (const [name, { megabytes }] of Object.entries(results)) {
    if (name.endsWith('1 GB'))
      printGoal(`${name}: at most 1,024 MB`, `${megabytes.toFixed(0)} MB`, megabytes <= 1024);
  }
}

async function smallLog(folder) {
  const small = join(folder, 'small.csv');
  generateLog(10_000, small);
  const menu = 'menus/northwind-bank.ivr.yaml';
  const commands = {
    'ivr replay of 10,000 rows': ['replay', menu, '--log', small],
    'ivr calls check of 10,000 rows': ['calls', 'check', small],
  };
  const bare = 'bare Node';
  const results = await measureInTurns({
    [bare]: ['-e', '0'],
    ...Object.fromEntries(
      Object.entries(commands).map(([name, args]) => [name, ['dist/cli/main.js', ...args]]),
    ),
  });
  printTable('A small log', results, bare);
  for (const name of Object.keys(commands)) {
    const more = results[name].cpu - results[bare].cpu;
    const goal = `${name}, CPU above bare Node: at most 0.25 s`;
    printGoal(goal, `${more.toFixed(3)} s`, more <= 0.25);
  }
}

for (const args of [['scripts/ensure-installed.mjs'], ['scripts/build.mjs', '--no-types']]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
console.log(`Node ${process.versions.node}, ${cpus().length} CPUs (${cpus()[0]?.model.trim()})`);
const folder = mkdtempSync(join(tmpdir(), 'ivrkit-bench-'));
try {
  const log = join(folder, 'log.csv');
  generateLog(events, log);
  const { size } = statSync(log);
  console.log(`${inMillions(events)} events, ${(size / 1e6).toFixed(0)} MB`);
  await ordered(log);
  await againstCsvParse(folder, log);
  await growth(folder, log);
  await otherShapes(folder, log);
  await smallLog(folder);
  const few = Math.min(events, 2 * million);
  const part = join(folder, 'few.csv');
  cutLog(log, part, few / events);
  await shards.run(part, `${inMillions(few)} events`);
} finally {
  rmSync(folder, { recursive: true });
}
