import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { condenseTable } from '../../../src/calls/clickhouse/condense-table.ts';
import { parseServerAddresses } from '../../../src/calls/clickhouse/server-address.ts';
import type { ColumnNames } from '../../../src/calls/clickhouse/table-columns.ts';
import { parseTableName } from '../../../src/calls/clickhouse/table-name.ts';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../src/calls/condensed-log.ts';
import { canonicalLines } from '../../../src/calls/digest-of.ts';
import { noNames } from '../../../src/calls/formats/node-names.ts';
import { nothingKnown } from '../../../src/calls/kept-value.ts';
import { parseMapping } from '../../../src/calls/mapping/parse-mapping.ts';
import { convertLogs } from '../../../src/files/convert-logs.ts';
import { loadIntoTable } from '../../../src/files/load-into-table.ts';
import { loadTableLog } from '../../../src/files/load-table-log.ts';
import {
  findClickHouse,
  startCluster,
  type TestCluster,
} from '../../support/clickhouse-servers.ts';
import { fileLog, runInDuckDb, temporaryFolder } from '../../support/duckdb.ts';
import { csvLog, logOf } from '../../support/log-of.ts';
import { vendorLog, vendorSampleNames } from '../../support/vendor-logs.ts';

const program = findClickHouse();
const folder = temporaryFolder();
afterAll(folder.remove);

/** A table tells rejects id by id. */
const byLine = (rejects: readonly (readonly [line: number, ...reject: unknown[]])[]) =>
  rejects.toSorted(([a], [b]) => a - b);
const linesOf = (log: CondensedLog): readonly string[] => [...canonicalLines(log)];
const files = {
  ...{ cwd: folder.in(''), env: {}, values: [] },
  stdin: (async function* () {
    await Promise.resolve();
    yield new Uint8Array();
  })(),
};
const written = (name: string, text: string): string => {
  writeFileSync(folder.in(name), text);
  return name;
};

