import { describe, expect, test } from '@jest/globals';
import { lintResult } from '../../src/lint/lint-result.ts';
import { lintToGitlab } from '../../src/report/lint-gitlab.ts';
import { hostileResult } from '../support/hostile-result.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: object };
}
const issuesOf = (text: string): readonly Issue[] => JSON.parse(text) as readonly Issue[];

describe('findings for GitLab', () => {
  test('have what the report of code quality asks for', () => {
    const info = issuesOf(lintToGitlab(hostileResult)).find(({ severity }) => severity === 'info');
    expect(info).toEqual({
      description: 'A message. A help.',
      check_name: 'not-known-to-anybody',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}:menus\/plain\.ivr\.yaml$/) as unknown,
      severity: 'info',
      location: { path: 'menus/plain.ivr.yaml', lines: { begin: 1, end: 4 } },
    });
  });

  test('are told apart where two files of one name have the same finding', () => {
    const [, plain] = hostileResult.findings;
    if (plain === undefined) throw new Error('no finding');
    const twin = { ...plain, at: { ...plain.at, path: 'other/plain.ivr.yaml' } };
    const issues = issuesOf(lintToGitlab(lintResult([plain, twin], [], { files: 2, nodes: 2 })));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('hold no character that moves a cursor', () => {
    expect(lintToGitlab(hostileResult)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/,
    );
  });

  test('are an empty list when there are none', () => {
    expect(lintToGitlab(lintResult([], [], { files: 1, nodes: 1 }))).toBe('[]\n');
  });
});
