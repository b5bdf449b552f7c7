import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { runIvr } from '../support/run-ivr.ts';

const menu = `ivr: 1
id: shop
language: en
entries: [{start: main}]
nodes:
  main: {kind: announcement, say: Hello., to: nowhere}
`;
const clean = menu.replace(', to: nowhere}', ', to: bye}\n  bye: {kind: hangup}');

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  await writeFile(join(cwd, 'shop.ivr.yaml'), menu);
});
afterEach(() => rm(cwd, { recursive: true }));
const read = (file: string) => readFile(join(cwd, file), 'utf8');

describe('the reports of ivr lint', () => {
  test.each([
    ['json', '"schemaVersion": 1'],
    ['sarif', '"version": "2.1.0"'],
    ['github', '::error file=shop.ivr.yaml,'],
    ['gitlab', '"check_name": "missing-target"'],
    ['junit', '<testsuites name="ivr lint"'],
    ['markdown', '| error | shop.ivr.yaml:6:'],
    ['text', '\n1 file, 1 node: 1 error'],
  ])('%s is printed when it is asked for', async (format, part) => {
    const { code, stdout } = await runIvr(['lint', 'shop.ivr.yaml', '-f', format], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(part);
  });

  test('several are written in one run, beside the text for people', async () => {
    const args = ['lint', 'shop.ivr.yaml', '-o', 'sarif=new/out.sarif', '-o', 'json=a=b.json'];
    const { code, stdout } = await runIvr(args, { cwd, env: { FORCE_COLOR: '1' } });
    expect(code).toBe(1);
    expect(stdout).toContain('\u001b[');
    expect(JSON.parse(await read('new/out.sarif'))).toHaveProperty('runs');
    expect(JSON.parse(await read('a=b.json'))).toHaveProperty('findings');
    expect((await readdir(cwd)).sort()).toEqual(['a=b.json', 'new', 'shop.ivr.yaml']);
  });

  test('one of them can go to standard output instead of the text', async () => {
    const args = ['lint', 'shop.ivr.yaml', '-o', 'text=out.txt', '-o', 'json=-'];
    const { stdout } = await runIvr(args, { cwd, env: { FORCE_COLOR: '1' } });
    expect(JSON.parse(stdout)).toHaveProperty('findings');
    expect(await read('out.txt')).not.toContain('\u001b');
  });

  test.each([
    ['no file', ['-o', 'sarif']],
    ['an empty file', ['-o', 'sarif=']],
    ['no format', ['-o', '=x']],
    ['an unknown format', ['-o', 'xml=x']],
    ['two reports in one file', ['-o', 'sarif=x', '-o', 'json=./x']],
    ['two reports on standard output', ['-o', 'sarif=-', '-o', 'json=-']],
    ['a format and a report on standard output', ['-f', 'text', '-o', 'json=-']],
    ['standard input watched', ['-', '--watch']],
  ])('%s is wrong usage, and nothing is written', async (_, args) => {
    const { code, stdout, stderr } = await runIvr(['lint', 'shop.ivr.yaml', ...args], { cwd });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: /) as unknown,
    });
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  test('Markdown goes by both of its names, on standard output and in files', async () => {
    const lint = async (...args: string[]) => {
      const { stdout } = await runIvr(['lint', 'shop.ivr.yaml', ...args], { cwd });
      return stdout;
    };
    const markdown = await lint('-f', 'markdown');
    expect(markdown).toMatch(/^#/);
    expect(await lint('-f', 'md')).toBe(markdown);
    expect(await lint('-o', 'md=-')).toBe(markdown);
  });

  test('one that can not be written is told', async () => {
    await mkdir(join(cwd, 'taken'));
    const { code, stderr } = await runIvr(['lint', 'shop.ivr.yaml', '-o', 'json=taken'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("taken can't be written");
  });
});

describe('ivr lint --watch', () => {
  test('checks again after a change, lives through errors, and ends by an interruption', async () => {
    const stop = new AbortController();
    let stdout = '';
    let stderr = '';
    let wake = (): void => undefined;
    const took = (text: string) => {
      wake();
      return text;
    };
    /** Waits until the text holds a part; fails only by the test's own time limit. */
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await new Promise<void>((resolved) => (wake = resolved));
    };
    async function* nothing(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield* [];
    }
    const running = run(['lint', 'shop.ivr.yaml', '--watch', '-o', 'json=out.json'], {
      stdin: nothing(),
      stdout: { write: (text) => took((stdout += text)) },
      stderr: { write: (text) => took((stderr += text)) },
      env: {},
      cwd,
      interrupted: () => stop.signal,
    });
    await until(() => stdout.includes('1 error'));
    await until(() => stderr.includes('Watching shop.ivr.yaml. Ctrl-C ends it.'));
    await rm(join(cwd, 'shop.ivr.yaml'));
    await until(() => stderr.includes('There is no file shop.ivr.yaml.'));
    await writeFile(join(cwd, 'shop.ivr.yaml'), clean);
    await until(() => stdout.includes('no problems found'));
    expect(stderr).toContain('Changed: shop.ivr.yaml\n');
    stop.abort();
    expect(await running).toBe(0);
    expect(JSON.parse(await read('out.json'))).toMatchObject({ findings: [] });
  });
});

describe('ivr rules and ivr explain', () => {
  test('list and explain', async () => {
    expect((await runIvr(['rules'])).stdout).toMatch(/^dead-end +error +recommended +every node/m);
    const { stdout } = await runIvr(['rules', '--format', 'json']);
    expect(JSON.parse(stdout)).toHaveProperty('rules');
    expect((await runIvr(['explain', 'dead-end'])).stdout).toMatch(/^dead-end {2}error/);
  });

  test('an unknown rule is wrong usage, and the rule that was meant is named', async () => {
    const { code, stderr } = await runIvr(['explain', 'dead-ends']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'error: There is no rule "dead-ends". Did you mean "dead-end"?\n  Run `ivr rules` for all of them.\n',
    });
  });
});
