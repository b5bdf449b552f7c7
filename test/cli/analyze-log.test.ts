import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const menu = (version: string, node: string): string => `ivr: 1
id: shop
version: "${version}"
language: en
entries: [{number: "+18005550142", start: main}]
nodes:
  main: {kind: menu, options: [{key: "1", reason: cards, to: ${node}}, {key: "0", role: agent, to: desk}]}
  ${node}: {kind: queue, queue: cards}
  desk: {kind: queue, queue: desk}
`;

/** A call a day from 1 May on: to \`cards\` until the 3rd, to \`cards-2\` from then on. */
function logOf(days: number, withVersion: boolean): string {
  const rows = Array.from({ length: days }, (_, day) => {
    const at = (second: number) => new Date(Date.UTC(2026, 4, 1 + day, 9, 0, second)).toISOString();
    const [node, version] = day < 2 ? ['cards', 'v1'] : ['cards-2', 'v2'];
    const own = `+18005551000,${withVersion ? version : ''}`;
    return [
      ...[`c${day},${at(0)},start,,+18005550142,${own}`, `c${day},${at(0)},enter,main,,${own}`],
      ...[`c${day},${at(5)},input,main,1,${own}`, `c${day},${at(5)},enter,${node},,${own}`],
      ...[`c${day},${at(6)},queue,${node},cards,${own}`, `c${day},${at(9)},answer,${node},,${own}`],
    ].join('\n');
  });
  return `call,at,event,node,value,caller,script\n${rows.join('\n')}\n`;
}

function folder(withVersion = false): string {
  const cwd = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  writeFileSync(join(cwd, 'old.ivr.yaml'), menu('v1', 'cards'));
  writeFileSync(join(cwd, 'new.ivr.yaml'), menu('v2', 'cards-2'));
  writeFileSync(join(cwd, 'calls.csv'), logOf(6, withVersion));
  return cwd;
}
const analyze = (cwd: string, ...args: string[]) =>
  runIvr(['analyze', '--log', 'calls.csv', '--no-config', ...args], { cwd });

describe('a log of two versions', () => {
  test('on one of them is no basis for conclusions, and says since when it differs', async () => {
    const cwd = folder();
    const { stdout } = await runIvr(['replay', 'old.ivr.yaml', '--log', 'calls.csv'], { cwd });
    expect(stdout).toContain('Only 33.3 % of the calls fit the script completely');
    expect(stdout).toContain('4 calls, 2026-05-03 to 2026-05-06  cards-2: came here');
    expect(stdout).not.toContain('self-served');
  });

  test('parted by time, each fits its own, and what changed is told', async () => {
    const cwd = folder();
    const parts = ['--script', 'old.ivr.yaml', '--until', '2026-05-03', 'new.ivr.yaml'];
    const { stdout, code } = await analyze(cwd, ...parts, '-f', 'json');
    const { versions } = JSON.parse(stdout) as { versions: Record<string, unknown>[] };
    expect(code).toBe(0);
    expect(versions).toMatchObject([
      { version: 'until 2026-05-03', calls: 2, leftOut: 4, fit: { isEnough: true } },
      { version: 'from 2026-05-03', calls: 4, leftOut: 2, fit: { isEnough: true } },
    ]);
    expect(Object.keys(versions[1]?.['insights'] as object)).toContain('versions');
  });

  test('parted by the version that rows name, where scripts name theirs', async () => {
    const cwd = folder(true);
    const scripts = ['--script', 'old.ivr.yaml', '--script', 'new.ivr.yaml'];
    const replay = ['replay', '--log', 'calls.csv', '-f', 'json', ...scripts];
    const { stdout } = await runIvr(replay, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      versions: [
        { version: 'v1', calls: 2, fitness: 1 },
        { version: 'v2', calls: 4, fitness: 1 },
      ],
    });
    const mixed = await runIvr(['replay', 'new.ivr.yaml', '--log', 'calls.csv'], { cwd });
    expect(mixed.stdout).toContain('v1 (2 calls), v2 (4 calls): mixed');
  });

  test('what can not be told apart is refused', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'old.ivr.yaml'), menu('v2', 'cards'));
    const both = await analyze(cwd, '--script', 'old.ivr.yaml', 'new.ivr.yaml');
    expect(both).toMatchObject({ code: 2, stdout: '' });
    expect(both.stderr).toContain("can't be separated");
    const moments = await analyze(cwd, 'new.ivr.yaml', '--until', '2026-05-03');
    expect(moments.stderr).toContain('that makes 0, and 1 are given');
  });
});

