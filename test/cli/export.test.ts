import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const folder = mkdtempSync(join(tmpdir(), 'ivr-export-'));
const bank = 'menus/northwind-bank.ivr.yaml';

describe('ivr export', () => {
  test('writes the menu to standard output, and nothing else where all was said', async () => {
    const { code, stdout, stderr } = await runIvr(['export', bank, '--to', 'native-json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ ivr: 1, id: 'northwind-main' });
  });

  test('writes the menu to a file', async () => {
    const file = join(folder, 'bank.ivr.json');
    const run = await runIvr(['export', bank, '--to', 'native-json', '-o', file]);
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ ivr: 1 });
  });

  test('tells names that are not used, on standard error', async () => {
    const names = join(folder, 'names.yaml');
    writeFileSync(names, 'queues: {generel: arn}\n');
    const run = await runIvr(['export', bank, '--to', 'native-yaml', '--names', names]);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^\$schema|^ivr: 1/m);
    expect(run.stderr).toContain('warning unused-name');
    const strict = ['--fail-on', 'warning', '--format', 'json'];
    const again = await runIvr([
      'export',
      bank,
      '--to',
      'native-yaml',
      '--names',
      names,
      ...strict,
    ]);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stderr)).toMatchObject({ findings: [{ ruleId: 'unused-name' }] });
  });

  test('a table of names that is broken stops it, with every place', async () => {
    const names = join(folder, 'broken.yaml');
    writeFileSync(names, 'queue: {a: b}\nqueues: {c: 5}\n');
    const run = await runIvr(['export', bank, '--to', 'native-yaml', '--names', names]);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('broken.yaml:1:1: ');
    expect(run.stderr).toContain('broken.yaml:2:13: ');
  });

  test('a format that does not exist is wrong usage', async () => {
    const { code, stderr } = await runIvr(['export', bank, '--to', 'word']);
    expect(code).toBe(2);
    expect(stderr).toContain('native-yaml');
  });
});