(program === undefined ? describe.skip : describe)('a server with logs of other layouts', () => {
  let cluster: TestCluster;
  let url = '';
  let tables = 0;
  const run = (statement: string, body?: string) =>
    cluster.servers[0]?.run(statement, body) ?? Promise.reject(new Error('no server'));

  beforeAll(async () => {
    cluster = await startCluster(program ?? '', 1);
    ({ url = '' } = cluster.servers[0] ?? {});
    await run('CREATE DATABASE logs');
  });
  afterAll(async () => {
    await cluster.stop();
  });

  const loaded = async (paths: readonly string[], mappings: readonly string[] = []) => {
    tables += 1;
    const table = `logs.loaded${tables}`;
    const target = { url, table, creates: true };
    const reports = await loadIntoTable(paths, target, { ...files, mappings });
    const again = await loadIntoTable(paths, target, { ...files, mappings });
    const log = await loadTableLog({ urls: [url], table }, undefined, files);
    return { reports, again, log };
  };
  /** What `ivr calls convert` writes of them, counted. */
  const converted = async (paths: readonly string[], mappings: readonly string[] = []) => {
    await convertLogs(paths, folder.in('converted.csv'), { ...files, mappings });
    return condenseLogs([fileLog(folder.in('converted.csv'))]);
  };

  describe('loading them', () => {
    test.each(vendorSampleNames)('of %s gives what their conversion gives', async (name) => {
      const log = written(`${name}.log`, vendorLog(name, 'mixed'));
      const { reports, again, log: found } = await loaded([log]);
      expect(linesOf(found)).toEqual(linesOf(await converted([log])));
      expect(reports[0]?.rows.rejected).toBeGreaterThan(0);
      expect(again[0]).toMatchObject({ added: 0, there: reports[0]?.added });
    });

    test('brings logs together that tell one call, beside native ones', async () => {
      const paths = [
        written('flow.log', vendorLog('connect')),
        written('beside.csv', csvLog(['n1,2026-03-02T08:00:00Z,enter,main,'])),
        written('records.log', vendorLog('connectRecords')),
      ];
      const { reports, log } = await loaded(paths);
      expect(reports.map(({ path }) => path)).toEqual(['flow.log, records.log', 'beside.csv']);
      expect(linesOf(log)).toEqual(linesOf(await converted(paths)));
    });

    test('takes them from Parquet, beside texts, and knows the same rows again', async () => {
      const text = written('steps.log', vendorLog('twilio', 'mixed'));
      await runInDuckDb(
        `COPY (FROM read_json('${folder.in('steps.log')}', maximum_depth = 1)) TO '${folder.in('steps.parquet')}' (FORMAT parquet)`,
      );
      const beside = written('beside.csv', csvLog(['n1,2026-03-02T08:00:00Z,enter,main,']));
      const { reports, again, log } = await loaded(['steps.parquet', beside]);
      expect(reports.map(({ path }) => path)).toEqual(['steps.parquet', 'beside.csv']);
      expect(again.map(({ added }) => added)).toEqual([0, 0]);
      expect(linesOf(log)).toEqual(linesOf(await converted([text, beside])));
    });

    test('takes a mapping', async () => {
      const mapping = written(
        'm.yaml',
        'mapping: 1\ncall: id\nat: moment\nevent: what\nnode: menu\n',
      );
      const log = written(
        'mapped.csv',
        'id,moment,what,menu\nc1,2026-03-02T08:00:00Z,enter,main\nc1,noon,enter,main\n',
      );
      const { reports, log: found } = await loaded([log], [mapping]);
      expect(reports[0]).toMatchObject({ added: 1, rows: { read: 2, rejected: 1 } });
      expect(linesOf(found)).toEqual(linesOf(await converted([log], [mapping])));
    });
  });

  /** Rows in a table and in a text, read by one mapping. */
  const both = async (
    mappingText: string,
    columns: Readonly<Record<string, string>>,
    rows: readonly (readonly string[])[],
    places: ColumnNames = {},
  ) => {
    tables += 1;
    const names = Object.keys(columns);
    const types = Object.entries(columns).map(([name, type]) => `\`${name}\` ${type}`);
    await run(
      `CREATE TABLE logs.mapped${tables} (row UInt64, ${types.join(', ')}) ENGINE = MergeTree ORDER BY row`,
    );
    const lines = rows.map((row, index) =>
      JSON.stringify({
        row: index + 1,
        ...Object.fromEntries(names.map((name, at) => [name, row[at]])),
      }),
    );
    await run(`INSERT INTO logs.mapped${tables} FORMAT JSONEachRow`, lines.join('\n'));
    const { mapping, findings } = parseMapping({ path: 'm.yaml', text: mappingText });
    expect(findings).toEqual([]);
    const rejects: (readonly [line: number, ...reject: unknown[]])[] = [];
    const table = await condenseTable(
      {
        servers: parseServerAddresses([url]),
        table: parseTableName(`logs.mapped${tables}`),
        columns: places,
        mapping,
      },
      nothingKnown,
      { timeout: 20_000, onReject: (_, line, ...reject) => rejects.push([line + 1, ...reject]) },
    );
    const text = csvLog(
      rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')),
      names.join(','),
    );
    const inFile: unknown[] = [];
    const file = await condenseLogs([logOf(text)], nothingKnown, {
      reading: { names: noNames, mappings: mapping === undefined ? [] : [mapping] },
      onReject: (_, ...reject) => inFile.push(reject),
    });
    return { table, file, rejects, inFile };
  };

  const words = `event:
  column: what
  after: "IVR/"
  words: {play: enter, DTMF: {event: input, value: {column: data, split: "=", part: 2}}, BEAT: skip, DROP: hangup, Wait: {event: queue, node: {text: wait}, value: {text: sales}}, NEW: start}
`;
  const texts = { contact: 'String', ts: 'String', what: 'String', menu: 'String', data: 'String' };
  const said = (ts: string, what: string, menu = '', data = '', contact = 'c1') => [
    ...[contact, ts, what, menu, data],
  ];
  const rowsAt = (moment: (second: number) => string) => [
    said(moment(0), 'IVR/NEW', '', 'x'),
    said(moment(1), ' IVR/PLAY', 'Main Menu', ''),
    said(moment(3), 'IVR/BEAT', 'Main Menu', ''),
    said(moment(4), 'IVR/dtmf', 'Main Menu', 'key=1'),
    said(moment(5), 'IVR/WAIT', 'anything', ''),
    said(moment(9), 'IVR/DROP', '', ''),
    said(moment(9), 'IVR/SING', 'Main Menu', ''),
    said(moment(9), 'enter', 'Main Menu', ''),
    said('noon', 'IVR/PLAY', 'Main Menu', '', 'c2'),
    said('noon', 'IVR/BEAT', 'Main Menu', '', 'c2'),
    said(moment(10), 'IVR/BEAT', 'Ma\u0007in', '', 'c3'),
    said(moment(10), 'IVR/PLAY', '', '', 'c4'),
    said(moment(10), 'IVR/PLAY', 'Main Menu', '', ''),
    said(moment(11), 'IVR/PLAY', 'Menü', '', ' c5 '),
    said(moment(12), 'IVR/BEAT', '', '', 'c6'),
  ];
  const begin = Date.UTC(2026, 2, 2, 8);
  const iso = (second: number): string => new Date(begin + second * 1000).toISOString();
  const base = `mapping: 1\ncall: contact\n${words}node: {column: menu, names: {Main Menu: main}}\n`;

  describe('counting them by a mapping', () => {
    test.each<[what: string, at: string, moment: (second: number) => string]>([
      ['ISO 8601', 'ts', iso],
      ['ISO 8601 without fractions', 'ts', (second) => iso(second).replace('.000', '')],
      [
        'a fixed offset',
        '{column: ts, zone: "-03:30"}',
        (second) => iso(second).replace('Z', '').replace('T', ' '),
      ],
      [
        'a zone, over the change to summer time',
        '{column: ts, zone: Europe/Berlin, pattern: "D.M.YYYY H:mm:ss"}',
        (second) => `${29 - (second % 2)}.3.2026 ${second % 12}:00:0${second % 10}`,
      ],
      [
        'a zone, over the change to winter time',
        '{column: ts, zone: Europe/Berlin, pattern: "YYYY/MM/DD HH:mm:ss"}',
        (second) => `2026/10/25 0${second % 6}:30:0${second % 10}`,
      ],
      [
        'twelve hours and names of months',
        '{column: ts, zone: UTC, pattern: "ddd, MMM D, YY hh:mm:ss A", ahead: 90}',
        (second) =>
          `Mon, March ${(second % 3) + 1}, 26 ${String(second % 14 || 12).padStart(2, '0')}:05:07 ${second % 2 ? 'PM' : 'a.m.'}`,
      ],
      [
        'an offset of their own',
        '{column: ts, pattern: "YYYY-MM-DD HH:mm:ss,S Z", ahead: -1.5}',
        (second) => `2026-0${(second % 12) + 1}-30 08:00:00,${second}75 +0100`,
      ],
    ])('with %s gives what the same rows give in a file', async (_, at, moment) => {
      const found = await both(`${base}at: ${at}\n`, texts, rowsAt(moment));
      expect(linesOf(found.table)).toEqual(linesOf(found.file));
      expect(byLine(found.rejects)).toEqual(found.inFile);
      expect(found.file.rows.used).toBeGreaterThan(4);
    });

    test('with columns of other types gives what the same rows give in a file', async () => {
      const columns = { ...texts, ts: 'UInt64', menu: 'Nullable(UInt32)', data: 'FixedString(8)' };
      const rows = rowsAt((second) => String(begin + second * 1000))
        .filter(([, ts]) => ts !== 'noon')
        .map(([contact = '', ts = '', what = '', menu = '', data = '']) => [
          ...[contact, ts, what, menu === '' ? '' : '7', data],
        ]);
      const inTable = rows.map((row) =>
        row.map((text, at) => (at === 3 && text === '' ? '0' : text)),
      );
      const { table } = await both(
        `${base}at: {column: ts, pattern: epoch-ms}\nscript: {columns: [menu, data], between: "-"}\n`,
        columns,
        inTable,
      );
      expect(table.calls).toBeGreaterThan(2);
      expect(table.window?.from).toBe(begin);
    });

    test('needs the columns that it names, and rows that are events', async () => {
      await expect(both('mapping: 1\ncall: who\nat: ts\nevent: what\n', texts, [])).rejects.toThrow(
        'has no column "who", which the mapping reads',
      );
      const visits =
        'mapping: 1\ncall: contact\nat: ts\nexit: {column: what, words: {OK: success}}\n';
      await expect(both(visits, texts, [])).rejects.toMatchObject({ code: 'log-layout' });
    });

    test('takes the file of the mapping, and the place of rows', async () => {
      await run(
        'CREATE TABLE logs.placed (place UInt32, id String, t DateTime, menu String) ENGINE = Memory',
      );
      await run(
        'INSERT INTO logs.placed FORMAT JSONEachRow',
        `{"place": 2, "id": "c1", "t": 1772438400, "menu": "b"}\n{"place": 1, "id": "c1", "t": 1772438400, "menu": "a"}`,
      );
      const mapping = written(
        'placed.yaml',
        'mapping: 1\ncall: id\nat: t\nevent: {text: enter}\nnode: menu\n',
      );
      const names = { urls: [url], table: 'logs.placed', columns: 'row=place', mapping };
      const { variants } = await loadTableLog(names, undefined, files);
      expect(variants[0]?.steps.map(({ node }) => node)).toEqual(['a', 'b']);
      const twice = { ...names, columns: 'call=id' };
      await expect(loadTableLog(twice, undefined, files)).rejects.toMatchObject({ code: 'usage' });
    });
  });
});
