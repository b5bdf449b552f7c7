import { afterAll, expect, test } from '@jest/globals';
import { statSync } from 'node:fs';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import { canonicalLines } from '../../../src/calls/digest-of.ts';
import { duckdbEngine } from '../../../src/calls/duckdb/duckdb-engine.ts';
import { nothingKnown } from '../../../src/calls/kept-value.ts';
import type { CondenseOptions } from '../../../src/calls/log-engine.ts';
import { readLogFile } from '../../../src/calls/read-log-file.ts';
import { describeDuckDb, fileLog, runInDuckDb, temporaryFolder } from '../../support/duckdb.ts';
import { csvLog, logOf } from '../../support/log-of.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const header = 'call,at,event,node,value,seq,script';
const start = Date.UTC(2026, 2, 2, 8);

/** Calls of five rows that overlap by three; each row is what the functions say. */
function rowsOf(
  calls: number,
  idOf: (call: number) => string,
  change: (row: string[], index: number) => string[] = (row) => row,
): readonly string[] {
  const steps = [
    ['start', '', '+18005550142'],
    ['enter', 'main', ''],
    ['input', 'main', '1'],
    ['enter', 'balance', ''],
    ['hangup', 'balance', ''],
  ] as const;
  const rows = Array.from({ length: calls * steps.length }, (_, index) => {
    const [group, within] = [Math.floor(index / 15), index % 15];
    const call = group * 3 + (within % 3);
    const at = new Date(start + group * 20_000 + Math.floor(within / 3) * 4000).toISOString();
    const step = steps[Math.floor(within / 3)] ?? steps[0];
    return change([idOf(call), at, ...step, '', 'v1'], index);
  });
  return rows.map((row) => row.join(','));
}

/** The same log as CSV and as Parquet with small row groups, whose columns may have other types. */
async function bothOf(name: string, rows: readonly string[], columns = '*', group = 2048) {
  const csv = folder.write(`${name}.csv`, csvLog(rows, header));
  const file = folder.in(`${name}.parquet`);
  await runInDuckDb(
    `COPY (SELECT ${columns} FROM read_csv('${csv}', header = true, all_varchar = true)) TO '${file}' (FORMAT parquet, ROW_GROUP_SIZE ${group})`,
  );
  return { text: csvLog(rows, header), file };
}

async function expectSame(
  logs: readonly { readonly text: string; readonly file: string }[],
  options: CondenseOptions = {},
) {
  const expected = await condenseLogs(logs.map(({ text }, log) => logOf(text, `log ${log}`)));
  const inputs = logs.map(({ file }, log) => fileLog(file, `log ${log}`));
  const found = await duckdbEngine.condense(inputs, nothingKnown, options);
  expect([...canonicalLines(found)]).toEqual([...canonicalLines(expected)]);
  expect(found.firstRejects.map(({ line, ...row }) => ({ line: line + 1, ...row }))).toEqual(
    expected.firstRejects,
  );
  return found;
}

const plain = (call: number): string => `call-${call}`;
const uuid = (call: number): string =>
  `0189${String(call).padStart(4, '0')}-7a4e-7000-8000-${String(call).padStart(12, '0')}`;

