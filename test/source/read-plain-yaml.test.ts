import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFullYaml } from '../../src/source/read-full-yaml.ts';
import { readPlainYaml } from '../../src/source/read-plain-yaml.ts';
import { projectFolder } from '../support/run-ivr.ts';
import { writtenScripts } from '../support/written-scripts.ts';

const menus = readdirSync(join(projectFolder, 'menus'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(projectFolder, 'menus', name), 'utf8'));

/** What is read on the short way must be what the full reader reads, places included. */
function expectSame(text: string): boolean {
  const tree = readPlainYaml(text);
  if (tree === undefined) return false;
  expect({ text, tree, findings: [] }).toEqual({ text, ...readFullYaml({ path: '', text }) });
  return true;
}

describe('the short way to read YAML', () => {
  test.each([
    ['a map in lines', 'a: 1\nb: two words # c\nc:\n  d: "x # y"\n'],
    [
      'lists, indented or not',
      'a:\n- 1\n- b: 2\n  c: 3\nd:\n    - x\n    -   e: f\n        g: h\n',
    ],
    ['brackets', "a: {b: [1, 'it''s', \"q\\n\\u00e9\"], c: {}, d: [ ]} # c\n"],
    ['comments and empty lines anywhere', '# a\n\na:\n\n  # b\n  b: c\n# d\n   # e\nd: e'],
    [
      'words that look like something else',
      'a: 5s\nb: 500ms\nc: +x\nd: No\ne: off\nf: a:b\ng: x#y\n',
    ],
    ['other scripts', 'ja: カードについては、1を押してください。\nel: Για υπόλοιπο\nnb: a\u00a0\n'],
    ['numbers', 'a: 0\nb: 12\nc: 0.95\nd: 1.0\ne: {f: 120.250, g: 1.2.3}\nh: 1.2s\n'],
    ['true, false and null', 'a: true\nb: False\nc: NULL\nd: {e: null, f: TRUE}\n'],
  ])('is taken for %s', (_, text) => {
    expect(expectSame(text)).toBe(true);
  });

  test.each([
    ['an empty value', 'a:\nb: 1\n', 'a: 1\nb:\n'],
    ['a text over two lines', 'a: one\n  two\n', 'b: "x\n  y"\n'],
    ['a block of text', 'a: |\n  x\n'],
    ['anchors, aliases and tags', 'a: &b 1\n', 'c: *b\n', 'd: !e f\n'],
    ['brackets over two lines', 'a: {b: 1,\n  c: 2}\n'],
    ['numbers that need thought', 'a: 0x10', 'b: 1.', 'c: -3', 'd: 007', 'e: 1e3', 'f: .5'],
    ['a field twice, and a forbidden one', 'a: {b: 1, b: 2}\n', 'a: 1\na: 2', '__proto__: 1'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['tabs and carriage returns', 'a:\t1\n', 'a: 1\r\n'],
    ['a colon too many', 'a: b: c\n', 'a: b:\n'],
    ['a wrong indentation', 'a:\n  b: 1\n c: 2\n'],
    ['JSON', '{"a": 1}'],
    ['nothing', '# only this\n'],
  ])('leaves %s to the full reader', (_, ...texts) => {
    for (const text of texts) {
      expect({ text, tree: readPlainYaml(text) }).toEqual({ text, tree: undefined });
    }
  });

  test('reads the sample menus as the full reader does', () => {
    expect(menus.map(expectSame).filter(Boolean).length).toBeGreaterThan(5);
  });

  test('reads generated scripts as the full reader does, or leaves them to it', () => {
    let short = 0;
    fc.assert(
      fc.property(writtenScripts, ({ text }) => {
        if (expectSame(text)) short += 1;
      }),
      { numRuns: 300 },
    );
    expect(short).toBeGreaterThan(10);
  });

  test('agrees with the full reader on texts with a slip of the pen', () => {
    const lines = [...new Set(menus.flatMap((text) => text.split('\n')))];
    const slip = fc.constantFrom(
      ...[' ', '  ', '\n', '\n  ', '- ', ': ', ':', '#', ' #', ', ', ',', '{', '}', '[', ']', '"'],
      ...["'", '\\', '&a ', '*a', '!t ', '|', '>', '?', '? ', '-', '1', '.', 'e', '~', 'null', '@'],
      ...['\u00a0', '\u2028', '\u0085', '\ufeff', '\t', '\r\n', '%', '---\n', '<<: ', '`', '='],
    );
    let short = 0;
    const cut = fc.tuple(fc.nat(400), fc.nat(3), slip);
    fc.assert(
      fc.property(fc.nat(lines.length), fc.array(cut, { maxLength: 4 }), (from, cuts) => {
        const some = lines.slice(from, from + 12);
        const indent = /^ */.exec(some[0] ?? '')?.[0].length ?? 0;
        let text = some.map((line) => line.replace(new RegExp(`^ {0,${indent}}`), '')).join('\n');
        for (const [at, length, put] of cuts) {
          const start = text.length === 0 ? 0 : at % text.length;
          text = text.slice(0, start) + put + text.slice(start + length);
        }
        if (expectSame(text)) short += 1;
      }),
      { numRuns: 3000 },
    );
    expect(short).toBeGreaterThan(100);
  });
});
