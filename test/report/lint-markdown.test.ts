import { describe, expect, test } from '@jest/globals';
import { lintResult } from '../../src/lint/lint-result.ts';
import { lintToMarkdown } from '../../src/report/lint-markdown.ts';
import { hostileResult } from '../support/hostile-result.ts';

describe('findings as Markdown', () => {
  test('are a sum and a table', () => {
    const lines = lintToMarkdown(hostileResult).split('\n');
    expect(lines.slice(0, 6)).toEqual([
      '## ivr lint',
      '',
      '2 files, 3 nodes: 1 error, 1 info',
      '',
      '| severity | place | rule | what callers experience | what to do |',
      '| --- | --- | --- | --- | --- |',
    ]);
    expect(lines).toContain(
      '| info | menus/plain.ivr.yaml:1:1 | not-known-to-anybody | A message. | A help. |',
    );
  });

  test('are only a sum when there are none', () => {
    expect(lintToMarkdown(lintResult([], [], { files: 1, nodes: 1 }))).toBe(
      '## ivr lint\n\n1 file, 1 node: no problems found\n',
    );
  });

  test('stay in their cells: no markup, no HTML, no links, no mentions', () => {
    const row = lintToMarkdown(hostileResult).split('\n')[6] ?? '';
    const cells = row.split(/(?<!\\)\|/);
    expect(cells).toHaveLength(7);
    // What was escaped is gone, and so are the comments that break mentions.
    const bare = row.replaceAll('@<!-- -->', '').replace(/\\./g, '');
    expect(bare).not.toMatch(/[<>`*_[\]@$]|:\/\/|www\./);
    expect(row).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });
});
