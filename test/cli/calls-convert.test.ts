import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describeDuckDb } from '../support/duckdb.ts';
import { runIvr } from '../support/run-ivr.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const header = 'call,at,event,node,value,seq,script\n';
const convert = (...args: readonly string[]) =>
  runIvr(['calls', 'convert', ...args], { cwd: folder });
const read = (name: string) => readFile(join(folder, name), 'utf8');
const digest = async (name: string, ...more: readonly string[]): Promise<unknown> => {
  const { stdout } = await runIvr(
    ['calls', 'check', name, '--format', 'json', '--fail-on', 'never', ...more],
    { cwd: folder },
  );
  return (JSON.parse(stdout) as { readonly digest: unknown }).digest;
};

const dirty = [
  'script,seq,at,call,event,node,value',
  'v1,1,2026-03-02T09:00:00.25+01:00,"a,1",start,,+18005550142',
  'v1,2,2026-03-02T08:00:01Z,"a,1",enter,pin,',
  'v1,3,2026-03-02T08:00:05Z,"a,1",input,pin,4155550100',
  'v1,4,2026-03-02T08:00:05,"a,1",input,pin,4155550101',
  'v1,5,2026-03-02T08:00:09Z,"a,1",hangup,pin,',
  '',
].join('\n');

describe('ivr calls convert', () => {
  test('writes what it read in any layout, with the same calls in it', async () => {
    await writeFile(join(folder, 'dirty.csv'), dirty);
    for (const name of ['a.csv', 'a.csv.gz', 'a.jsonl', 'a.jsonl.gz']) {
      const { code, stdout } = await convert('dirty.csv', '-o', name);
      expect(code).toBe(0);
      expect(stdout).toContain('5 read = 4 used + 1 rejected');
      expect(stdout).toContain(`4 events written to ${name}`);
      expect(await digest(name)).toBe(await digest('a.csv'));
    }
    expect(await read('a.csv')).toBe(
      `${header}${[
        '"a,1",2026-03-02T08:00:00.250Z,start,,other,1,v1',
        '"a,1",2026-03-02T08:00:01.000Z,enter,pin,,2,v1',
        '"a,1",2026-03-02T08:00:05.000Z,input,pin,,3,v1',
        '"a,1",2026-03-02T08:00:09.000Z,hangup,pin,,5,v1',
      ].join('\n')}\n`,
    );
    const packed = gunzipSync(await readFile(join(folder, 'a.csv.gz'))).toString();
    expect(packed).toBe(await read('a.csv'));
  });

  test('writes digits that callers entered only when it is asked to', async () => {
    await convert('dirty.csv', '-o', 'all.csv', '--keep-values');
    expect(await read('all.csv')).toContain('input,pin,4155550100');
    const { code } = await convert(
      'dirty.csv',
      '-o',
      'menu.csv',
      '--menu',
      join(process.cwd(), 'menus/northwind-bank.ivr.yaml'),
    );
    expect(code).toBe(0);
    expect(await read('menu.csv')).toContain('start,,+18005550142');
    expect(await read('menu.csv')).not.toContain('41555');
  });

  test('puts several logs in order of time', async () => {
    const log = (call: string, hour: number) =>
      `call,at,event,node,value\n${call},2026-03-02T0${hour}:00:00Z,end,,\n`;
    await writeFile(join(folder, 'late.csv'), log('l', 9));
    await writeFile(join(folder, 'early.csv'), log('e', 8));
    await convert('late.csv', 'early.csv', '-o', 'both.csv', '--rejects', 'none.csv');
    expect(await read('both.csv')).toMatch(/\ne,.*\nl,/);
    expect(await read('none.csv')).toBe('file,line,column,reason\n');
  });

  test('leaves nothing behind where a log breaks off, and says how files end', async () => {
    await writeFile(
      join(folder, 'broken.csv.gz'),
      (await readFile(join(folder, 'a.csv.gz'))).subarray(0, 100),
    );
    expect((await convert('broken.csv.gz', '-o', 'half.csv')).code).toBe(3);
    expect((await convert('dirty.csv', '-o', 'calls.xlsx')).stderr).toContain('.parquet');
    const left = await readdir(folder);
    expect(left).not.toContain('half.csv');
    expect(left.filter((name) => name.includes('part'))).toEqual([]);
  });
});

describeDuckDb('ivr calls convert to Parquet', () => {
  test('holds the same calls', async () => {
    await writeFile(join(folder, 'dirty.csv'), dirty);
    await convert('dirty.csv', '-o', 'calls.csv');
    expect((await convert('dirty.csv', '-o', 'calls.parquet')).code).toBe(0);
    expect(await digest('calls.parquet', '--engine', 'duckdb')).toBe(await digest('calls.csv'));
    expect((await readdir(folder)).filter((name) => name.includes('part'))).toEqual([]);
  });
});
