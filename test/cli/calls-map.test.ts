import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

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
        'note: of 3 rows at its beginning the mapping uses 0 rows.',
        'note: 3 rows rejected: time without offset.',
        'note: 2 things to look at, told in the mapping.',
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
