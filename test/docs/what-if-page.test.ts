import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGolden } from '../support/golden.ts';
import { projectFolder } from '../support/run-ivr.ts';
import { playPage } from '../support/run-page.ts';

test('the page on what-if shows what ivr really prints', async () => {
  const path = join(projectFolder, 'docs/what-if.md');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('$ ivr replay proposed.ivr.yaml --as shop.ivr.yaml');
  expectGolden(path, await playPage(text));
});
