import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify, type Scalar } from 'yaml';
import { embeddedText, joinTexts } from '../../src/source/embedded-text.ts';
import { readJson } from '../../src/source/read-json.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { fieldOf, type ScalarTree, type Tree } from '../../src/source/tree.ts';

jest.setTimeout(120_000);

function scalarIn(tree: Tree | undefined): ScalarTree {
  const value = fieldOf(tree, 'text')?.value;
  if (value?.kind !== 'scalar') throw new Error('no text');
  return value;
}

const letters = fc.string({ unit: fc.constantFrom(...'ab{}":, \\\'\n\t€😀#'.split(/(?:)/u)) });

describe('the places of a text inside a text', () => {
  test('in JSON lead to every letter, through every escape', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const source = { path: 'a.json', text: JSON.stringify({ before: 'x', text }, null, 2) };
        const embedded = embeddedText(source, scalarIn(readJson(source).tree));
        expect(embedded.text).toBe(text);
        for (const [index, letter] of text.split('').entries()) {
          const written = JSON.stringify(letter).slice(1, -1);
          if (letter < '\ud800' || letter > '\udfff') {
            expect(source.text.startsWith(written, embedded.offsets(index))).toBe(true);
          }
        }
        expect(source.text[embedded.offsets(text.length)]).toBe('"');
      }),
    );
  });

  const types: Scalar.Type[] = [
    'PLAIN',
    'QUOTE_SINGLE',
    'QUOTE_DOUBLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ];
  test.each(types)('in YAML written as %s lead to every letter that is no space', (type) => {
    const words = fc.string({
      unit: fc.constantFrom(...'ab{}":, \\\'\n#'.split('')),
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(0, 40, 80), (text, lineWidth) => {
        const written = stringify(
          { before: 'x', text },
          { defaultStringType: type, defaultKeyType: 'PLAIN', lineWidth },
        );
        const source = { path: 'a.yaml', text: written };
        const scalar = scalarIn(readYaml(source).tree);
        const embedded = embeddedText(source, scalar);
        expect(embedded.text).toBe(scalar.value);
        let last = scalar.start;
        for (const [index, letter] of embedded.text.split('').entries()) {
          const at = embedded.offsets(index);
          expect(at).toBeGreaterThanOrEqual(last);
          last = at;
          if (letter === ' ' || letter === '\n') continue;
          const isEscape = written[scalar.start] === '"' && written[at] === '\\';
          const found = written[isEscape ? at + 1 : at];
          expect(found).toBe(letter);
        }
      }),
    );
  });

  test('behind an alias are the place of the alias', () => {
    const source = { path: 'a.yaml', text: 'x: &a "abc"\ntext: *a\n' };
    const embedded = embeddedText(source, scalarIn(readYaml(source).tree));
    expect(embedded.text).toBe('abc');
    expect([0, 1, 2].map(embedded.offsets)).toEqual([18, 18, 18]);
  });

  test('follow escapes that only YAML has', () => {
    const source = { path: 'a.yaml', text: 'text: "\\x41\\U0001F600\\_b\\\n  c"\n' };
    const embedded = embeddedText(source, scalarIn(readYaml(source).tree));
    expect(embedded.text).toBe('A😀\u00a0bc');
    expect([0, 1, 2, 3, 4, 5].map(embedded.offsets)).toEqual([7, 11, 11, 21, 23, 28]);
  });

  test('of several pieces are those of the pieces', () => {
    const piece = (text: string, from: number) => ({
      text,
      offsets: (offset: number) => from + offset,
    });
    const joined = joinTexts([piece('ab', 10), piece('', 50), piece('cd', 20)]);
    expect(joined.text).toBe('abcd');
    expect([0, 1, 2, 3, 4].map(joined.offsets)).toEqual([10, 11, 20, 21, 22]);
  });
});
