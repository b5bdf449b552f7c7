import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportFindings } from '../../src/export/export-finding.ts';
import {
  configurableChecks,
  otherChecks,
  readingFindings,
  suppressionChecks,
} from '../../src/lint/check-names.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { directoryChecks } from '../../src/routing/directory-checks.ts';
import { readProjectFile } from '../support/sample-menus.ts';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

function textsOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? textsOf(path) : [readFileSync(path, 'utf8')];
  });
}

describe('the names of checks', () => {
  test('are all known: what is found beside the rules is of reading, writing, directories or comments', () => {
    const written = textsOf(src).flatMap((text) =>
      [...text.matchAll(/ruleId: '([a-z-]+)'/g)].map((match) => match[1] ?? ''),
    );
    const known = new Set([
      ...configurableChecks,
      ...readingFindings,
      ...exportFindings,
      'stale-baseline',
    ]);
    expect(written.length).toBeGreaterThan(15);
    expect(written.filter((id) => !known.has(id))).toEqual([]);
  });

  test('mean one thing each: no finding of reading can be configured', () => {
    expect(readingFindings.filter((id) => configurableChecks.has(id))).toEqual([]);
    expect(otherChecks.filter((id) => rules.some((rule) => rule.id === id))).toEqual([]);
  });

  test('stand on the pages that explain them', () => {
    const rows = (page: string) =>
      [...readProjectFile(page).matchAll(/^\| `([a-z-]+)` +\|/gm)].map((match) => match[1]);
    expect(rows('docs/directory-format.md')).toEqual(expect.arrayContaining([...directoryChecks]));
    expect(rows('docs/suppressing.md')).toEqual([...suppressionChecks]);
    const errors = readProjectFile('docs/errors.md');
    expect(readingFindings.filter((id) => !errors.includes(`\`${id}\``))).toEqual([]);
  });
});
