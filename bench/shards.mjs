// Two shards of ClickHouse against one, and against the reader of files: the same digest, and the time
// of each. Part of `npm run bench:logs`; says so where there is no clickhouse-server.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { measureInTurns, printGoal, printTable, root } from './measure.mjs';

const ivr = 'dist/cli/main.js';

/** What starts servers for the tests does it here, too. */
async function loadServers(folder) {
  const source = readFileSync(join(root, 'test/support/clickhouse-servers.ts'), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  const file = join(folder, 'clickhouse-servers.mjs');
  writeFileSync(file, code);
  return import(pathToFileURL(file).href);
}

const digestOf = (args) => {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 };
  return JSON.parse(execFileSync(process.execPath, [...args, '--format', 'json'], options)).digest;
};

/** Measures a log that is in order and not too long for servers on a machine at hand. */
export async function run(log, what) {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-shards-'));
  const { findClickHouse, startCluster } = await loadServers(folder);
  const program = findClickHouse();
  if (program === undefined) {
    console.log('\nTwo shards against one: not measured, no clickhouse-server was found.');
    rmSync(folder, { recursive: true });
    return;
  }
  const cluster = await startCluster(program, 2);
  try {
    const [one, two] = cluster.servers;
    const urls = [one.url, two.url];
    // The loader makes a table of a log; the other tables are made as that one is.
    const load = (table, file, ...more) => {
      const at = ['--url', one.url, '--table', table, '--keep-values', ...more];
      return [ivr, 'calls', 'load', file, ...at];
    };
    const loading = 'ivr calls load';
    const loaded = await measureInTurns({ [loading]: load('whole', log, '--create') }, 1);
    const columns = (await one.run('SHOW CREATE TABLE whole FORMAT TabSeparatedRaw')).replace(
      /^CREATE TABLE \S+/,
      '',
    );
    for (const server of [one, two]) {
      await server.run(`CREATE TABLE part${columns}`);
      await server.run(
        'CREATE TABLE parts AS part ENGINE = Distributed(test, default, part, cityHash64(call))',
      );
    }
    await one.run('INSERT INTO parts SELECT * FROM whole');
    const check = (...from) => [ivr, 'calls', 'check', ...from];
    const commands = {
      'the file': check(log),
      'one shard': check('--table', 'whole', '--url', one.url),
      'two shards': check('--table', 'part', '--url', ...urls),
      'a Distributed table over both': check('--table', 'parts', '--url', one.url),
    };
    const results = await measureInTurns(commands, 1);
    printTable(`${what} in ClickHouse`, { ...results, ...loaded }, 'the file');
    const digests = Object.values(commands).map(digestOf);
    const areEqual = new Set(digests).size === 1;
    printGoal(
      'the same digest from all',
      areEqual ? digests[0].slice(0, 12) : digests.join(),
      areEqual,
    );
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true });
  }
}
