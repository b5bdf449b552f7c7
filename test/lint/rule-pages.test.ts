import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { presetsOf } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { lintToText } from '../../src/report/lint-text.ts';
import { lintExample, readRulePage } from '../support/rule-page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const namesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(ending) && !file.startsWith('index.'))
    .map((file) => basename(file, ending))
    .sort();
const ids = rules.map((rule) => rule.id);

describe('the rules', () => {
  test('stand in the list by their id, each once', () => {
    expect([...new Set(ids)].sort()).toEqual(ids);
  });

  test('have a file, a test and a page each, named as the rule', () => {
    expect(namesIn('src/lint/rules', '.ts')).toEqual(ids);
    expect(namesIn('test/lint/rules', '.test.ts')).toEqual(ids);
    expect(namesIn('docs/rules', '.md')).toEqual(ids);
  });

  test('stand in the index of the pages with their severity and summary', () => {
    const index = readFileSync(join(root, 'docs/rules/index.md'), 'utf8');
    const rows = index
      .split('\n')
      .filter((line) => line.startsWith('| ['))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(rows.map(([, name, severity, summary]) => ({ name, severity, summary }))).toEqual(
      rules.map(({ id, severity, summary }) => ({ name: `[${id}](${id}.md)`, severity, summary })),
    );
  });
});

describe.each(rules)('the page of the rule $id', (rule) => {
  const { id, severity } = rule;
  const markdown = readFileSync(join(root, 'docs/rules', `${id}.md`), 'utf8');
  const page = readRulePage(markdown);

  test('has its name, its severity and all its parts', () => {
    expect(markdown.startsWith(`# ${id}\n`)).toBe(true);
    expect(markdown).toContain(`Severity: **${severity}**.`);
    expect(markdown.match(/^## .*$/gm)).toEqual([
      '## What callers experience',
      '## Why',
      '## What it finds',
      '## The fix',
      "## What it doesn't say",
    ]);
  });

  test('turns on no preset but one that has the rule', () => {
    expect([undefined, ...presetsOf(rule)]).toContain(page.preset);
  });

  test('shows a bad example, and what ivr lint prints for it, to the letter', () => {
    const result = lintExample(page.bad, page.directory, id);
    expect(new Set(result.findings.map((finding) => finding.ruleId))).toEqual(new Set([id]));
    expect(page.output).toBe(lintToText(result));
  });

  test('shows a fix that nothing is found in', () => {
    expect(page.fixed).not.toBe('');
    expect(lintExample(page.fixed, page.directory, id).findings).toEqual([]);
  });
});
