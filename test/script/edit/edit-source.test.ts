import { describe, expect, test } from '@jest/globals';
import { editSource } from '../../../src/script/edit/edit-source.ts';
import type { TreeEdit } from '../../../src/source/tree-edit.ts';

const head = 'ivr: 1\nid: line\nlanguage: en\nentries: [{start: main}]\nnodes:\n';

/** The text after changes, or nothing where they can't be made. */
const edited = (text: string, edits: readonly TreeEdit[], path = 'a.ivr.yaml') =>
  editSource({ path, text }, edits)?.text;

const lead = (at: readonly (string | number)[]): TreeEdit => ({
  edit: 'insert',
  at,
  field: 'noInput',
  value: { to: 'desk' },
});
const main: readonly (string | number)[] = ['nodes', 'main'];

describe('putting a field into a map', () => {
  test('gives it a line of its own behind the last, behind the comments of the map', () => {
    const text = `${head}  main:
    kind: menu
    options:
      - key: "1" # one
        to: main
        # more to come
    # noMatch: {}
  # the desk

  desk: {kind: queue, queue: desk}
`;
    expect(edited(text, [lead(main)])).toBe(
      text.replace('    # noMatch: {}\n', '    # noMatch: {}\n    noInput: {to: desk}\n'),
    );
  });

  test('stays on the line of a map in braces, before a trailing comma too', () => {
    const text = `${head}  main: {kind: menu, options: [{key: "1", to: main}]} # short\n`;
    expect(edited(text, [lead(main)])).toContain(
      'options: [{key: "1", to: main}], noInput: {to: desk}} # short\n',
    );
    const loose = text.replace(']}', '],}');
    expect(edited(loose, [lead(main)])).toContain('], noInput: {to: desk},} # short');
  });

  test('follows the lines of a map in braces, comments where they were', () => {
    const text = `${head}  main: {
    kind: menu,
    options: [] # none yet
  }
`;
    expect(edited(text, [lead(main)])).toBe(`${head}  main: {
    kind: menu,
    options: [], # none yet
    noInput: {to: desk}
  }
`);
  });

  test('keeps line ends as they are, also where the last line has none', () => {
    const text = `${head}  main:\n    kind: menu\n    options: []`.replaceAll('\n', '\r\n');
    expect(edited(text, [lead(main)])).toBe(`${text}\r\n    noInput: {to: desk}`);
  });

  test('stands behind a text in a block, and behind the fields of a list item', () => {
    const text = `${head}  main:
    kind: menu
    options:
      - key: "1"
        say: |
          Press 1.

    say: >-
      Main
      menu.
`;
    const result = edited(text, [
      lead(main),
      { edit: 'insert', at: [...main, 'options', 0], field: 'to', value: 'no' },
    ]);
    expect(result).toBe(`${head}  main:
    kind: menu
    options:
      - key: "1"
        say: |
          Press 1.
        to: "no"

    say: >-
      Main
      menu.
    noInput: {to: desk}
`);
  });

  test('writes JSON in JSON, on one line or on many', () => {
    const script = { ivr: 1, nodes: { main: { kind: 'menu', options: [] }, end: {} } };
    for (const [space, lines] of [
      [undefined, '"options":[], "noInput": { "to": "desk" }}'],
      [2, '"options": [],\n      "noInput": { "to": "desk" }\n    }'],
    ] as const) {
      const text = JSON.stringify(script, null, space);
      expect(edited(text, [lead(main)], 'a.json')).toContain(lines);
      expect(edited(text, [lead(['nodes', 'end'])], 'a.json')).toContain(
        '{"noInput": { "to": "desk" }}',
      );
    }
  });

  test('is refused where the field is there, or where there is no map', () => {
    const text = `${head}  main: {kind: menu, options: [], noInput: {to: main}}\n`;
    expect(edited(text, [lead(main)])).toBeUndefined();
    expect(edited(text, [lead([...main, 'options'])])).toBeUndefined();
    expect(edited(text, [lead(['nodes', 'other'])])).toBeUndefined();
  });

  test('is refused where an alias would bring it to another place too', () => {
    const text = `${head}  main: &main\n    kind: menu\n    options: []\n  other: *main\n`;
    expect(edited(text, [lead(main)])).toBeUndefined();
    expect(edited(text, [lead(['nodes', 'other'])])).toBeUndefined();
  });
});

describe('putting the fields of a map into another order', () => {
  const turn = (order: readonly number[], at = main): TreeEdit => ({ edit: 'reorder', at, order });

  test('takes comments along and leaves empty lines', () => {
    const text = `${head}  main:
    # where to
    to: end   # bye
    # what it is
    kind: announcement

    say: |  # words
      Hello.
  end: {kind: hangup}
`;
    expect(edited(text, [turn([1, 2, 0])])).toBe(`${head}  main:
    # what it is
    kind: announcement
    say: |  # words
      Hello.

    # where to
    to: end   # bye
  end: {kind: hangup}
`);
  });

  test('works behind a dash, in braces and in JSON', () => {
    const text = `${head}  main:
    kind: menu
    options:
      - to: end
        key: "1" # one
      - {to: end, key: "2"}
  end: {kind: hangup}
`;
    const both = [turn([1, 0], [...main, 'options', 0]), turn([1, 0], [...main, 'options', 1])];
    expect(edited(text, both)).toBe(`${head}  main:
    kind: menu
    options:
      - key: "1" # one
        to: end
      - {key: "2", to: end}
  end: {kind: hangup}
`);
    expect(edited('{"a": {"b": 1, "c": [2]}}', [turn([1, 0], ['a'])], 'a.json')).toBe(
      '{"a": {"c": [2], "b": 1}}',
    );
  });

  test('is refused where the order is none, and where an alias would come before its anchor', () => {
    const text = `${head}  main: {kind: announcement, say: &words Hello., title: *words}\n`;
    expect(edited(text, [turn([0, 2, 1])])).toBeUndefined();
    expect(edited(text, [turn([0, 0, 1])])).toBeUndefined();
    expect(edited(text, [turn([0, 1])])).toBeUndefined();
  });
});

describe('changes made together', () => {
  test('have the paths of the text as it was: items move with what is changed in them', () => {
    const text = `${head}  main: {kind: menu, options: [{key: 2, to: a}, {key: "1", to: b}]}\n`;
    const key = (option: number, value: string): TreeEdit => ({
      edit: 'set',
      at: [...main, 'options', option, 'key'],
      value,
    });
    const order: TreeEdit = { edit: 'reorder', at: [...main, 'options'], order: [1, 0] };
    expect(edited(text, [order, key(0, '1'), key(1, '2')])).toContain(
      '[{key: "2", to: b}, {key: 1, to: a}]',
    );
  });

  test('are refused where two of them meet', () => {
    const text = `${head}  main: {kind: menu, options: [{key: "1"}]}\n`;
    const set = (value: string): TreeEdit => ({
      edit: 'set',
      at: [...main, 'options', 0, 'key'],
      value,
    });
    expect(edited(text, [set('2'), set('3')])).toBeUndefined();
  });
});
