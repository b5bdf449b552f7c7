import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8');
const blocksOf = (page: string, language: string): readonly string[] =>
  [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, name, body = '']) =>
    name === language ? [body] : [],
  );
const menu = `ivr: 1
id: shop
language: en
entries: [{start: main}]
nodes:
  main: {kind: announcement, say: Hello., to: nowhere}
`;

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  writeFileSync(join(cwd, 'shop.ivr.yaml'), menu);
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

describe('the page about pipelines', () => {
  const page = read('docs/ci.md');

  test('every example in YAML can be read', () => {
    const examples = blocksOf(page, 'yaml');
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) expect(parse(example)).toEqual(expect.anything());
  });

  test('every command in it is one that ivr takes', async () => {
    const commands = [...page.matchAll(/npx ivr (lint .*)/g)].map(([, command = '']) => command);
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands) {
      const args = command.split(' ').map((word) => (word === 'menus/' ? '.' : word));
      const { code, stderr } = await runIvr(args, { cwd });
      expect({ command, code, stderr }).toEqual({ command, code: 1, stderr: '' });
    }
  });

  test('the hook that it shows is the one that the repository defines', () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml')) as readonly Record<string, unknown>[];
    const shown = blocksOf(page, 'yaml')
      .map((block) => parse(block) as { readonly repos?: readonly { hooks: object[] }[] })
      .flatMap(({ repos = [] }) => repos.flatMap(({ hooks }) => hooks));
    expect(shown).toEqual([
      {
        id: 'ivr-lint',
        name: 'ivr lint',
        entry: hook?.['entry'],
        language: 'system',
        files: hook?.['files'],
      },
    ]);
    const files = new RegExp(String(hook?.['files']));
    expect(
      ['a/b.ivr.yaml', 'b.directory.yml', 'c.ivr.json'].every((name) => files.test(name)),
    ).toBe(true);
    expect(['a.yaml', 'package.json', 'x.ivr.yaml.bak'].some((name) => files.test(name))).toBe(
      false,
    );
  });
});

describe('the page about editors', () => {
  const page = read('docs/editor.md');
  const [settings, tasks] = blocksOf(page, 'json').map((block) => JSON.parse(block) as unknown);

  test('the schemas that it names are there', () => {
    const named = [...page.matchAll(/ivrkit\/(schema\/[\w.]+json)/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(3);
    for (const file of named) expect(JSON.parse(read(file))).toHaveProperty('$schema');
    expect(settings).toHaveProperty(['json.schemas']);
  });

  test('its problem matcher matches what is printed', async () => {
    const { pattern } = (
      tasks as {
        readonly tasks: readonly {
          readonly problemMatcher: { readonly pattern: Record<string, string | number> };
        }[];
      }
    ).tasks[0]?.problemMatcher ?? { pattern: {} };
    const { stdout } = await runIvr(['lint', '.', '--format', 'github'], { cwd });
    const [line = ''] = stdout.split('\n');
    const found = new RegExp(String(pattern['regexp'])).exec(line) ?? [];
    const part = (name: string) => found[Number(pattern[name])];
    expect(['severity', 'file', 'line', 'column', 'code'].map(part)).toEqual([
      'error',
      'shop.ivr.yaml',
      '6',
      '47',
      'missing-target',
    ]);
    expect(part('message')).toContain('nowhere');
  });
});
