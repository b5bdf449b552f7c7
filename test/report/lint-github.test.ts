import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lintResult } from '../../src/lint/lint-result.ts';
import { lintToGithub } from '../../src/report/lint-github.ts';
import { hostileResult } from '../support/hostile-result.ts';

const [bad] = hostileResult.findings;
if (bad === undefined) throw new Error('no finding');
const at = (path: string, endLine = 2) => ({
  path,
  start: { line: 2, column: 3 },
  end: { line: endLine, column: 7 },
});
const one = { ...bad, message: 'Callers are lost.', help: 'Lead them on.', at: at('./a/b.yaml') };
const written = (...findings: (typeof one)[]) =>
  lintToGithub(lintResult(findings, [], { files: 1, nodes: 1 }));

describe('findings as commands of GitHub Actions', () => {
  test('are one line each, with file, place, rule, message and help', () => {
    expect(written(one)).toBe(
      '::error file=a/b.yaml,line=2,endLine=2,col=3,endColumn=7,title=dead-end::Callers are lost.%0ALead them on.\n',
    );
  });

  test('have no columns where they go over lines, and no file for standard input', () => {
    expect(written({ ...one, severity: 'warning', at: at('-', 3) })).toBe(
      '::warning line=2,endLine=3,title=dead-end::Callers are lost.%0ALead them on.\n',
    );
  });

  test('tell errors first, because only ten of a kind are shown', () => {
    const info = { ...one, severity: 'info' as const, at: at('a') };
    const lines = written(info, { ...one, at: at('z') }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::notice', '']);
  });

  test('can not be ended, and no other command begun, by what a file holds', () => {
    const lines = lintToGithub(hostileResult)
      .trimEnd()
      .split(/[\r\n]/);
    expect(lines).toHaveLength(2);
    const [, properties, message] = /^::error ([^:]*)::(.*)$/.exec(lines[0] ?? '') ?? [];
    expect(properties?.split(',')).toHaveLength(6);
    expect(message).not.toMatch(/[\u0000-\u001f]/);
    expect(message).toContain('%0A::error::b');
    expect(message).toContain('%250A');
  });

  test('are as many lines as findings, for any path and text', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (path, message) => {
        const output = written({ ...one, message, at: at(`x${path}`) });
        expect(output).toMatch(/^::error file=[^:\r\n]*::[^\r\n]*\n$/);
      }),
    );
  });
});
