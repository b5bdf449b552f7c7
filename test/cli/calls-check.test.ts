import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const log = 'sample-logs/northwind-bank.csv';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const dirty = [
  'call,at,event,node,value',
  'c1,2026-03-02T08:00:00Z,enter,pin,',
  'c1,2026-03-02T08:00:05Z,input,pin,4155550100',
  'c1,2026-03-02T08:00:06,input,pin,4155550101',
  '"=1+1,broken',
  '',
].join('\n');

interface CheckDocument {
  readonly verdict: string;
  readonly rows: { readonly read: number; readonly used: number; readonly rejected: number };
  readonly digest: string;
  readonly callsBy: readonly { readonly period: string; readonly calls: number }[];
}

describe('ivr calls check', () => {
  test('a sound log passes, its rows and calls add up', async () => {
    const { code, stdout } = await runIvr(['calls', 'check', log, '--format', 'json']);
    const check = JSON.parse(stdout) as CheckDocument & { readonly calls: number };
    expect(code).toBe(0);
    expect(check.verdict).toBe('yes');
    expect(check.rows.used + check.rows.rejected).toBe(check.rows.read);
    expect(check.callsBy.reduce((sum, { calls }) => sum + calls, 0)).toBe(check.calls);
  });

  test('a log of some other layout in JSON is none, and what reads it is told', async () => {
    await writeFile(join(folder, 'theirs.jsonl'), '{"session":"x","menu":"main"}\n');
    const { code, stdout } = await runIvr(['calls', 'check', 'theirs.jsonl'], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toContain('None of 1 row could be used.');
    expect(stdout).toContain('`ivr calls map` proposes a mapping');
  });

  test('the same calls in another layout have the same digest', async () => {
    const rows = (await readFile(log, 'utf8')).trimEnd().split('\n');
    const names = rows[0]?.split(',') ?? [];
    const json = rows.slice(1).map((row) => {
      const fields = row.split(',');
      return JSON.stringify(Object.fromEntries(names.map((name, index) => [name, fields[index]])));
    });
    const file = join(folder, 'same.jsonl');
    await writeFile(file, json.join('\n'));
    const digest = async (path: string) => {
      const { stdout } = await runIvr(['calls', 'check', path, '--format', 'json']);
      return (JSON.parse(stdout) as CheckDocument).digest;
    };
    expect(await digest(file)).toBe(await digest(log));
  });

  test('a log that nobody should conclude from fails, and no digits are shown', async () => {
    const rejects = join(folder, 'rejects.csv');
    const run = await runIvr(['calls', 'check', '-', '--rejects', rejects], { stdin: dirty });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('Usable? no');
    expect(run.stdout).toContain('standard input:4 at');
    expect(run.stderr).toContain('lists 2 rejected rows');
    const listed = await readFile(rejects, 'utf8');
    expect(listed).toBe(
      [
        'file,line,column,reason',
        'standard input,4,at,time without offset',
        'standard input,5,,quote not closed',
        '',
      ].join('\n'),
    );
    expect(`${run.stdout}${run.stderr}${listed}`).not.toContain('41555');
    expect(await readdir(folder)).toContain('rejects.csv');
    expect(
      (await runIvr(['calls', 'check', '-', '--fail-on', 'never'], { stdin: dirty })).code,
    ).toBe(0);
  });

  test('names of files that look like formulas are safe in the list', async () => {
    await writeFile(join(folder, '=cmd.csv'), dirty);
    await runIvr(['calls', 'check', '=cmd.csv', '--rejects', 'list.csv'], { cwd: folder });
    const [, row] = (await readFile(join(folder, 'list.csv'), 'utf8')).split('\n');
    expect(row).toMatch(/^("?)'=cmd/);
  });

  test('a log that is none, and an engine that is none, end the work', async () => {
    expect((await runIvr(['calls', 'check', 'no-such.csv'])).code).toBe(2);
    expect((await runIvr(['calls', 'check', log, '--engine', 'abacus'])).code).toBe(2);
    const list = join(folder, 'none.csv');
    const run = await runIvr(['calls', 'check', 'README.md', '--rejects', list]);
    expect(run.code).toBe(3);
    expect(await readdir(folder)).not.toContain('none.csv');
  });
});
