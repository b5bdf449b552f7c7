import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { expectGolden } from '../support/golden.ts';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const year = ['--from', '2026-12-01'];
const prove = (menu: string, ...args: readonly string[]) =>
  runIvr(['prove', `menus/${menu}.ivr.yaml`, ...year, ...args], { cwd: projectFolder });

describe('ivr prove on the sample menus', () => {
  test.each(['northwind-bank', 'clearwater-utility', 'harbour-clinic', 'meridian-air'])(
    '%s leaves no caller anywhere',
    async (menu) => {
      const { code, stdout, stderr } = await prove(menu);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expectGolden(join(projectFolder, `test/cli/golden/prove-${menu}.txt`), stdout);
    },
  );

  test('the line that is broken on purpose loses callers in seven ways', async () => {
    const { code, stdout } = await prove('broken-line');
    expect(code).toBe(1);
    expectGolden(join(projectFolder, 'test/cli/golden/prove-broken-line.txt'), stdout);
  });

  test('the same as JSON', async () => {
    const { code, stdout } = await prove('broken-line', '--format', 'json');
    expect(code).toBe(1);
    expectGolden(join(projectFolder, 'test/cli/golden/prove-broken-line.json'), stdout);
  });

  test('a time that can not be read is told', async () => {
    const { code, stderr } = await prove('broken-line', '--to', 'soon');
    expect(code).toBe(2);
    expect(stderr).toContain('"soon" is not a moment that a proof can end at');
  });
});

describe('the command below a counter-example', () => {
  const menu = [
    'ivr: 1',
    'id: two-lines',
    'language: en',
    'entries: [{start: bye}, {start: main}]',
    'nodes:',
    '  main: {kind: menu, options: [{key: "1", to: look}], noInput: {to: bye}, noMatch: {to: bye}}',
    '  look: {kind: task, task: look-up, success: bye}',
    '  bye: {kind: hangup, say: Goodbye.}',
  ].join('\n');

  test('makes the same call, dialled at the same entry', async () => {
    const { stdout } = await runIvr(['prove', '-', ...year], { stdin: menu });
    expect(stdout).toContain(
      `ivr call - --at 2026-12-01T00:00:00+00:00 --entry 2 --actions '[{"do":"press","key":"1"},{"do":"fail"}]'`,
    );
    const json = await runIvr(['prove', '-', ...year, '--format', 'json'], { stdin: menu });
    const { counterExamples } = JSON.parse(json.stdout) as {
      readonly counterExamples: readonly {
        readonly entry: number;
        readonly at: string;
        readonly actions: unknown;
      }[];
    };
    const [{ entry, at, actions } = { entry: 0, at: '', actions: [] }] = counterExamples;
    const call = ['--at', at, '--entry', String(entry), '--actions', JSON.stringify(actions)];
    const { code, stdout: told } = await runIvr(['call', '-', ...call], { stdin: menu });
    expect(code).toBe(1);
    expect(told).toContain('ends at look');
  });
});

describe('failure drills', () => {
  test('each single failure is tried, and a table tells what becomes of callers', async () => {
    const { code, stdout, stderr } = await prove('meridian-air', '--drill', 'each', 'emergency');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expectGolden(join(projectFolder, 'test/cli/golden/prove-meridian-air-drills.txt'), stdout);
  });

  test('a failure that there can not be is told', async () => {
    const { code, stderr } = await prove('meridian-air', '--drill', 'site:atlantis');
    expect(code).toBe(2);
    expect(stderr).toContain('"atlantis"');
  });
});