describeDuckDb('Parquet in the order of its rows', () => {
  test.each([
    ['short ones', plain],
    ['longer than two pieces', uuid],
    [
      'some longer than those that come first',
      (call: number) => (call > 2000 ? uuid(call) : plain(call)),
    ],
    [
      'some too long for the table of calls',
      (call: number) => (call % 40 === 0 ? `${'x'.repeat(1500)}${call}` : plain(call)),
    ],
    [
      'letters beyond ASCII, in places',
      (call: number) => (call % 3 === 0 ? `Anruf-Überlänge-für-${call}-€` : plain(call)),
    ],
    ['all of one length', (call: number) => `id${String(call).padStart(10, '0')}`],
  ])('gives the calls of the stream whose ids are %s', async (name, idOf) => {
    const found = await expectSame([await bothOf('ids', rowsOf(3000, idOf))]);
    expect(found.calls).toBeGreaterThan(2900);
    expect(name).not.toBe('');
  });

  test('judges rows that SQL cannot take in their places among the others', async () => {
    const changed = rowsOf(3000, plain, (row, index) => {
      const [call = '', at = '', event = '', node = '', value = ''] = row;
      if (index % 97 === 0) return [call, at.replace('Z', ''), event, node, value, '', 'v1'];
      if (index % 89 === 0) return [`  ${call}`, at, event, node, value, '', 'v1'];
      if (index % 83 === 0) return ['', at, event, node, value, '', ''];
      if (index % 79 === 0) return [call, at.replace('Z', '+00:00'), event, node, value, '7', ''];
      if (index % 73 === 0) return [call, at, 'unheard', node, value, '', ''];
      if (index % 71 === 0) return [call, at, 'input', ' main', '4155550100', '', ''];
      return row;
    });
    const found = await expectSame([await bothOf('odd', changed)]);
    expect(Object.keys(found.rejectedBy).sort()).toEqual([
      ...['no call id', 'time without offset', 'unknown event'],
    ]);
  });

  test('tells two rows of one moment apart by their places, whatever row group they are in', async () => {
    const rows = rowsOf(3000, plain, ([call = '', , ...rest], index) => [
      ...[call, new Date(start + Math.floor(index / 4000) * 1000).toISOString(), ...rest],
    ]);
    await expectSame([await bothOf('ties', rows)]);
  });

  test.each([
    ['moments with a zone', `* REPLACE ("at"::TIMESTAMPTZ AS "at")`],
    ['UUIDs as ids', `* REPLACE (regexp_replace("call", '^', '')::UUID AS "call")`],
    ['whole numbers as seq', `* REPLACE (row_number() OVER ()::BIGINT AS seq)`],
    ['bytes as ids', `* REPLACE (encode("call") AS "call")`],
    ['a column of another name for its own numbers', `*, 1 AS code, 2 AS moment, true AS is_plain`],
  ])('takes %s', async (name, columns) => {
    const numbered = columns.includes('seq');
    const rows = rowsOf(1500, uuid, (row, index) =>
      numbered ? [...row.slice(0, 5), String(index + 1), 'v1'] : row,
    );
    await expectSame([await bothOf('types', rows, columns)]);
    expect(name).not.toBe('');
  });

  test('looks up hundreds of nodes', async () => {
    const rows = rowsOf(3000, plain, ([call = '', at = '', event = '', , value = ''], index) => [
      ...[call, at, event, event === 'start' ? '' : `node-${index % 701}`, value, '', ''],
    ]);
    await expectSame([await bothOf('nodes', rows)]);
  });

  test('counts by call where rows are more than five minutes late, and says so', async () => {
    const rows = rowsOf(9000, plain);
    const late = [...rows.slice(5000), ...rows.slice(0, 5000)];
    const notes: string[] = [];
    const onNote = (note: string) => notes.push(note);
    await expectSame([await bothOf('late', late)], { onNote });
    expect(notes).toEqual([expect.stringContaining('everything is read again')]);
  });

  test('tells how far it has come', async () => {
    const { file } = await bothOf('progress', rowsOf(3000, plain));
    const { size } = statSync(file);
    const told: number[] = [];
    const input = readLogFile('log', file, size, (done) => told.push(done));
    await duckdbEngine.condense([input], nothingKnown);
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(size);
  });

  test('reads files that overlap side by side, or by call where too many do', async () => {
    const logs = [];
    for (let log = 0; log < 6; log += 1) {
      const rows = rowsOf(600, plain).filter((_, row) => row % 6 === log);
      logs.push(await bothOf(`part-${log}`, rows, '*', 512));
    }
    const notes: string[] = [];
    const onNote = (note: string) => notes.push(note);
    await expectSame(logs, { onNote });
    expect(notes).toEqual([]);
    // With so little memory no more than two are open at once.
    await expectSame(logs, { onNote, memory: 256 * 1024 * 1024 });
    expect(notes).toHaveLength(1);
  });
});
