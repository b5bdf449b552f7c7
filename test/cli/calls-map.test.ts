import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDuckDb, runInDuckDb } from '../support/duckdb.ts';
import { runIvr } from '../support/run-ivr.ts';
import { vendorLog } from '../support/vendor-logs.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  await writeFile(join(folder, 'old.csv'), old);
});
afterAll(() => rm(folder, { recursive: true }));

const old = [
  'Call ID;Date;Time;Action;Menu;Key',
  'A1;13.03.2026;08:00:00;MENU;main;',
  'A1;13.03.2026;08:00:05;DTMF;main;1',
  'A1;13.03.2026;08:00:09;BYE;main;',
  '',
].join('\n');

const ivr = (...args: readonly string[]) => runIvr(args, { cwd: folder });

describe('ivr calls map', () => {
  test('writes a mapping, and tells how far it gets', async () => {
    const { code, stdout, stderr } = await ivr('calls', 'map', 'old.csv', '-o', 'old.mapping.yaml');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      [
        'note: of 3 rows at the beginning, the mapping uses 0 rows.',
        'note: 3 rows rejected: time without offset.',
        'note: 2 things to look at: see the mapping.',
        '',
      ].join('\n'),
    );
    const text = await readFile(join(folder, 'old.mapping.yaml'), 'utf8');
    expect(text).toContain('at: {columns: [Date, Time], pattern: "DD.MM.YYYY HH:mm:ss"}');
    expect(text).toContain('"BYE" (1)');
  });

  test('and once the gaps are filled, the log is read by it, and converted', async () => {
    const { stdout: proposed } = await ivr('calls', 'map', 'old.csv');
    const filled = proposed
      .replace('HH:mm:ss"', 'HH:mm:ss", zone: Europe/Berlin')
      .replace('DTMF: input', 'DTMF: input, BYE: hangup');
    await writeFile(join(folder, 'filled.yaml'), filled);
    const check = ['calls', 'check', '--format', 'json', '--fail-on', 'never'];
    const mapped = await ivr(...check, 'old.csv', '--map', 'filled.yaml');
    await ivr(
      'calls',
      'convert',
      'old.csv',
      '--map',
      'filled.yaml',
      '--keep-values',
      '-o',
      'new.csv',
    );
    const native = await ivr(...check, 'new.csv');
    const digestOf = (text: string) => (JSON.parse(text) as { readonly digest: unknown }).digest;
    expect(digestOf(mapped.stdout)).toBe(digestOf(native.stdout));
    expect(await readFile(join(folder, 'new.csv'), 'utf8')).toContain(
      'A1,2026-03-13T07:00:05.000Z,input,main,1',
    );
  });

  test('says that a log needs no mapping', async () => {
    await writeFile(
      join(folder, 'native.csv'),
      'call,at,event,node,value\n1,2026-03-02T08:00:00Z,enter,main,\n',
    );
    const { stderr } = await ivr('calls', 'map', 'native.csv');
    expect(stderr).toContain('note: native.csv is read without a mapping, too: it is native.');
  });

  test('finds words that are rare among the first rows, too', async () => {
    const rows = Array.from(
      { length: 1_200 },
      (_, index) => `c${index};2026-03-02 08:00;ENTER;main`,
    );
    const rare = ['Call;Time;Action;Menu', ...rows, 'c1;2026-03-02 09:00;HANGUP;main', ''];
    await writeFile(join(folder, 'rare.csv'), rare.join('\n'));
    expect((await ivr('calls', 'map', 'rare.csv')).stdout).toContain('HANGUP: hangup');
  });

  test('a text that only has commas here and there is no table', async () => {
    await writeFile(join(folder, 'letter.txt'), 'Notes of today\n\n12, 5\n13, 6\n');
    const { code, stderr } = await ivr('calls', 'map', 'letter.txt');
    expect([code, stderr]).toEqual([
      3,
      'error: No rows were found in letter.txt.\n  A mapping reads tables with columns, and JSON.\n',
    ]);
  });

  test('a mapping that is wrong is told with its place', async () => {
    await writeFile(join(folder, 'bad.yaml'), 'mapping: 1\ncall: id\nat: t\nevent: e\nzome: UTC\n');
    const { code, stderr } = await ivr('calls', 'check', 'old.csv', '--map', 'bad.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('bad.yaml:5:1');
  });

  test('a log that the mapping does not fit is told', async () => {
    await writeFile(
      join(folder, 'other.yaml'),
      'mapping: 1\ncall: Call ID\nat: Moment\nevent: Action\n',
    );
    const { code, stderr } = await ivr('calls', 'check', 'old.csv', '--map', 'other.yaml');
    expect(code).toBe(3);
    expect(stderr).toContain('old.csv has no column "Moment", which the mapping reads.');
  });
});

describeDuckDb('ivr calls map, of what DuckDB reads', () => {
  const summary = (stderr: string) => stderr.split('\n')[0];

  test('proposes for Parquet, with paths into what is nested', async () => {
    const file = join(folder, 'nested.parquet');
    await runInDuckDb(
      `COPY (SELECT 'a' AS call_id, TIMESTAMPTZ '2026-03-02 08:00:00Z' AS ts, {'node': 'main', 'key': range::VARCHAR} AS step, 'enter' AS event FROM range(3)) TO '${file}' (FORMAT parquet)`,
    );
    const { code, stderr } = await ivr('calls', 'map', 'nested.parquet', '-o', 'nested.yaml');
    expect([code, summary(stderr)]).toEqual([
      ...[0, 'note: of 3 rows at the beginning, the mapping uses 3 rows.'],
    ]);
    expect(await readFile(join(folder, 'nested.yaml'), 'utf8')).toContain('node: step.node');
    const check = ['calls', 'check', '--format', 'json', '--fail-on', 'never'];
    const { stdout } = await ivr(...check, 'nested.parquet', '--map', 'nested.yaml');
    expect(JSON.parse(stdout)).toMatchObject({ rows: { read: 3, used: 3 } });
  });

  test('proposes for a text that is packed with Zstandard, and tells what is read without', async () => {
    await writeFile(join(folder, 'steps.log'), vendorLog('twilio'));
    const [text, file] = [join(folder, 'steps.log'), join(folder, 'steps.jsonl.zst')];
    await runInDuckDb(
      `COPY (FROM read_csv('${text}', header = false, columns = {'line': 'VARCHAR'}, delim = E'\\x01', quote = '', escape = '')) TO '${file}' (FORMAT csv, HEADER false, QUOTE '', COMPRESSION zstd)`,
      `COPY (FROM read_json('${text}', maximum_depth = 1)) TO '${join(folder, 'steps.parquet')}' (FORMAT parquet)`,
    );
    for (const name of ['steps.jsonl.zst', 'steps.parquet']) {
      const { stderr } = await ivr('calls', 'map', name);
      expect(summary(stderr)).toBe(
        `note: ${name} is read without a mapping, too: it is twilio-studio.`,
      );
    }
  });
});
