import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUpdating } from '../support/golden.ts';
import { playPage } from '../support/run-page.ts';
import { projectFolder } from '../support/run-ivr.ts';

describe.each([
  'calibrating.md',
  'design.md',
  'how-far-from-the-best.md',
  'ivr-reports.md',
  'how-listening-is-measured.md',
  'suggestions.md',
])('docs/%s', (name) => {
  const file = join(projectFolder, 'docs', name);
  const page = readFileSync(file, 'utf8');

  test('shows what ivr prints, to the letter', async () => {
    const real = await playPage(page);
    if (isUpdating) writeFileSync(file, real);
    else expect(page).toBe(real);
  });

  test('leads to pages that are there', () => {
    for (const [, target = ''] of page.matchAll(/\]\((?!https:)([^)#]+)[^)]*\)/g))
      expect({ target, isThere: existsSync(join(projectFolder, 'docs', target)) }).toEqual({
        ...{ target, isThere: true },
      });
  });
});
