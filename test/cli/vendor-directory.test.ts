import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runIvr } from '../support/run-ivr.ts';

const menu = `ivr: 1
id: shop
language: en
directory: queues.csv
entries: [{start: cards}]
nodes:
  cards: {kind: queue, queue: cards, announce: {every: 30s}, overflow: {after: 2m, to: bye}, closed: bye}
  bye: {kind: hangup, say: Bye.}
`;

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  writeFileSync(join(cwd, 'shop.ivr.yaml'), menu);
  writeFileSync(join(cwd, 'bare.ivr.yaml'), menu.replace('directory: queues.csv\n', ''));
  writeFileSync(
    join(cwd, 'queues.csv'),
    'queue,calendar,opening hours\ncards,Office,Mo-Fr 08:00-20:00\nloans,Late,\n',
  );
  mkdirSync(join(cwd, 'empty'));
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

test('a script names a table of queues as its directory, and findings stand in the table', async () => {
  const { code, stdout } = await runIvr(['lint', 'shop.ivr.yaml'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('queues.csv\n\n  3:7 error unknown-calendar');
  expect(stdout).not.toContain('unknown-queue');
});

test('--directory takes a table too', async () => {
  const { stdout } = await runIvr(['lint', 'bare.ivr.yaml', '--directory', 'queues.csv'], { cwd });
  expect(stdout).toContain('queues.csv\n\n  3:7 error unknown-calendar');
});

test('what is imported from standard input and from a file is the same but for its name', async () => {
  const stdin = readFileSync(join(cwd, 'queues.csv'), 'utf8');
  const [typed, read] = [
    await runIvr(['import', '-'], { cwd, stdin }),
    await runIvr(['import', 'queues.csv'], { cwd }),
  ];
  expect(typed.stdout.replace('id: directory', 'id: queues')).toBe(read.stdout);
});

test('a menu on standard input is still imported as a menu', async () => {
  const { code, stdout } = await runIvr(['import', '-'], { cwd, stdin: menu });
  expect([code, stdout]).toEqual([0, expect.stringContaining('ivr: 1\nid: shop')]);
});

test('a folder without queues is told, with what could be given', async () => {
  const { code, stderr } = await runIvr(['import', 'empty'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('No file in empty describes queues or their hours.');
});

test('a week can be drawn only where something says when it is open', async () => {
  const bare = await runIvr(['draw', 'bare.ivr.yaml', '--week', '2026-03-25'], { cwd });
  expect([bare.code, bare.stderr]).toEqual([2, expect.stringContaining('has no directory')]);
  const { code, stderr } = await runIvr(['draw', 'shop.ivr.yaml', '--week', '2026-02-30'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('It takes a day like 2027-03-01.')]);
});
