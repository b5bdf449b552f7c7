import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffLines } from '../../src/report/diff-lines.ts';

const shown = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => {
    return { same: ' ', removed: '-', added: '+' }[kind] + text;
  });

describe('the difference between two texts', () => {
  test('shows what went and what came, with what stays around it', () => {
    expect(shown('a\nb\nc\nd\n', 'a\nc\nb\nd\n')).toEqual([' a', '-b', ' c', '+b', ' d']);
    expect(shown('a\n', 'a\n')).toEqual([' a']);
    expect(shown('a\r\nb', 'a\nx')).toEqual([' a', '-b', '+x']);
  });

  test('numbers lines in the text that has them', () => {
    expect(diffLines('a\nb', 'c\na')).toEqual([
      { kind: 'added', text: 'c', before: undefined, after: 1 },
      { kind: 'same', text: 'a', before: 1, after: 2 },
      { kind: 'removed', text: 'b', before: 2, after: undefined },
    ]);
  });

  test('gives both texts back, and no more changes than needed', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = diffLines(a.join('\n'), b.join('\n'));
        const without = (kind: string) =>
          lines.filter((line) => line.kind !== kind).map((line) => line.text);
        expect(without('added')).toEqual(a);
        expect(without('removed')).toEqual(b);
        expect(lines.filter(({ kind }) => kind === 'same')).toHaveLength(longestCommon(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test('stays quick where everything differs', () => {
    const lines = (sign: string) =>
      Array.from({ length: 20_000 }, (_, index) => `${sign}${index}`).join('\n');
    const diff = diffLines(lines('a'), lines('b'));
    expect(diff).toHaveLength(40_000);
  });
});

/** The length of a longest common subsequence, the slow and plain way. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const row = [0];
    b.forEach((y, index) => {
      const best = Math.max(previous[index + 1] ?? 0, row[index] ?? 0);
      row.push(x === y ? (previous[index] ?? 0) + 1 : best);
    });
    previous = row;
  }
  return previous[b.length] ?? 0;
}
