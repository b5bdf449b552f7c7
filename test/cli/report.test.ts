import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const menu = 'menus/broken-line.ivr.yaml';
const log = ['--log', 'sample-logs/broken-line.csv'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('ivr report', () => {
  test('writes a folder of tables, with a line for each of them in its readme', async () => {
    const out = join(folder, 'tables');
    const { code, stderr } = await runIvr(['report', menu, ...log, '--format', 'csv', '-o', out]);
    expect([code, stderr]).toEqual([0, '']);
    const files = readdirSync(out);
    expect(files).toEqual(
      expect.arrayContaining([
        ...['changes.csv', 'findings.csv', 'log.csv', 'outcomes.csv', 'proof.csv'],
        ...['readme.md', 'steps.csv', 'ways.csv'],
      ]),
    );
    const readme = readFileSync(join(out, 'readme.md'), 'utf8');
    for (const file of files.filter((name) => name.endsWith('.csv'))) {
      expect(readme).toMatch(new RegExp(`^\\| ${file} \\| .*\\w.* \\|$`, 'm'));
      // Refuses lines that have more or fewer cells than the heading.
      const rows = parse(readFileSync(join(out, file)));
      expect(rows.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    }
  });

  test('its steps and ways have the calls that the replay counts', async () => {
    const out = join(folder, 'counts');
    await runIvr(['report', menu, ...log, '--format', 'csv', '-o', out]);
    const steps = readFileSync(join(out, 'steps.csv'), 'utf8').split('\n');
    expect(steps[0]).toBe('node,kind,title,calls,visits,lost,no_input,no_match');
    expect(steps).toContain('archive,menu,,10,18,10,0,0');
    const ways = readFileSync(join(out, 'ways.csv'), 'utf8').split('\n');
    expect(ways[0]).toBe('from,trigger,value,to,calls');
    expect(ways.find((line) => line.startsWith('main,key,1,'))).toBe('main,key,1,orders,68');
  });

  test('needs a folder for tables', async () => {
    const { code, stderr } = await runIvr(['report', menu, '--format', 'csv']);
    expect(code).toBe(2);
    expect(stderr).toContain('CSV is a folder');
  });

  test('says where it cannot be written', async () => {
    const out = join(folder, 'file');
    writeFileSync(out, 'no folder');
    const { code, stderr } = await runIvr([
      ...['report', menu, '-o', join(out, 'report.html'), '--day', '2026-03-02'],
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain("can't be written");
    expect(readFileSync(out, 'utf8')).toBe('no folder');
  });

  test('quotes what shells would take apart in the command that it proposes', async () => {
    const { stdout } = await runIvr([
      ...[
        'report',
        'menus/northwind-bank.ivr.yaml',
        ...['--log', 'sample-logs/northwind-bank.csv'],
      ],
      ...['--log-zone', 'Europe/Athens', '--format', 'md'],
    ]);
    expect(stdout.replaceAll('\\', '')).toMatch(
      /ivr suggest menus\/northwind-bank\.ivr\.yaml --log sample-logs\/northwind-bank\.csv --log-zone Europe\/Athens --apply [\d,]+ -o northwind-bank\.shorter\.ivr\.yaml/,
    );
  });

  test('tells of a script that is none', async () => {
    const { code, stderr } = await runIvr(['report', 'package.json']);
    expect(code).toBe(3);
    expect(stderr).not.toContain('    at ');
  });
});
