import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readComments } from '../../src/source/read-comments.ts';

const commentsIn = (text: string, path = 'a.yaml') => {
  const comments = readComments({ path, text });
  for (const { start, end, text: said } of comments) expect(text.slice(start, end)).toContain(said);
  return comments.map((comment) => comment.text);
};

describe('comments', () => {
  test('of YAML stand on lines of their own, behind values, in lists and behind block signs', () => {
    const text =
      '\uFEFF# top\n--- # doc\na: x # one\nb: | # two\n  text\n# three\nc: {d: 1, # four\n  e: 2}\r\nf: [g] # five\r\n#six\n  #\n';
    expect(commentsIn(text)).toEqual([
      'top',
      'doc',
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      '',
    ]);
  });

  test('of YAML are no texts that only look like them', () => {
    const text =
      'a: "x # no"\nb: \'y # no\'\nc: |\n  # no\n  z\nd: >-\n  # no\ne: w#no\nf: "#no"\n';
    expect(commentsIn(text)).toEqual([]);
  });

  test('of JSON are lines and blocks, never texts', () => {
    const text = '// top\n{"a": "// no", /* one\n two */ "b": "/* no */"} // end';
    expect(commentsIn(text, 'a.json')).toEqual(['top', 'one\n two', 'end']);
    expect(commentsIn(`/* top */ ${text.slice(7)}`, '-')).toEqual(['top', 'one\n two', 'end']);
  });

  test('are found in any text, without a throw, in order', () => {
    const sign = fc.constantFrom(
      '#',
      ' ',
      '\n',
      '"',
      "'",
      'a',
      ':',
      '|',
      '{',
      '}',
      '[',
      '/',
      '*',
      '-',
      '\r\n',
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 30 }),
        fc.constantFrom('a.yaml', 'a.json'),
        (signs, path) => {
          const text = signs.join('');
          let before = 0;
          for (const { start, end } of readComments({ path, text })) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.startsWith('#', start) || text.startsWith('/', start)).toBe(true);
            before = end;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
