import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

let cwd = '';
const clean = `ivr: 1
id: shop
language: en
entries: [{start: orders}]
nodes:
  orders: {kind: queue, queue: orders}
`;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  await writeFile(join(cwd, 'clean.ivr.yaml'), clean);
  await writeFile(join(cwd, 'error.ivr.yaml'), clean.replace('start: orders', 'start: order'));
  await writeFile(join(cwd, 'broken.ivr.yaml'), clean.replace('nodes:', 'nodes: ]'));
  await writeFile(
    join(cwd, 'warning.ivr.yaml'),
    `ivr: 1
id: shop
language: en
entries: [{start: main}]
nodes:
  main:
    kind: menu
    say: For orders press 1.
    options: [{key: "1", to: orders}, {key: "2", to: orders}]
    noInput: {to: orders}
    noMatch: {to: orders}
  orders: {kind: queue, queue: orders}
`,
  );
  await mkdir(join(cwd, 'empty'));
  await mkdir(join(cwd, 'broken'));
  await writeFile(join(cwd, 'broken', 'a.ivr.yaml'), clean.replace('nodes:', 'nodes: ]'));
  await mkdir(join(cwd, 'single'));
  await writeFile(join(cwd, 'single', 'shop.ivr.yaml'), clean);
  await writeFile(join(cwd, 'log.csv'), 'call,at,event,node,value\n');
});
afterAll(() => rm(cwd, { recursive: true }));

