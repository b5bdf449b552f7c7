import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { condenseTable, type TableLog } from '../../../src/calls/clickhouse/condense-table.ts';
import {
  parseServerAddress,
  parseServerAddresses,
} from '../../../src/calls/clickhouse/server-address.ts';
import type { ColumnNames } from '../../../src/calls/clickhouse/table-columns.ts';
import { parseTableName } from '../../../src/calls/clickhouse/table-name.ts';
import { loadTable, type LoadTarget } from '../../../src/calls/clickhouse/load-table.ts';
import type { CallEvent } from '../../../src/calls/call-event.ts';
import { fieldsInOrder, orderedColumns } from '../../../src/calls/log-columns.ts';
import { rowEvent } from '../../../src/calls/row-event.ts';
import { withRowCounts } from '../../../src/calls/row-tally.ts';
import { naiveCondense } from '../../support/naive-condense.ts';
import type { CondensedLog } from '../../../src/calls/condensed-log.ts';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import { canonicalLines, digestOf } from '../../../src/calls/digest-of.ts';
import { logOf as logInput } from '../../support/log-of.ts';
import { nothingKnown, type KnownValues } from '../../../src/calls/kept-value.ts';
import {
  findClickHouse,
  startCluster,
  type TestCluster,
  type TestServer,
} from '../../support/clickhouse-servers.ts';
import { csvOf, dirtyRows, type Dirt, type WrittenRow } from '../../support/dirty-rows.ts';
import { naiveLog } from '../../support/naive-log.ts';
import { projectFolder, runIvr } from '../../support/run-ivr.ts';
import { startProxy } from '../../support/slow-proxy.ts';

const program = findClickHouse();
if (program === undefined)
  process.stderr.write('No clickhouse-server was found: the cluster is not tested.\n');

const known: KnownValues = {
  choices: new Map([
    ['main', new Set(['1', '2', 'balance'])],
    ['cards', new Set(['9'])],
    ['identify', new Set()],
  ]),
  numbers: new Set(['+18005550142']),
};

/** A server for each id, however it is written. */
const byStrippedCall = ({ call }: WrittenRow): number =>
  (call.trim().length + (call.trim().codePointAt(4) ?? 0)) % 2;

const textColumns =
  'row UInt64, call String, at String, event String, node String, value String, seq String, number String, script String';

