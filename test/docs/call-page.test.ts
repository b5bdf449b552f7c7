import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUpdating } from '../support/golden.ts';
import { playPage } from '../support/run-page.ts';
import { projectFolder } from '../support/run-ivr.ts';

describe('the page on calling a menu', () => {
  const file = join(projectFolder, 'docs/calling-a-menu.md');
  const page = readFileSync(file, 'utf8');

  test('shows what ivr prints, to the letter', async () => {
    const real = await playPage(page);
    if (isUpdating) writeFileSync(file, real);
    else expect(page).toBe(real);
    expect(real).toContain('$ ivr call');
  });

  test('leads to pages that are there', () => {
    for (const [, target = ''] of page.matchAll(/\]\(([^)#]+)\)/g))
      expect(readFileSync(join(projectFolder, 'docs', target), 'utf8')).not.toBe('');
  });
});
