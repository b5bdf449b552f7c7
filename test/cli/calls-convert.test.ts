import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

const menus = join(import.meta.dirname, '../../menus');
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

  test('says how many events it has no moment for, which a native log can not say', async () => {
    const entry = (second: number, id: string, type: string) =>
      JSON.stringify({
        ContactId: 'c1',
        ContactFlowId: 'flow',
        ContactFlowModuleType: type,
        Identifier: id,
        Timestamp: `2026-03-02T08:00:0${second}.000Z`,
        Parameters: {},
      });
    const later = entry(1, 'main', 'PlayPrompt').replace('c1', 'c2').replace('08:00', '09:00');
    await writeFile(
      join(folder, 'flow.log'),
      [entry(0, 'hello', 'PlayPrompt'), entry(4, 'main', 'GetUserInput'), later].join('\n'),
    );
    const { stdout } = await convert('flow.log', '-o', 'flow.csv');
    // The caller hung up in the menu at a moment that no entry tells; what the log ends with may go on.
    expect(await read('flow.csv')).toContain('c1,2026-03-02T08:00:04.000Z,hangup,main');
    expect(stdout).toContain("2 of these get the time of the event before: the log doesn't give");
    const { stdout: plain } = await convert('dirty.csv', '-o', 'plain.csv');
    expect(plain).not.toContain('of these');
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

  test('leaves nothing behind where a log is damaged, and says how files end', async () => {
    const damaged = await readFile(join(folder, 'a.csv.gz'));
    damaged.fill(0, damaged.length - 8);
    await writeFile(join(folder, 'broken.csv.gz'), damaged);
    expect((await convert('broken.csv.gz', '-o', 'half.csv')).code).toBe(3);
    expect((await convert('dirty.csv', '-o', 'calls.xlsx')).stderr).toContain('.parquet');
    const left = await readdir(folder);
    expect(left).not.toContain('half.csv');
    expect(left.filter((name) => name.includes('part'))).toEqual([]);
  });

  test('never writes over a log that it reads, by whatever name, nor lists its rejects there', async () => {
    await writeFile(join(folder, 'kept.csv'), dirty);
    await link(join(folder, 'kept.csv'), join(folder, 'other.csv'));
    const said = /is read here and would be overwritten/;
    for (const args of [
      ['convert', 'kept.csv', '-o', './kept.csv'],
      ['convert', 'kept.csv', '-o', 'other.csv'],
      ['convert', 'kept.csv', '-o', 'new.csv', '--rejects', 'other.csv'],
      ['check', 'kept.csv', '--rejects', 'kept.csv'],
      ['map', 'kept.csv', '-o', 'kept.csv'],
    ]) {
      const { code, stderr } = await runIvr(['calls', ...args], { cwd: folder });
      expect(code).toBe(2);
      expect(stderr).toMatch(said);
    }
    const replayed = await runIvr(
      [
        'replay',
        join(menus, 'northwind-bank.ivr.yaml'),
        '--log',
        'kept.csv',
        '--rejects',
        'kept.csv',
      ],
      { cwd: folder },
    );
    expect(replayed.stderr).toMatch(said);
    expect(await read('kept.csv')).toBe(dirty);
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

  test('makes folders on the way, and says what can not be written', async () => {
    await writeFile(join(folder, 'dirty.csv'), dirty);
    expect((await convert('dirty.csv', '-o', 'made/on/way.parquet')).code).toBe(0);
    expect(await readdir(join(folder, 'made/on'))).toEqual(['way.parquet']);
    await mkdir(join(folder, 'taken.parquet'));
    const { code, stderr } = await convert('dirty.csv', '-o', 'taken.parquet');
    expect(code).toBe(3);
    expect(stderr).toContain("error: taken.parquet can't be written: ");
  });
});
