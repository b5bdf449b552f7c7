import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from '../../src/source/read-json.ts';
import { valueOf } from '../../src/source/tree.ts';

const read = (text: string) => {
  const { tree, findings } = readJson({ path: 'a.json', text });
  const told = findings.map(({ ruleId, at }) => `${ruleId} ${at.start.line}:${at.start.column}`);
  return { value: tree === undefined ? undefined : valueOf(tree), told };
};

describe('reading JSON', () => {
  test('what was written as JSON is read back, and no text throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value, null, 2);
        if (text.includes('"__proto__"')) return;
        expect(read(text)).toEqual({ value: JSON.parse(text) as unknown, told: [] });
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readJson({ path: 'a.json', text });
      }),
    );
  });

  test('comments, trailing commas and a byte order mark are let through', () => {
    expect(read('\ufeff{/* x */ "a": [1,], // y\n}')).toEqual({ value: { a: [1] }, told: [] });
    const { tree } = readJson({ path: 'a.json', text: '\ufeff{"a":1}' });
    expect([tree?.start, tree?.end]).toEqual([1, 8]);
  });

  test('a field written twice is told, where JSON.parse would keep the last in silence', () => {
    expect(read('{"1": "sales",\n "1": "support"}')).toEqual({
      value: { '1': 'sales' },
      told: ['duplicate-field 2:2'],
    });
  });

  test('a field that would reach into JavaScript is refused and never read', () => {
    const { value, told } = read('{"__proto__": {"polluted": true}, "a": 1}');
    expect(told).toEqual(['invalid-name 1:2']);
    expect(Object.keys(value as object)).toEqual(['a']);
  });

  test.each([
    ['', '1:1'],
    ['{"a": 1} x', '1:10'],
    ['{"a": }', '1:7'],
    ["{'a': 1}", '1:2'],
    ['{"a": "x', '1:7'],
    ['{"a": 1}\n{"b": 2}', '2:1'],
  ])('%j is no JSON, and the first thing wrong is told at %s', (text, at) => {
    expect(read(text)).toEqual({ value: undefined, told: [`syntax ${at}`] });
  });

  test('200 levels are read, more are refused, however many', () => {
    expect(read('['.repeat(200) + ']'.repeat(200)).told).toEqual([]);
    expect(read('['.repeat(201) + ']'.repeat(201)).told).toEqual(['syntax 1:201']);
    expect(read('{"a":'.repeat(100_000)).told).toEqual(['syntax 1:1001']);
    expect(read(`{"a": "${'['.repeat(500)}"}`).told).toEqual([]);
  });
});

test('a document of millions of values is one finding, and takes no memory', () => {
  for (const text of [`[${'1,'.repeat(2_000_100)}1]`, `/* */ [${'1,'.repeat(2_000_100)}1]`]) {
    const { tree, findings } = readJson({ path: 'a.json', text });
    expect(tree).toBeUndefined();
    expect(findings.map(({ message }) => message)).toEqual([
      'The document has more than 2,000,000 values.',
    ]);
  }
});
