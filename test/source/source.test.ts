import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparePlaces, lineText, placeBetween, positionAt } from '../../src/source/source.ts';

describe('places in a text', () => {
  test('count lines and columns from 1, whatever ends a line', () => {
    const source = { path: 'a', text: 'ab\r\ncd\ne\rf' };
    expect([0, 2, 4, 7, 9].map((offset) => positionAt(source, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
    expect([1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual([
      'ab',
      'cd',
      'e',
      'f',
      '',
    ]);
  });

  test('stay in the text for offsets outside', () => {
    const source = { path: 'a', text: 'ab' };
    expect(placeBetween(source, -5, 99)).toEqual({
      path: 'a',
      start: { line: 1, column: 1 },
      end: { line: 1, column: 3 },
    });
  });

  test('give back the offset: the lines before and the column make it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '查')), fc.nat(50), (signs, at) => {
        const text = signs.join('');
        const source = { path: 'a', text };
        const offset = Math.min(at, text.length);
        const { line, column } = positionAt(source, offset);
        const before = text.split('\n').slice(0, line - 1);
        expect(before.reduce((sum, row) => sum + row.length + 1, 0) + column - 1).toBe(offset);
      }),
    );
  });

  test('stand in order by path, line and column', () => {
    const place = (path: string, line: number, column: number) => ({
      path,
      start: { line, column },
      end: { line, column },
    });
    const places = [place('b', 1, 1), place('a', 10, 1), place('a', 2, 9), place('a', 2, 1)];
    expect([...places].sort(comparePlaces)).toEqual([...places].reverse());
  });
});