(program === undefined ? describe.skip : describe)('a cluster of two servers', () => {
  let cluster: TestCluster;
  let one: TestServer;
  let two: TestServer;
  let tables = 0;

  beforeAll(async () => {
    cluster = await startCluster(program ?? '', 2);
    const [first, second] = cluster.servers;
    if (first === undefined || second === undefined) throw new Error('no servers');
    [one, two] = [first, second];
    for (const server of cluster.servers) await server.run('CREATE DATABASE logs');
  });
  afterAll(async () => {
    await cluster.stop();
  });

  /** Puts rows into a new table: through the cluster, or each on the server that `serverOf` names. */
  async function fill(
    rows: readonly WrittenRow[],
    columns = textColumns,
    serverOf?: (row: WrittenRow, index: number) => number,
  ): Promise<string> {
    tables += 1;
    const table = `logs.calls${tables}`;
    for (const server of cluster.servers) {
      await server.run(
        `CREATE TABLE ${table} (${columns}) ENGINE = MergeTree ORDER BY (call, row)`,
      );
      await server.run(
        `CREATE TABLE ${table}_all AS ${table} ENGINE = Distributed(test, logs, calls${tables}, cityHash64(call))`,
      );
    }
    const lines = rows.map((row, index) => ({
      text: JSON.stringify({ row: index + 1, ...row }),
      server: serverOf?.(row, index),
    }));
    for (const [index, server] of [undefined, ...cluster.servers].entries()) {
      const own = lines.filter(
        (line) => line.server === (server === undefined ? undefined : index - 1),
      );
      const target = server === undefined ? `${table}_all` : table;
      if (own.length > 0)
        await (server ?? one).run(
          `INSERT INTO ${target} FORMAT JSONEachRow`,
          own.map(({ text }) => text).join('\n'),
        );
    }
    return table;
  }

  function logOf(table: string, servers: readonly string[], columns: ColumnNames = {}): TableLog {
    return { servers: parseServerAddresses(servers), table: parseTableName(table), columns };
  }
  const urls = (): readonly string[] => cluster.servers.map(({ url }) => url);
  const quick = { timeout: 20_000, wait: () => Promise.resolve() };
  const linesOf = (log: CondensedLog): readonly string[] => [...canonicalLines(log)];

  const logs: Readonly<Record<string, Dirt>> = {
    'in order, with ties': { calls: 400, seed: 1 },
    'with a seq': { calls: 400, seed: 2, seq: 'all', order: 'near' },
    'with a seq here and there': { calls: 300, seed: 3, seq: 'some', order: 'near', again: 0.02 },
    'with rows a few places late': { calls: 400, seed: 4, order: 'near' },
    shuffled: { calls: 300, seed: 5, order: 'none' },
    'with duplicates': { calls: 300, seed: 6, again: 0.1 },
    'with ids that come back': { calls: 400, seed: 7, back: 0.4 },
    'with all that goes wrong': {
      ...{ calls: 600, seed: 8, seq: 'some', order: 'near', odd: 0.15, again: 0.05, back: 0.3 },
    },
    'with all that goes wrong, shuffled': {
      ...{ calls: 300, seed: 9, seq: 'all', order: 'none', odd: 0.1, again: 0.1, back: 0.5 },
    },
  };

  test.each(Object.entries(logs))('counts a log %s as the rules say', async (_, dirt) => {
    const rows = dirtyRows(dirt);
    const table = await fill(
      rows,
      textColumns,
      dirt.odd === undefined ? undefined : byStrippedCall,
    );
    const expected = linesOf(naiveLog(rows, known));
    expect(linesOf(await condenseTable(logOf(table, urls()), known, quick))).toEqual(expected);
    const distributed = logOf(`${table}_all`, urls().slice(1));
    expect(linesOf(await condenseTable(distributed, known, quick))).toEqual(expected);
  });

  test('an empty table is an empty log', async () => {
    const table = await fill([]);
    const log = await condenseTable(logOf(table, urls()), nothingKnown, quick);
    expect(linesOf(log)).toEqual(linesOf(naiveLog([])));
  });

  test('two shards count as one does, and as the file', async () => {
    const rows = dirtyRows({ calls: 2500, seed: 21, order: 'near', odd: 0.01, back: 0.1 });
    const both = await fill(rows, textColumns, byStrippedCall);
    const alone = await fill(rows, textColumns, () => 0);
    const shared = await condenseTable(logOf(both, urls()), known, quick);
    const single = await condenseTable(logOf(alone, [one.url]), known, quick);
    const file = await condenseLogs([logInput(csvOf(rows))], known);
    expect(await digestOf(shared)).toBe(await digestOf(file));
    expect(await digestOf(single)).toBe(await digestOf(file));
    expect(shared.calls).toBeGreaterThan(2500);
  });

  describe('columns of other names and types', () => {
    const rows = dirtyRows({ calls: 120, seed: 31, seq: 'all', order: 'near' });
    const expected = linesOf(naiveLog(rows, known));

    async function other(columns: string, select: string, names: ColumnNames): Promise<void> {
      const table = await fill(rows);
      for (const server of cluster.servers) {
        await server.run(
          `CREATE TABLE ${table}_other (${columns}) ENGINE = MergeTree ORDER BY tuple()`,
        );
        await server.run(`INSERT INTO ${table}_other SELECT ${select} FROM ${table}`);
      }
      const log = await condenseTable(logOf(`${table}_other`, urls(), names), known, quick);
      expect(linesOf(log)).toEqual(expected);
    }

    test('milliseconds, and NULL for what is empty', async () => {
      await other(
        '"contact ` id" String, ts Int64, what String, "node" Nullable(String), key Nullable(String), nr Nullable(Int32), script Nullable(String), position UInt32',
        `call, toInt64(toUnixTimestamp(toDateTime(substring(replaceAll(at, 'T', ' '), 1, 19)))) * 1000 + toInt64(substring(at, 21, 3)), event, if(node = '', NULL, node), if(value = '', NULL, value), toInt32(seq), if(script = '', NULL, script), toUInt32(row)`,
        {
          ...{ call: 'contact ` id', at: 'ts', event: 'what', value: 'key', seq: 'nr' },
          ...{ row: 'position', unit: 'ms' },
        },
      );
    });

    test('names that the statements use themselves', async () => {
      await other(
        'ivr_call String, id String, w String, t String, token String, kept String, script String, r UInt64',
        'call, at, event, node, value, seq, script, row',
        {
          ...{ call: 'ivr_call', at: 'id', event: 'w', node: 't', value: 'token', seq: 'kept' },
          row: 'r',
        },
      );
    });

    test('padded and numbered texts', async () => {
      await other(
        'row UInt64, call FixedString(9), at_ms Int64, event FixedString(12), node String, value String, seq Int64, script FixedString(4)',
        `row, call, toInt64(toUnixTimestamp(toDateTime(substring(replaceAll(at, 'T', ' '), 1, 19)))) * 1000 + toInt64(substring(at, 21, 3)), event, node, value, toInt64(seq), script`,
        {},
      );
    });
  });

  test('without the places of rows, rank tells the order, and it is said how often that is a guess', async () => {
    const rows = dirtyRows({ calls: 200, seed: 41, again: 0.05, back: 0.2 });
    const table = await fill(rows);
    for (const server of cluster.servers) {
      await server.run(
        `CREATE TABLE ${table}_bare (call String, at String, event String, node String, value String) ENGINE = MergeTree ORDER BY value`,
      );
      await server.run(
        `INSERT INTO ${table}_bare SELECT call, at, event, node, value FROM ${table} ORDER BY value, row DESC`,
      );
    }
    const notes: string[] = [];
    const log = await condenseTable(logOf(`${table}_bare`, urls()), known, {
      ...quick,
      onNote: (note) => void notes.push(note),
    });
    const alone = await fill(rows, textColumns, () => 0);
    await one.run(`CREATE TABLE ${alone}_bare AS ${table}_bare ENGINE = MergeTree ORDER BY at`);
    await one.run(`INSERT INTO ${alone}_bare SELECT call, at, event, node, value FROM ${alone}`);
    const again = await condenseTable(logOf(`${alone}_bare`, [one.url]), known, quick);
    expect(linesOf(again)).toEqual(linesOf(log));
    expect(log.rows).toEqual(naiveLog(rows, known).rows);
    expect(notes.join('\n')).toMatch(/In \d+ of \d+ calls the table doesn't say which/);
  });

  test('the command line loads a log, and counts the table as the file', async () => {
    const log = 'sample-logs/northwind-bank.csv';
    const menu = ['--menu', 'menus/northwind-bank.ivr.yaml'];
    const table = ['--url', one.url, '--table', 'logs.sample'];
    const cwd = projectFolder;
    const loaded = await runIvr(['calls', 'load', log, ...table, '--create', ...menu], { cwd });
    expect(loaded.stdout).toContain('40,704 events = 40,704 added + 0 there already');
    const again = await runIvr(['calls', 'load', log, ...table, ...menu], { cwd });
    expect(again.stdout).toContain('40,704 events = 0 added + 40,704 there already');
    const digestIn = ({ stdout }: { readonly stdout: string }) => /digest +(\w+)/.exec(stdout)?.[1];
    const file = digestIn(await runIvr(['calls', 'check', log], { cwd }));
    expect(file).toHaveLength(64);
    expect(digestIn(await runIvr(['calls', 'check', ...table], { cwd }))).toBe(file);
    const replay = ['replay', 'menus/northwind-bank.ivr.yaml'];
    const counted = await runIvr([...replay, '--engine', 'clickhouse', ...table], { cwd });
    expect(counted.stdout).toBe((await runIvr([...replay, '--log', log], { cwd })).stdout);
  });

  describe('loading logs', () => {
    const rows = dirtyRows({ calls: 300, seed: 61, seq: 'some', order: 'near', back: 0.1 });
    const expected = linesOf(naiveLog(rows, known));

    function eventsOf(written: readonly WrittenRow[]): readonly CallEvent[] {
      return written.map((row) => {
        const fields = new Map<string, string>(Object.entries(row));
        const read = rowEvent(
          fieldsInOrder.map((name) => fields.get(name) ?? ''),
          orderedColumns,
        );
        if ('reason' in read) throw new Error(read.reason);
        return read;
      });
    }
    async function* inBatches(written: readonly WrittenRow[], breaksAt = Infinity) {
      const events = eventsOf(written);
      for (let from = 0; from < events.length; from += 70) {
        if (from >= breaksAt) throw new Error('broken off');
        yield await Promise.resolve(events.slice(from, from + 70));
      }
    }
    const targetOf = (url: string, table: string, creates = true): LoadTarget => ({
      ...{ server: parseServerAddress(url) },
      ...{ table: parseTableName(table), creates },
    });
    const options = { ...quick, known: undefined, batch: 100 };

    test('a log is counted from the table as from its file', async () => {
      const logs = [{ path: 'log.csv', events: inBatches(rows) }];
      const loaded = await loadTable(logs, targetOf(one.url, 'logs.loaded'), options);
      expect(loaded).toEqual([{ path: 'log.csv', added: rows.length, there: 0, twice: 0 }]);
      const log = await condenseTable(logOf('logs.loaded', [one.url]), known, quick);
      expect(linesOf(log)).toEqual(expected);
    });

    test('two logs keep their order', async () => {
      const half = [
        rows.filter((_, index) => index % 2 === 0),
        rows.filter((_, index) => index % 2 === 1),
      ];
      const logs = half.map((part, index) => ({ path: `${index}`, events: inBatches(part) }));
      await loadTable(logs, targetOf(one.url, 'logs.halves'), options);
      const log = await condenseTable(logOf('logs.halves', [one.url]), known, quick);
      const both = naiveCondense(half.map(eventsOf), known);
      const naive = naiveLog(rows, known);
      expect(linesOf(log)).toEqual(
        linesOf(withRowCounts([], { ...naive, rows: { ...naive.rows, duplicate: 0 } }, both)),
      );
    });

    test('a load that was broken off is ended by the next, which adds nothing twice', async () => {
      const target = targetOf(one.url, 'logs.broken');
      const breaks = [{ path: 'log.csv', events: inBatches(rows, 700) }];
      await expect(loadTable(breaks, target, options)).rejects.toThrow('broken off');
      const logs = () => [{ path: 'log.csv', events: inBatches(rows) }];
      const [second] = await loadTable(logs(), target, options);
      expect(second).toMatchObject({ there: 700, added: rows.length - 700, twice: 0 });
      const [third] = await loadTable(logs(), target, options);
      expect(third).toMatchObject({ there: rows.length, added: 0, twice: 0 });
      const log = await condenseTable(logOf('logs.broken', [one.url]), known, quick);
      expect(linesOf(log)).toEqual(expected);
    });

    test('a request that fails, though it was carried out, adds nothing twice', async () => {
      const proxy = await startProxy(one.url, { cut: { first: 1, last: 1, after: 0 } });
      try {
        const logs = [{ path: 'log.csv', events: inBatches(rows) }];
        const [loaded] = await loadTable(logs, targetOf(proxy.url, 'logs.retried'), options);
        expect(loaded).toMatchObject({ twice: 0 });
      } finally {
        await proxy.close();
      }
      const log = await condenseTable(logOf('logs.retried', [one.url]), known, quick);
      expect(linesOf(log)).toEqual(expected);
    });

    test('a distributed table spreads the calls, and each shard counts its own', async () => {
      for (const server of cluster.servers) {
        await loadTable([], targetOf(server.url, 'logs.spread'), options);
        await server.run(
          'CREATE TABLE logs.spread_all AS logs.spread ENGINE = Distributed(test, logs, spread, cityHash64(call))',
        );
      }
      const logs = [{ path: 'log.csv', events: inBatches(rows) }];
      const [loaded] = await loadTable(logs, targetOf(one.url, 'logs.spread_all', false), options);
      expect(loaded).toMatchObject({ added: rows.length, twice: 0 });
      const log = await condenseTable(logOf('logs.spread', urls()), known, quick);
      expect(linesOf(log)).toEqual(expected);
    });

    test('digits that callers entered are stored only when all values are asked for', async () => {
      const logs = [{ path: 'log.csv', events: inBatches(rows) }];
      const target = targetOf(one.url, 'logs.private');
      await loadTable(logs, target, { ...options, known: nothingKnown });
      const longest = "SELECT max(length(value)) FROM logs.private WHERE event = 'input'";
      expect(await one.run(longest)).toBe('2');
    });

    test('a table that is none for logs is refused', async () => {
      await one.run('CREATE TABLE logs.other (call String) ENGINE = MergeTree ORDER BY call');
      await expect(loadTable([], targetOf(one.url, 'logs.other'), options)).rejects.toMatchObject({
        code: 'log-layout',
      });
    });
  });

  describe('when something is wrong', () => {
    const rows = dirtyRows({ calls: 200, seed: 51 });
    const expected = linesOf(naiveLog(rows, known));
    let table = '';
    beforeAll(async () => {
      table = await fill(rows);
    });

    test('calls that are torn between two servers are refused', async () => {
      const torn = await fill(rows, textColumns, (_, index) => index % 2);
      await expect(condenseTable(logOf(torn, urls()), known, quick)).rejects.toMatchObject({
        code: 'log-layout',
        message: expect.stringContaining(`${one.url} and ${two.url} both hold rows of one call`),
      });
      const whole = await condenseTable(logOf(`${torn}_all`, [two.url]), known, quick);
      expect(linesOf(whole)).toEqual(expected);
    });

    test('a distributed table on several servers is refused', async () => {
      await expect(
        condenseTable(logOf(`${table}_all`, urls()), known, quick),
      ).rejects.toMatchObject({ code: 'usage' });
    });

    test('a table, a column or a type that isn’t there is told', async () => {
      await expect(condenseTable(logOf('logs.none', urls()), known, quick)).rejects.toMatchObject({
        code: 'server-failed',
      });
      await expect(
        condenseTable(logOf(table, urls(), { call: 'contact' }), known, quick),
      ).rejects.toMatchObject({ code: 'log-layout' });
      await expect(
        condenseTable(logOf(table, urls(), { at: 'row' }), known, quick),
      ).rejects.toMatchObject({ code: 'log-layout' });
    });

    test('a user who may only read is enough, and a wrong password is never shown', async () => {
      const address = (password: string) =>
        urls().map((url) => url.replace('//', `//reader:${password}@`));
      const log = await condenseTable(logOf(table, address('secret')), known, quick);
      expect(linesOf(log)).toEqual(expected);
      const refused = condenseTable(logOf(table, address('hunter2')), known, quick);
      await expect(refused).rejects.toMatchObject({ code: 'server-failed' });
      await expect(refused).rejects.not.toMatchObject({
        message: expect.stringContaining('hunter2'),
      });
    });

    test('a slow shard is waited for', async () => {
      const slow = await startProxy(two.url, { delay: 300 });
      try {
        const log = await condenseTable(logOf(table, [one.url, slow.url]), known, quick);
        expect(linesOf(log)).toEqual(expected);
      } finally {
        await slow.close();
      }
    });

    test('a shard that is silent for too long ends the work with its name', async () => {
      const slow = await startProxy(two.url, { delay: 3000 });
      try {
        await expect(
          condenseTable(logOf(table, [one.url, slow.url]), known, { ...quick, timeout: 500 }),
        ).rejects.toMatchObject({
          code: 'server-failed',
          message: `${slow.url} gave no complete answer: it did not answer in time.`,
        });
      } finally {
        await slow.close();
      }
    });

    test('an answer that breaks off is asked for again, and never taken for whole', async () => {
      for (const after of [0, 200, 400, 700, 1500, 4000, 20_000]) {
        const cut = { first: 0, last: 0, after };
        const proxy = await startProxy(two.url, { cut });
        try {
          const log = await condenseTable(logOf(table, [one.url, proxy.url]), known, quick);
          expect(linesOf(log)).toEqual(expected);
        } finally {
          await proxy.close();
        }
      }
      const proxy = await startProxy(two.url, { cut: { first: 0, last: 99, after: 1200 } });
      try {
        await expect(
          condenseTable(logOf(table, [one.url, proxy.url]), known, quick),
        ).rejects.toMatchObject({
          code: 'server-failed',
          message: expect.stringContaining(proxy.url),
        });
      } finally {
        await proxy.close();
      }
    });

    describe('a shard dies in the middle of its work', () => {
      /** A view whose rows take their time, and the moment when the last statement is at work on it. */
      async function dyingShard(): Promise<{
        readonly view: string;
        readonly died: Promise<void>;
      }> {
        const view = `${table}_slow`;
        for (const server of cluster.servers) {
          await server.run(`DROP TABLE IF EXISTS ${view}`);
          await server.run(
            `CREATE VIEW ${view} AS SELECT * FROM ${table} WHERE sleepEachRow(0.001) = 0`,
          );
        }
        const died = (async () => {
          for (;;) {
            const busy = await two.run(
              "SELECT count() FROM system.processes WHERE query LIKE '%arrayJoin(%' AND query NOT LIKE '%system.processes%' AND elapsed > 0.1",
            );
            if (busy !== '0') break;
          }
          await two.kill();
        })();
        return { view, died };
      }

      test('and comes back: the work is done again, once', async () => {
        const { view, died } = await dyingShard();
        const log = await condenseTable(logOf(view, urls()), known, {
          ...quick,
          async wait() {
            await died;
            await two.start();
          },
        });
        expect(linesOf(log)).toEqual(expected);
      });

      test('and stays away: there is no result, but an error with its name', async () => {
        const { view, died } = await dyingShard();
        const condensed = condenseTable(logOf(view, urls()), known, quick);
        await expect(condensed).rejects.toMatchObject({
          code: 'server-failed',
          message: expect.stringContaining(two.url),
        });
        await died;
        await two.start();
      });
    });
  });
});
