import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/script/edit/text-edit.ts';
import { reorderItems } from '../../../src/script/edit/reorder-items.ts';
import { readTree } from '../../../src/script/parse-script.ts';
import { fieldOf } from '../../../src/source/tree.ts';

/** The text with the items of its list `list` in another order. */
function reordered(text: string, order: readonly number[], path = 'a.yaml'): string | undefined {
  const { tree } = readTree({ path, text });
  const list = fieldOf(tree, 'list')?.value;
  if (list?.kind !== 'list') throw new Error('no list in the text');
  const edits = reorderItems(text, list, order);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

describe('putting the items of a list into another order', () => {
  test('takes the comments directly above, behind and inside along', () => {
    const text = `list:  # stays
  # first
  - key: 1  # one
    # inside one
  # second, line 1
  # second, line 2
  - {key: 2}   # two
other: 1  # stays too
`;
    expect(reordered(text, [1, 0])).toBe(`list:  # stays
  # second, line 1
  # second, line 2
  - {key: 2}   # two
  # first
  - key: 1  # one
    # inside one
other: 1  # stays too
`);
  });

  test('leaves empty lines and the comments above them where they are', () => {
    const text = 'list:\n  # the list\n\n  - 1\n\n  # part two\n\n  # of b\n  - 2\n  # the end\n';
    expect(reordered(text, [1, 0])).toBe(
      'list:\n  # the list\n\n  # of b\n  - 2\n\n  # part two\n\n  - 1\n  # the end\n',
    );
  });

  test('leaves a comment above the list that is deeper than its dashes, lest it end in a text', () => {
    const text = 'list:\n      # deep\n  - 1\n  - say: |\n      Two.\n';
    expect(reordered(text, [1, 0])).toBe('list:\n      # deep\n  - say: |\n      Two.\n  - 1\n');
  });

  test('moves block texts whole', () => {
    const text =
      'list:\n  - say: |  # kept\n      One.\n\n      Two.\n  - say: >-\n      Three\n      four.\n';
    expect(reordered(text, [1, 0])).toBe(
      'list:\n  - say: >-\n      Three\n      four.\n  - say: |  # kept\n      One.\n\n      Two.\n',
    );
  });

  test('works where dashes are not indented, stand alone, or carry an anchor', () => {
    expect(reordered('list:\n- 1\n-\n  key: 2\n- &x {key: 3}\n', [2, 1, 0])).toBe(
      'list:\n- &x {key: 3}\n-\n  key: 2\n- 1\n',
    );
  });

  test('keeps line ends as they are, also where the last line has none', () => {
    expect(reordered('list:\r\n  - 1 # a\r\n  - 2', [1, 0])).toBe('list:\r\n  - 2\r\n  - 1 # a');
  });

  test('swaps the items of a list in brackets, commas in place', () => {
    expect(reordered('list: [ {k: 1}, {k: 2} ,{k: 3} ] # c\n', [2, 0, 1])).toBe(
      'list: [ {k: 3}, {k: 1} ,{k: 2} ] # c\n',
    );
  });

  test('takes comments along in brackets where each item has its own lines', () => {
    const text = 'list: [\n  # one\n  {k: 1}, # first\n  {k: 2,\n   s: x} # second\n]\n';
    expect(reordered(text, [1, 0])).toBe(
      'list: [\n  {k: 2,\n   s: x}, # second\n  # one\n  {k: 1} # first\n]\n',
    );
  });

  test('works in JSON, with and without comments', () => {
    expect(reordered('{"list": [{"k": 1}, {"k": 2}]}', [1, 0], 'a.json')).toBe(
      '{"list": [{"k": 2}, {"k": 1}]}',
    );
    const text = '{"list": [\n  // one\n  {"k": 1}, // first\n  {"k": 2}\n]}\n';
    expect(reordered(text, [1, 0], 'a.json')).toBe(
      '{"list": [\n  {"k": 2},\n  // one\n  {"k": 1} // first\n]}\n',
    );
  });

  test('changes nothing where the order is the present one', () => {
    expect(reordered('list: [1, 2]\n', [0, 1])).toBe('list: [1, 2]\n');
  });

  test('gives up on a list that stands elsewhere, behind an alias', () => {
    expect(reordered('other: &x\n  - 1\n  - 2\nlist: *x\n', [1, 0])).toBeUndefined();
  });
});
