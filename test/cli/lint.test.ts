import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

interface LintDocument {
  readonly schemaVersion: number;
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly message: string;
    readonly path: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
    readonly related: readonly unknown[];
    readonly fingerprint: string;
  }[];
  readonly summary: Readonly<Record<'files' | 'nodes' | 'errors' | 'warnings' | 'infos', number>>;
}

const documentOf = (text: string): LintDocument => JSON.parse(text) as LintDocument;

describe('ivr lint', () => {
  test('a folder is checked with everything in it, and the sum of findings is told', async () => {
    const { stdout } = await runIvr(['lint', 'menus', '--format', 'json']);
    const { findings, summary, schemaVersion } = documentOf(stdout);
    expect(schemaVersion).toBe(1);
    expect(summary.files).toBe(10);
    expect(summary.errors + summary.warnings + summary.infos).toBe(findings.length);
    expect(new Set(findings.map(({ path }) => path))).toEqual(
      new Set(['menus/broken-line.ivr.yaml']),
    );
  });

  test('every finding points at text that is there, and has an identity of its own', async () => {
    const { stdout } = await runIvr(['lint', 'menus/broken-line.ivr.yaml', '--format', 'json']);
    const { findings } = documentOf(stdout);
    const lines = (await readFile(join(projectFolder, 'menus/broken-line.ivr.yaml'), 'utf8')).split(
      '\n',
    );
    for (const { start, end } of findings) {
      const first = lines[start.line - 1] ?? '';
      expect(first.slice(start.column - 1).trim()).not.toBe('');
      expect(end.line > start.line || end.column > start.column).toBe(true);
    }
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  });

  test('the fingerprints stay when lines are put before everything', async () => {
    const text = await readFile(join(projectFolder, 'menus/broken-line.ivr.yaml'), 'utf8');
    const prints = async (stdin: string) => {
      const args = [
        'lint',
        '-',
        '--format',
        'json',
        '--directory',
        'menus/broken-line.directory.yaml',
      ];
      const { findings } = documentOf((await runIvr(args, { stdin })).stdout);
      return findings.map(({ fingerprint }) => fingerprint);
    };
    const before = await prints(text);
    expect(before.length).toBeGreaterThan(10);
    expect(await prints(`# one\n# two\n${text}`)).toEqual(before);
  });

  test('colours are written only where they are asked for', async () => {
    const args = ['lint', 'menus/broken-line.ivr.yaml'];
    const escape = '\u001b[';
    expect((await runIvr(args)).stdout).not.toContain(escape);
    expect((await runIvr(args, { env: { FORCE_COLOR: '1' } })).stdout).toContain(escape);
    expect((await runIvr(args, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).not.toContain(
      escape,
    );
  });

  test('a directory outside the folders that were given is not read', async () => {
    const stdin = `ivr: 1
id: shop
language: en
directory: ../../../etc/passwd
entries: [{start: a}]
nodes: {a: {kind: hangup}}
`;
    const { code, stdout } = await runIvr(['lint', '-'], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('lies outside this folder');
  });
});
