import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema } from '../../src/lint/config-json-schema.ts';
import { presets } from '../../src/lint/presets.ts';
import { isUpdating } from '../support/golden.ts';
import { playPage } from '../support/run-page.ts';
import { projectFolder } from '../support/run-ivr.ts';

describe.each(['docs/configuration.md', 'docs/suppressing.md', 'docs/fixing.md'])(
  'the page %s',
  (name) => {
    const file = join(projectFolder, name);
    const page = readFileSync(file, 'utf8');

    test('shows what ivr prints, to the letter', async () => {
      const real = await playPage(page);
      if (isUpdating) writeFileSync(file, real);
      else expect(page).toBe(real);
      expect(real).toContain('$ ivr lint');
    });

    test('leads to pages that are there', () => {
      for (const [, target = ''] of page.matchAll(/\]\(([^)#]+)\)/g))
        expect(readFileSync(join(projectFolder, 'docs', target), 'utf8')).not.toBe('');
    });
  },
);

describe('the page of configuration', () => {
  const page = readFileSync(join(projectFolder, 'docs/configuration.md'), 'utf8');

  test('tells every field and every preset', () => {
    const { properties } = configJsonSchema() as { readonly properties: object };
    for (const field of Object.keys(properties).filter((one) => !one.startsWith('$')))
      expect(page).toContain(`| \`${field}\``);
    for (const preset of ['none', ...presets]) expect(page).toContain(`\`${preset}\``);
  });
});
