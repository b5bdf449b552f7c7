import { describe, expect, test } from '@jest/globals';
import { rewriteScalar } from '../../../src/script/edit/rewrite-scalar.ts';
import type { ScalarContext } from '../../../src/script/edit/scalar-context.ts';
import { applyEdits } from '../../../src/script/edit/text-edit.ts';
import { readTree } from '../../../src/script/parse-script.ts';
import { fieldOf, treeAt } from '../../../src/source/tree.ts';

/** The text with the value of its field `say` saying something else. */
function rewritten(text: string, after: string, context: ScalarContext = 'lines'): string {
  const path = context === 'json' ? 'a.json' : 'a.yaml';
  const { tree } = readTree({ path, text });
  const top = fieldOf(tree, 'say')?.value;
  const scalar = top?.kind === 'list' ? top.items[0] : top;
  if (scalar?.kind !== 'scalar') throw new Error('no scalar in the text');
  const edit = rewriteScalar(text, scalar, after, context);
  if (edit === undefined) throw new Error('could not be rewritten');
  const result = applyEdits(text, [edit]) ?? '';
  const back = readTree({ path, text: result }).tree;
  const place = top?.kind === 'list' ? ['say', 0] : ['say'];
  expect(back === undefined ? undefined : treeAt(back, place)).toMatchObject({ value: after });
  return result;
}

describe('rewriting a text where it stands', () => {
  test.each([
    ['plain', 'say: press 1.  # c\n', 'say: press 2.  # c\n'],
    [
      'in single quotes',
      "say: 'it''s 1: press 1.'\n",
      "say: 'it''s 1: press 2.'\n",
      "it's 1: press 2.",
    ],
    ['in double quotes', 'say: "press\\t1."\n', 'say: "press\\t2."\n', 'press\t2.'],
    ['over two lines', 'say: "press\n  1." # c\n', 'say: "press\n  2." # c\n'],
    [
      'as a block',
      'say: | # c\n  press\n  1.\nx: 1\n',
      'say: | # c\n  press\n  2.\nx: 1\n',
      'press\n2.\n',
    ],
    ['folded', 'say: >-\n  press\n  1.\nx: 1\n', 'say: >-\n  press\n  2.\nx: 1\n', 'press 2.'],
    [
      'with CRLF',
      'say: >-\r\n  press\r\n  1.\r\nx: 1\r\n',
      'say: >-\r\n  press\r\n  2.\r\nx: 1\r\n',
      'press 2.',
    ],
  ])('keeps the way it is written: %s', (_, text, expected, after = 'press 2.') => {
    expect(rewritten(text, after)).toBe(expected);
  });

  test('keeps a block where words come or go', () => {
    expect(rewritten('say: | # c\n    a b\n    c\n\nx: 1\n', 'd\ne f g\n')).toBe(
      'say: | # c\n    d\n    e f g\n\nx: 1\n',
    );
  });

  test('puts quotes where the new text needs them', () => {
    expect(rewritten('say: hello\n', 'hello: 1 # 2')).toBe('say: "hello: 1 # 2"\n');
    expect(rewritten('say: [hello]\n', 'a, b', 'brackets')).toBe('say: ["a, b"]\n');
    expect(rewritten('say: hello\n', 'true')).toBe('say: "true"\n');
  });

  test('keeps the comment of a block that it must write in quotes', () => {
    expect(rewritten('say: |- # c\n  a\nx: 1\n', ' b\n\n c ')).toMatch(/ # c\nx: 1\n$/);
  });

  test('works in JSON', () => {
    expect(rewritten('{"say": "press \\u0031"}', 'press "2"', 'json')).toBe(
      '{"say": "press \\"2\\""}',
    );
  });
});
