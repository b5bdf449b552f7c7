import { describe, expect, test } from '@jest/globals';
import { formatLint, type LintFormat } from '../../src/report/lint-formats.ts';
import { hostileResult } from '../support/hostile-result.ts';

const formats = {
  text: true,
  json: true,
  sarif: true,
  github: true,
  gitlab: true,
  junit: true,
  markdown: true,
} satisfies Record<LintFormat, true>;
const options = { version: '1.0.0', root: '/somewhere' };

describe.each(Object.keys(formats) as readonly LintFormat[])('a report in %s', (format) => {
  test('moves no cursor and hides no text, whatever files and prompts hold', async () => {
    const text = await formatLint(format, hostileResult, options);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  test('begins no command of a build service in a line of its own', async () => {
    const text = await formatLint(format, hostileResult, options);
    const commands = text.split('\n').filter((line) => /^\s*(?:::|##\[)/.test(line));
    expect(commands.filter((line) => !/^::(?:error|notice) [^:]*::/.test(line))).toEqual([]);
    expect(commands).toHaveLength(format === 'github' ? 2 : 0);
  });

  test('is the same bytes every time, with a line end behind', async () => {
    const text = await formatLint(format, hostileResult, options);
    expect(await formatLint(format, hostileResult, options)).toBe(text);
    expect(text.endsWith('\n')).toBe(true);
  });
});
