import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { findFiles, type FoundFile } from '../../src/files/find-files.ts';
import { lintInThreads, threadsFor } from '../../src/files/lint-in-threads.ts';
import { lintInTurn } from '../../src/files/lint-in-turn.ts';
import { createFileLoader, looksLikeMenu } from '../../src/files/load-menus.ts';
import { recommendedSelection, selectRules } from '../../src/files/select-rules.ts';
import { defaultConfig } from '../../src/lint/config.ts';
import { projectFolder } from '../support/run-ivr.ts';

let cwd = '';
const program = () => join(cwd, 'node_modules/part-linter.js');
const options = () => ({ cwd, stdin: Readable.from([]) });

const flow = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'a',
  Actions: [
    {
      Identifier: 'a',
      Type: 'MessageParticipant',
      Parameters: { Text: 'Hello.' },
      Transitions: { NextAction: 'gone', Errors: [], Conditions: [] },
    },
  ],
});

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'ivrkit-lint-threads-'));
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/files/part-linter.ts', import.meta.url))],
    outfile: program(),
    ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' },
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  writeFileSync(join(cwd, 'node_modules/package.json'), '{"type": "module"}');
  const menus = join(projectFolder, 'menus');
  for (const name of readdirSync(menus)) {
    if (!name.endsWith('.yaml')) continue;
    copyFileSync(join(menus, name), join(cwd, name));
    if (name.endsWith('.ivr.yaml')) copyFileSync(join(menus, name), join(cwd, `again-${name}`));
  }
  writeFileSync(join(cwd, 'broken.ivr.yaml'), 'ivr: 1\nid: [\n');
  writeFileSync(join(cwd, 'flow.json'), flow);
  writeFileSync(join(cwd, 'other.json'), '{"name": "not ours"}');
  writeFileSync(
    join(cwd, 'quiet.ivr.yaml'),
    'ivr: 1\nid: quiet\nlanguage: en\ndirectory: gone.directory.yaml\nentries: [{start: a}]\nnodes:\n  # ivr-disable-next-line dead-end -- it ends here on purpose\n  a: {kind: announcement, say: Hello.}\n',
  );
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

/** All of an outcome but the whole text of its file. */
const told = (outcomes: unknown): string =>
  JSON.stringify(outcomes, (name, value: unknown) => (name === 'text' ? undefined : value));

const found = (): Promise<readonly FoundFile[]> => findFiles(['.'], cwd, looksLikeMenu);

async function both(files: readonly FoundFile[], selection = recommendedSelection) {
  const [inTurn, inThreads] = [createFileLoader(options()), createFileLoader(options())];
  const run = (lint: Promise<unknown>) =>
    lint.catch((error: unknown) => ({ thrown: error, says: String(error) }));
  return {
    one: await run(lintInTurn(files, inTurn, selection)),
    several: await run(lintInThreads(files, 3, inThreads, options(), selection, program())),
    directories: [inTurn, inThreads].map((loader) =>
      loader.directories.loaded().map(({ source }) => source.path),
    ),
  };
}

describe('files that are linted in several threads', () => {
  test('give what one thread gives, in the same order, and the same directories', async () => {
    const { one, several, directories } = await both(await found());
    expect(told(several)).toBe(told(one));
    expect(told(one)).toContain('"ruleId":"dead-end"');
    expect(told(one)).toContain('on purpose');
    expect(directories[1]).toEqual(directories[0]);
    expect(directories[0]?.length).toBeGreaterThan(3);
  });

  test('are checked by the rules that a configuration chooses for each', async () => {
    const selection = selectRules(
      {
        ...defaultConfig,
        presets: ['strict'],
        overrides: [
          { files: ['again-*'], rules: new Map([['menu-width', { severity: 'error' }]]) },
          { files: ['*'], rules: new Map([['field-order', { severity: 'off' }]]) },
        ],
      },
      cwd,
      cwd,
    );
    const { one, several } = await both(await found(), selection);
    expect(told(several)).toBe(told(one));
  });

  test('end with the error of the first file that cannot be read', async () => {
    const named = (path: string): FoundFile => ({ path, named: true, folder: '.' });
    const all = await found();
    const files = [...all.slice(0, 4), named('gone.yaml'), ...all.slice(4), named('gone-too.yaml')];
    const { one, several } = await both(files);
    expect(several).toEqual(one);
    expect(one).toMatchObject({
      thrown: { code: 'file-not-found' },
      says: expect.stringContaining('gone.yaml'),
    });
  });

  test('are so only where it pays, and where nothing but data is given away', async () => {
    const named = (path: string): FoundFile => ({ path, named: true, folder: '.' });
    const threads = (files: readonly FoundFile[], selection = recommendedSelection) =>
      threadsFor(files, options(), selection);
    expect(threads(await found())).toBe(1);
    expect(threads([named('-'), named('a.yaml')])).toBe(1);
    expect(threads([named('a.ts'), named('b.ts')])).toBe(1);
    expect(threads(await found(), { ...recommendedSelection })).toBe(1);
  });
});
