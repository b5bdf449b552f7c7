import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGolden } from '../support/golden.ts';
import { projectFolder } from '../support/run-ivr.ts';
import { playPage } from '../support/run-page.ts';

const pages = [
  'docs/formats/amazon-connect-queues.md',
  'docs/formats/asterisk-queues.md',
  'docs/formats/queue-tables.md',
  'docs/costs.md',
];

test.each(pages)('%s shows what ivr really prints', async (page) => {
  const path = join(projectFolder, page);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('```console\n$ ivr ');
  expectGolden(path, await playPage(text));
});
