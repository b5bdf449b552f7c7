import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globProblem, matchGlob } from '../../src/lint/match-glob.ts';

/** The meaning of a pattern without braces, tried letter by letter: right, but slow. */
function tried(pattern: string, path: string): boolean {
  if (pattern === '') return path === '';
  const [sign, rest] = [pattern[0], pattern.slice(1)];
  if (pattern === '**') return true;
  if (pattern.startsWith('**/')) {
    const below = path.indexOf('/');
    return tried(pattern.slice(3), path) || (below !== -1 && tried(pattern, path.slice(below + 1)));
  }
  if (sign === '*')
    return (
      tried(rest, path) || (path !== '' && !path.startsWith('/') && tried(pattern, path.slice(1)))
    );
  const fits = path !== '' && (sign === '?' ? !path.startsWith('/') : path.startsWith(sign ?? ' '));
  return fits && tried(rest, path.slice(1));
}

describe('patterns for files', () => {
  test.each([
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'menus/old/a.yaml', true],
    ['menus/*.yaml', 'menus/a.yaml', true],
    ['menus/*.yaml', 'menus/old/a.yaml', false],
    ['./menus/*.yaml', 'menus/a.yaml', true],
    ['menus/**', 'menus/old/a.yaml', true],
    ['menus/**', 'other/a.yaml', false],
    ['**/old/**', 'menus/old/a.yaml', true],
    ['**/old/**', 'old/a.yaml', true],
    ['menus/**/a.yaml', 'menus/a.yaml', true],
    ['{bank,shop}-*.yaml', 'menus/shop-1.yaml', true],
    ['{bank,shop}-*.yaml', 'menus/school-1.yaml', false],
    ['{menus,old/menus}/*.{yaml,json}', 'old/menus/a.json', true],
    ['line-?.yaml', 'line-1.yaml', true],
    ['line-?.yaml', 'line-10.yaml', false],
    ['menü-?.yaml', 'menü-☎.yaml', true],
    ['a.yaml', 'b.a.yaml', false],
    ['A.yaml', 'a.yaml', false],
    ['(x)+.yaml', '(x)+.yaml', true],
    ['**', '-', true],
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(globProblem(pattern)).toBeUndefined();
    expect(matchGlob(pattern, path)).toBe(fits);
  });

  test('mean the same as when every way is tried', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 });
    const part = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.string({
          unit: fc.constantFrom('a', 'b', '*', '?'),
          minLength: 1,
          maxLength: 5,
        }),
      },
      fc.constant('**'),
    );
    const pattern = fc
      .array(part, { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join('/'))
      .filter((written) => globProblem(written) === undefined);
    const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(pattern, path, (written, file) => {
        // A last `**` also stands for no folder at all.
        const expected =
          tried(written, file) || (written.endsWith('/**') && tried(written, `${file}/`));
        expect(matchGlob(written, file)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('never hang, whatever they are', () => {
    const stars = `${'*a'.repeat(500)}b`;
    expect(matchGlob(stars, 'a'.repeat(5000))).toBe(false);
    expect(matchGlob(`${'**/a/'.repeat(200)}b`, 'a/'.repeat(2000))).toBe(false);
  });

  test.each([
    ['', 'it is empty'],
    ['[ab].yaml', 'only *, **'],
    ['!a.yaml', 'only *, **'],
    ['menus\\a.yaml', 'only *, **'],
    ['menus/**.yaml', 'stands alone'],
    ['{a,b', 'braces'],
    ['a}', 'braces'],
    ['{a,{b,c}}', 'braces'],
    ['{a,b}'.repeat(7), '100 patterns'],
  ])('"%s" is refused: %s', (pattern, why) => {
    expect(globProblem(pattern)).toContain(why);
  });
});
