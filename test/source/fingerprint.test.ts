import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/source/finding.ts';
import { fingerprintsOf } from '../../src/source/fingerprint.ts';

const finding = (path: string, line: number, data: Finding['data'] = { node: 'a' }): Finding => ({
  ruleId: 'dead-end',
  severity: 'error',
  message: 'm',
  data,
  subject: 'nodes/a',
  at: { path, start: { line, column: 1 }, end: { line, column: 2 } },
  related: [],
  help: 'h',
});

describe('the fingerprint of a finding', () => {
  test('stays when lines move or the checkout lies elsewhere', () => {
    const [here] = fingerprintsOf([finding('menus/a.yaml', 3)]);
    expect(fingerprintsOf([finding('C:\\work\\a.yaml', 90)])).toEqual([here]);
    expect(here).toMatch(/^[0-9a-f]{16}$/);
  });

  test('differs with the file, the way in the document and the facts', () => {
    const prints = fingerprintsOf([
      finding('a.yaml', 1),
      finding('b.yaml', 1),
      finding('a.yaml', 1, { node: 'b' }),
      { ...finding('a.yaml', 1), subject: 'nodes/b' },
      { ...finding('a.yaml', 1), ruleId: 'endless-loop' },
    ]);
    expect(new Set(prints).size).toBe(5);
  });

  test('differs for two findings of one file that are the same in all but their place', () => {
    const [first, second, third] = fingerprintsOf([
      finding('a.yaml', 1),
      finding('a.yaml', 9),
      finding('x/a.yaml', 1),
    ]);
    expect(second).not.toBe(first);
    expect(third).toBe(first);
  });
});
