import { expect, test } from '@jest/globals';
import type { Server } from '../../../src/calls/clickhouse/connect.ts';
import { mapTableColumns } from '../../../src/calls/clickhouse/map-table.ts';
import { parseMapping } from '../../../src/calls/mapping/parse-mapping.ts';

const declared = Object.entries({
  'Contact ID': 'String',
  ts: 'LowCardinality(Nullable(String))',
  at: "DateTime64(3, 'UTC')",
  ms: 'UInt64',
  what: "Enum8('a' = 1)",
  menus: 'Array(String)',
  row: 'UInt32',
  log: 'String',
}).map(([name, type]) => ({ name, type }));

/** A server that says which years a table has, and counts what it was asked. */
function serverWith(least: number, most: number): Server & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const unused = () => Promise.reject(new Error('nobody asks for this'));
  return {
    ...{ name: 'server', asked, read: unused, command: unused, insert: unused, close: unused },
    rows: (statement: string) => {
      asked.push(statement);
      return Promise.resolve([{ least, most }]);
    },
  };
}

const mapped = async (text: string, server = serverWith(2026, 2026), places = {}) => {
  const written = `mapping: 1\ncall: contact id\n${text}`;
  const { mapping, findings } = parseMapping({ path: 'm.yaml', text: written });
  if (mapping === undefined) throw new Error(findings.map(({ message }) => message).join(' '));
  const table = { server, table: 'calls', shown: 'calls on server', declared, places };
  return mapTableColumns(table, mapping);
};

test.each([
  ['visits', 'at: at\nexit: {column: what, words: {a: hangup}}', 'visits'],
  [
    'words that mean several events',
    'at: at\nevent: {column: what, words: {a: [enter, hangup]}}',
    'several events',
  ],
  [
    'times without a day',
    'at: {column: ts, pattern: "HH:mm", day: 2026-03-02}\nevent: what',
    'time of day',
  ],
  ['patterns without a day', 'at: {column: ts, pattern: "HH:mm"}\nevent: what', 'name no day'],
  ['seconds in a text', 'at: {column: ts, pattern: epoch-s}\nevent: what', 'column of text'],
  [
    'numbers that nothing separates',
    'at: {column: ts, pattern: "YYYY/MD HH:mm"}\nevent: what',
    'nothing separates',
  ],
  [
    'months of another language',
    `at: {column: ts, pattern: "D MMM YYYY HH:mm", months: [${'mar, '.repeat(11)}joulu]}\nevent: what`,
    'language of its own',
  ],
  ['numbers without a unit', 'at: ms\nevent: what', 'may be seconds or milliseconds'],
  [
    'a column that there is not',
    'at: at\nevent: whta',
    'has no column "whta", which the mapping reads. Did you mean "what"?',
  ],
  [
    'a column of lists',
    'at: at\nevent: what\nnode: menus',
    'holds no text that a mapping reads: it is Array(String)',
  ],
])('a table is not read by a mapping with %s', async (_, text, message) => {
  const columns = mapped(text);
  await expect(columns).rejects.toMatchObject({ code: 'log-layout' });
  await expect(columns).rejects.toThrow(message);
});

test('the years of a table are asked for only where a zone changes its clocks', async () => {
  const server = serverWith(2026, 2027);
  await mapped('at: {column: ts, zone: "+01:00"}\nevent: what', server);
  await mapped('at: {column: at, zone: Europe/Berlin}\nevent: what', server);
  expect(server.asked).toEqual([]);
  const { of } = await mapped('at: {column: ts, zone: Europe/Berlin}\nevent: what', server);
  expect(server.asked).toHaveLength(1);
  expect(of.at.kind).toBe('text');
});

test('a wall clock is compared with its changes in these years', async () => {
  const { mapped: made } = await mapped('at: {column: ts, zone: Europe/Berlin}\nevent: what');
  const steps = made?.aliases.map(([, expression]) => expression).join('\n') ?? '';
  expect(steps).toContain("< '2026-03-29T02:00:00.000', '+01:00'");
  expect(steps).toContain("< '2026-03-29T03:00:00.000', ''");
  expect(steps).toContain("< '2026-10-25T02:00:00.000', '+02:00'");
  expect(steps).toContain("< '2026-10-25T03:00:00.000', ''");
  expect(steps).not.toContain('2025-10');
});

test('places of rows are found by name, or named', async () => {
  const usual = await mapped('at: at\nevent: what');
  expect(usual.of.row?.sql).toBe('`row`');
  expect(usual.of.log).toBeUndefined();
  const named = await mapped('at: at\nevent: what', serverWith(0, 0), { row: 'ms' });
  expect(named.of.row?.sql).toBe('`ms`');
  await expect(mapped('at: at\nevent: what', serverWith(0, 0), { log: 'log' })).rejects.toThrow(
    'of whole numbers for "log"',
  );
});

test('what a mapping says can not end the statement', async () => {
  const text = `at: at\nevent: {column: what, words: {"a') OR (1=1": enter}}\nnode: {column: what, names: {"it's": "\\\\'"}}\n`;
  const { mapped: made } = await mapped(text);
  const steps = made?.aliases.map(([, expression]) => expression).join('\n') ?? '';
  expect(steps).toContain(String.raw`'a\') or (1=1'`);
  expect(steps).toContain(String.raw`['it\'s'], ['\\\'']`);
});