describe('which calls are told', () => {
  test('those of a window, by the wall clock of a zone', async () => {
    const cwd = folder();
    const window = ['--from', '2026-05-03', '--to', '2026-05-05 19:00', '--zone', 'Asia/Tokyo'];
    const { stdout } = await analyze(cwd, 'new.ivr.yaml', ...window, '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ calls: 3, leftOut: 3 });
    const nowhere = await analyze(cwd, 'new.ivr.yaml', '--zone', 'Mars/Base');
    expect(nowhere).toMatchObject({ code: 2, stdout: '' });
  });

  test('numbers of callers never appear, and repeat calls are found by any key', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'key'), 'a key that nobody else knows');
    writeFileSync(join(cwd, 'short'), 'short');
    const only = ['--anyway', '--only', 'repeat-calls', '-f', 'json'];
    const found = await analyze(cwd, 'new.ivr.yaml', ...only);
    const keyed = await analyze(cwd, 'new.ivr.yaml', ...only, '--callers-key', 'key');
    expect(keyed.stdout).toBe(found.stdout);
    expect(found.stdout).toContain('"count": 5');
    expect(found.stdout).not.toContain('8005551000');
    const weak = await analyze(cwd, 'new.ivr.yaml', ...only, '--callers-key', 'short');
    expect(weak.stderr).toContain('too short');
  });
});

describe('reports as files', () => {
  test('CSV is a folder that appears whole, and others in it stay', async () => {
    const cwd = folder();
    const args = ['new.ivr.yaml', '--anyway', '-f', 'csv', '-o', 'numbers'];
    expect(await analyze(cwd, ...args)).toMatchObject({ code: 0, stdout: '' });
    const first = readdirSync(join(cwd, 'numbers'));
    expect(first).toEqual(expect.arrayContaining(['outcomes.csv', 'log.csv', 'left-out.csv']));
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
    writeFileSync(join(cwd, 'numbers', 'mine.txt'), 'kept');
    await analyze(cwd, ...args);
    expect(readFileSync(join(cwd, 'numbers', 'mine.txt'), 'utf8')).toBe('kept');
    const alone = await analyze(cwd, 'new.ivr.yaml', '-f', 'csv');
    expect(alone.stderr).toContain('Name the folder');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('what is shared has no row of 1 to 4 calls, no numbers and no exact times', async () => {
    const cwd = folder();
    const args = ['new.ivr.yaml', '--anyway', '--anonymise', '-f', 'json'];
    const { stdout } = await analyze(cwd, ...args);
    // Below a table stands how many rows it hides: no calls.
    const told = stdout.replace(/"count": \d+,\s+"what": "rows of fewer/g, '');
    expect(told).not.toMatch(/"count": [1-4],|18005550142|T09:00/);
    expect(stdout).toContain('2026-05-01T00:00:00.000Z');
  });

  test('several menus, or none, are no question for one log', async () => {
    const cwd = folder();
    expect((await analyze(cwd, 'old.ivr.yaml', 'new.ivr.yaml')).code).toBe(2);
    expect((await analyze(cwd)).code).toBe(2);
    expect((await runIvr(['analyze'], { cwd })).code).toBe(2);
    expect((await analyze(cwd, 'new.ivr.yaml', '--only', 'nothing')).stderr).toContain('nothing');
  });
});

test('-l names the log, as it does everywhere', async () => {
  const cwd = folder();
  const long = await runIvr(['analyze', 'new.ivr.yaml', '--log', 'calls.csv'], { cwd });
  expect(long.code).toBe(0);
  expect(await runIvr(['analyze', 'new.ivr.yaml', '-l', 'calls.csv'], { cwd })).toEqual(long);
});
