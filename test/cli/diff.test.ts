import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const old = `ivr: 1
id: shop
language: en
title: Corner shop
entries: [{start: main}]
nodes:
  main:
    kind: menu
    options:
      - {key: "1", title: Orders, say: "For orders, press 1.", to: orders}
      - {key: "2", title: Opening hours, say: "For our opening hours, press 2.", to: hours}
    noInput: {wait: 5s, to: orders}
  hours: {kind: announcement, say: We are open from 9 to 5., to: bye}
  orders: {kind: queue, queue: orders}
  bye: {kind: hangup}
`;
const own = old
  .replace('key: "1"', 'key: "3"')
  .replace('press 1.', 'press 3.')
  .replace('9 to 5', '8 to 5')
  .replace('wait: 5s', 'wait: 8s')
  .replaceAll('bye', 'goodbye');

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  writeFileSync(join(cwd, 'old.yaml'), old);
  writeFileSync(join(cwd, 'new.yaml'), own);
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

describe('ivr diff', () => {
  test('tells moved keys, words, times and names, and what they mean for callers', async () => {
    const { stdout, code } = await runIvr(['diff', 'old.yaml', 'new.yaml'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(`Corner shop
old.yaml → new.yaml: 5 differences

main  new.yaml:7
  ~ noInput.wait: 5s → 8s
  ~ option Orders moved: 1 → 3, and its words with it (all languages)
      Key 3 is new and leads to orders.
      Key 1 led to orders and is no key of this menu now.

hours  new.yaml:13
  ~ says: We are open from [-9-]{+8+} to 5.

goodbye  new.yaml:15
  ~ renamed: bye → goodbye
`);
  });

  test('reads one side from standard input, as git show gives it', async () => {
    const { stdout } = await runIvr(['diff', '-', 'new.yaml'], { cwd, stdin: old });
    expect(stdout).toContain('- → new.yaml: 5 differences');
    const both = await runIvr(['diff', '-', '-'], { cwd, stdin: old });
    expect(both.code).toBe(2);
    expect(both.stderr).toContain('standard input');
  });

  test('ends with 1 for differences only where that is asked for', async () => {
    const codes = [];
    for (const args of [['new.yaml'], ['new.yaml', '--exit-code'], ['old.yaml', '--exit-code']])
      codes.push((await runIvr(['diff', 'old.yaml', ...args], { cwd })).code);
    expect(codes).toEqual([0, 1, 0]);
    expect((await runIvr(['diff', 'old.yaml', 'missing.yaml', '--exit-code'], { cwd })).code).toBe(
      2,
    );
    writeFileSync(join(cwd, 'broken.yaml'), 'ivr: 1\nnodes: {');
    expect((await runIvr(['diff', 'old.yaml', 'broken.yaml', '--exit-code'], { cwd })).code).toBe(
      3,
    );
  });

  test('gives programs every difference with its places in both files', async () => {
    const { stdout } = await runIvr(['diff', 'old.yaml', 'new.yaml', '--format', 'json'], { cwd });
    const document = JSON.parse(stdout) as { readonly differences: readonly object[] };
    expect(document).toMatchObject({
      schemaVersion: 1,
      same: false,
      counts: { 'node-renamed': 1, 'option-key': 1, prompt: 2, timer: 1 },
    });
    expect(document.differences[1]).toEqual({
      kind: 'option-key',
      node: { before: 'main', after: 'main' },
      option: { label: 'Orders', before: 0, after: 0 },
      before: '1',
      after: '3',
      meanings: [
        'Key 3 is new and leads to orders.',
        'Key 1 led to orders and is no key of this menu now.',
      ],
      places: {
        before: { path: 'old.yaml', line: 10, column: 9 },
        after: { path: 'new.yaml', line: 10, column: 9 },
      },
    });
  });

  test('writes Markdown in which nothing of a menu file is markup', async () => {
    const hostile = own
      .replace(
        'title: Orders',
        'title: "<img onerror=x> | @everyone ](https://x) ![a](b) `c` *d* \\u202e"',
      )
      .replace('say: We are open', 'say: </details> **We** are (open)');
    writeFileSync(join(cwd, 'hostile.yaml'), hostile);
    const { stdout } = await runIvr(['diff', 'old.yaml', 'hostile.yaml', '-f', 'markdown'], {
      cwd,
    });
    expect(stdout).toContain('### Corner shop: ');
    expect(stdout).not.toMatch(
      /(?<!\\)<(?!!-- -->|\/?(?:del|ins)>)|@everyone|(?<!\\)\[|\u202e|(?<!\\)`/,
    );
  });

  test('compares a vendor’s file with the menu that it was brought in as', async () => {
    const exported = join(projectFolder, 'test/import/samples/studio-line.json');
    await runIvr(['import', exported, '-o', 'line.ivr.yaml'], { cwd });
    const { stdout } = await runIvr(['diff', exported, 'line.ivr.yaml'], { cwd });
    expect(stdout).toContain('no difference');
  });
});
