import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differenceKinds } from '../../src/index.ts';
import { expectGolden } from '../support/golden.ts';
import { projectFolder } from '../support/run-ivr.ts';
import { playPage } from '../support/run-page.ts';

test.each(['docs/diff.md', 'docs/print.md'])('%s shows what ivr really prints', async (page) => {
  const path = join(projectFolder, page);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('```console\n$ ivr ');
  expectGolden(path, await playPage(text));
});

test('the page about differences explains every kind of them, and no other', () => {
  const text = readFileSync(join(projectFolder, 'docs/diff.md'), 'utf8');
  const table = text.slice(text.indexOf('| `kind`'), text.indexOf('`node` and `entry` say'));
  const rows = table.split('\n').slice(2);
  const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)]);
  expect(named.map(([, kind]) => kind).sort()).toEqual([...differenceKinds].sort());
});
