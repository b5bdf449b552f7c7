import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreement, rowsIn } from '../support/agreement.ts';
import { projectFolder } from '../support/run-ivr.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-agreement-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('all readers give what a naive count gives, for calls in order, shuffled, sent twice and broken', async () => {
  const rows = rowsIn(join(projectFolder, 'sample-logs/northwind-bank.csv')).slice(0, 2500);
  const disagreeing: unknown[] = [];
  for await (const { name, difference } of agreement(rows, folder))
    if (difference !== undefined) disagreeing.push({ name, difference });
  expect(disagreeing).toEqual([]);
});