describe('exit codes', () => {
  test.each([
    ['a clean menu', ['lint', 'clean.ivr.yaml'], 0],
    ['an error', ['lint', 'error.ivr.yaml'], 1],
    ['a file that is no YAML', ['lint', 'broken.ivr.yaml'], 1],
    ['a warning', ['lint', 'warning.ivr.yaml'], 0],
    ['a warning that counts', ['lint', 'warning.ivr.yaml', '--fail-on', 'warning'], 1],
    ['an error that does not count', ['lint', 'error.ivr.yaml', '--fail-on', 'never'], 0],
    ['help', ['lint', '--help'], 0],
    ['the version', ['--version'], 0],
    ['no command', [], 2],
    ['a command that holds others, without one', ['calls'], 2],
    ['an unknown command', ['lnt', 'clean.ivr.yaml'], 2],
    ['help of an unknown command', ['help', 'lnt'], 2],
    ['an unknown command with --help', ['lnt', '--help'], 2],
    ['help of an unknown command among others', ['help', 'calls', 'chek'], 2],
    ['an unknown option', ['lint', '--colour', 'clean.ivr.yaml'], 2],
    ['an unknown format', ['lint', 'clean.ivr.yaml', '--format', 'xml'], 2],
    ['a missing argument', ['draw'], 2],
    ['a missing log', ['replay', 'clean.ivr.yaml'], 2],
    ['a file that is not there', ['lint', 'missing.ivr.yaml'], 2],
    ['a log that is not there', ['replay', 'clean.ivr.yaml', '--log', 'missing.csv'], 2],
    ['a folder without menus', ['lint', 'empty'], 2],
    ['a folder without menus to analyse', ['analyze', 'empty'], 2],
    ['nothing to analyse', ['analyze'], 2],
    ['a folder without a menu to draw', ['draw', 'empty'], 2],
    ['a folder without queues to import', ['import', 'empty'], 2],
    ['a folder of several menus to draw', ['draw', '.'], 2],
    ['a menu that can not be drawn, in a folder', ['draw', 'broken'], 3],
    ['a folder of logs that is not there', ['analyze', 'clean.ivr.yaml', '--logs', 'nope'], 2],
    ['a folder of logs that is a file', ['analyze', 'clean.ivr.yaml', '--logs', 'log.csv'], 2],
    ['a number that is none', ['simulate', 'clean.ivr.yaml', '--calls', 'many'], 2],
    ['apply without output', ['suggest', 'clean.ivr.yaml', '--log', 'log.csv', '--apply'], 2],
    ['a language that the menu has not', ['draw', 'clean.ivr.yaml', '--language', 'qq'], 2],
    ['a language that no legend has', ['draw', 'clean.ivr.yaml', '--locale', 'qq'], 2],
    ['a region of the language', ['draw', 'clean.ivr.yaml', '--language', 'en-GB'], 0],
    ['a menu that can not be drawn', ['draw', 'broken.ivr.yaml'], 3],
    ['a log that is none', ['replay', 'clean.ivr.yaml', '--log', 'clean.ivr.yaml'], 3],
  ])('%s', async (_, args, code) => {
    const result = await runIvr(args, { cwd });
    expect({ args, code: result.code, stderr: code < 2 ? '' : result.stderr }).toEqual({
      args,
      code,
      stderr: code < 2 ? '' : expect.stringMatching(/^(?:error|Usage): /),
    });
    expect(result.stderr).not.toContain('This is a bug');
  });

  test.each([
    [['help', 'lnt'], 'lnt', 'lint'],
    [['lnt', '--help'], 'lnt', 'lint'],
    [['help', 'calls', 'chek'], 'chek', 'check'],
    [['calls', 'help', 'chek'], 'chek', 'check'],
    [['calls', 'chek', '--help'], 'chek', 'check'],
  ])('%j names the command that was meant', async (args, typed, meant) => {
    const { stdout, stderr } = await runIvr(args, { cwd });
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `error: unknown command '${typed}'\n(Did you mean ${meant}?)\nTry --help for what there is.\n`,
    );
  });

  test.each([
    [['lint', 'clean.ivr.yaml', '--format', 'markdwn'], 'markdown'],
    [['lint', 'clean.ivr.yaml', '--output', 'sarf=x.sarif'], 'sarif'],
    [['lint', 'clean.ivr.yaml', '--preset', 'spain'], 'law-spain'],
    [['lint', 'clean.ivr.yaml', '--fail-on', 'warn'], 'warning'],
    [['replay', 'clean.ivr.yaml', '--engine', 'duckd'], 'duckdb'],
    [['draw', 'clean.ivr.yaml', '--as', 'icicles'], 'icicle'],
    [['draw', 'clean.ivr.yaml', '--chart', 'outcome'], 'outcomes'],
    [['diff', 'clean.ivr.yaml', 'error.ivr.yaml', '--side', 'befor'], 'before'],
    [['export', 'clean.ivr.yaml', '--to', 'connect'], 'amazon-connect'],
    [['import', 'clean.ivr.yaml', '--format', 'YAML'], 'yaml'],
    [['costs', 'clean.ivr.yaml', '--format', 'cvs'], 'csv'],
  ])('%j names the choice that was meant', async (args, meant) => {
    const { code, stderr } = await runIvr(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: option '.*' argument '.*' is invalid\. .*\.\n/);
    expect(stderr.split('\n').slice(1)).toEqual([
      `(Did you mean ${meant}?)`,
      'Try --help for what there is.',
      '',
    ]);
  });

  test.each([
    [['replay', 'clean.ivr.yaml', '-l', 'log.csv', '--log-format', 'twilo'], 'twilio-studio'],
    [['replay', 'clean.ivr.yaml', '-l', 'log.csv', '--log-format', 'Nativ'], 'native'],
    [['replay', 'clean.ivr.yaml', '-l', 'log.csv', '--zone', 'Madrid'], 'Europe/Madrid'],
    [['suggest', 'clean.ivr.yaml', '-l', 'log.csv', '--only', 'reord'], 'reorder'],
    [['lint', 'clean.ivr.yaml', '--rule', 'dead-ends=off'], 'dead-end'],
    [['lint', 'clean.ivr.yaml', '--only', 'dead-ends'], 'dead-end'],
    [['explain', 'DEAD-END'], 'dead-end'],
    [['print', 'clean.ivr.yaml', '--id', 'shp'], 'shop'],
  ])('%j asks for the name that was meant', async (args, meant) => {
    const { code, stderr } = await runIvr(args, { cwd });
    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toMatch(new RegExp(`^error: .* Did you mean "${meant}"\\?$`));
  });

  test.each([
    [
      ['replay', 'clean.ivr.yaml', '-l', 'log.csv', '--reasons', 'r.csv'],
      '--reasons goes with --as',
    ],
    [
      ['replay', 'clean.ivr.yaml', '-l', 'log.csv', '--url', 'http://x'],
      '--url goes with --table or --engine',
    ],
    [['draw', 'clean.ivr.yaml', '--node', 'main'], '--node goes with --chart'],
    [['draw', 'clean.ivr.yaml', '--map', 'm.yaml'], '--map goes with --log or --table'],
    [['draw', 'clean.ivr.yaml', '--week', '--focus', 'main'], 'Charts and weeks show no steps: '],
    [['report', 'clean.ivr.yaml', '--from', '2026-02-10'], '--from goes with --log or --table'],
    [['analyze', '.', '--changed', '2026-02-10'], '--changed goes with --log, --table or --report'],
    [
      ['diff', 'clean.ivr.yaml', 'error.ivr.yaml', '--side', 'after'],
      '--side goes with --format svg',
    ],
  ])('%j is not taken as if the option meant something', async (args, said) => {
    const { code, stdout, stderr } = await runIvr(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error: ${said}`);
  });

  test('an export that names no format is told of all of them', async () => {
    const { code, stderr } = await runIvr(['export', 'clean.ivr.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('error: Say with --to what to write: native-yaml, native-json, ');
  });

  test('an argument shows no signs that would move the cursor of a terminal', async () => {
    const { stderr } = await runIvr(['lint', 'clean.ivr.yaml', '--format', '\u001b[31mred'], {
      cwd,
    });
    expect(stderr).toContain("argument '·[31mred' is invalid");
  });

  test.each([
    [['help'], 'Usage: ivr [options] [command]'],
    [['help', 'lint'], 'Usage: ivr lint '],
    [['help', 'lint', 'menus/'], 'Usage: ivr lint '],
    [['help', 'calls'], 'Usage: ivr calls [options] [command]'],
    [['help', 'calls', 'map'], 'Usage: ivr calls map '],
    [['calls', 'help', 'map'], 'Usage: ivr calls map '],
    [['help', '--help'], 'Usage: ivr [options] [command]'],
  ])('%j prints the help that is asked for', async (args, usage) => {
    const { code, stdout } = await runIvr(args, { cwd });
    expect({ code, usage: stdout.slice(0, usage.length) }).toEqual({ code: 0, usage });
  });

  test('one menu of a folder is taken by itself, by its id, or by its file', async () => {
    const single = await runIvr(['print', 'single'], { cwd });
    expect({ code: single.code, stdout: single.stdout.slice(0, 4) }).toEqual({
      code: 0,
      stdout: 'shop',
    });
    const several = await runIvr(['print', '.'], { cwd });
    expect(several.stderr).toBe(
      'error: . holds menus in 4 files.\n  Name the file of one: clean.ivr.yaml, error.ivr.yaml, single/shop.ivr.yaml, warning.ivr.yaml.\n',
    );
    expect((await runIvr(['print', 'single', '--id', 'shop'], { cwd })).code).toBe(0);
    expect((await runIvr(['print', '.', '--id', 'bank'], { cwd })).stderr).toContain(
      '. has no script "bank".\n  It has: shop.',
    );
  });

  test('a folder without the log of any menu is told of', async () => {
    const args = ['analyze', 'clean.ivr.yaml', '--logs', 'empty', '-o', 'written'];
    const { code, stderr } = await runIvr(args, { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe('note: No log in empty has the name of a menu, such as clean.csv.\n');
  });

  test('an error shows no signs that would move the cursor of a terminal', async () => {
    await writeFile(join(cwd, 'escape.ivr.yaml'), 'ivr: 1\nbad \u001b[31mred\u0007\nid: x\n');
    const { stderr } = await runIvr(['draw', 'escape.ivr.yaml'], { cwd });
    expect(stderr).toContain('"bad ·[31mred·" has no colon.\n  Write');
    expect((await runIvr(['draw', 'a\u001b[31m.yaml'], { cwd })).stderr).toContain('a·[31m.yaml');
  });

  test('an error tells the place and the way out', async () => {
    const { stderr } = await runIvr(['draw', 'broken.ivr.yaml'], { cwd });
    expect(stderr).toBe(
      'error: broken.ivr.yaml:5:8: This bracket closes nothing.\n  Remove it, or open one where it belongs. A text that begins with it needs quotes.\n',
    );
    const log = await runIvr(['draw', 'log.csv'], { cwd });
    expect(log.stderr).toContain('it is a log, which goes with --log.\n  Give a script');
    const table = await runIvr(['draw', join(projectFolder, 'menus/contact-reasons.csv')], { cwd });
    expect(table.stderr).toContain('it is a table of contact reasons, which goes to ivr design.');
  });
});
