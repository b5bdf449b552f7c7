import { describe, expect, test } from '@jest/globals';
import { editInTurn } from '../../../src/script/edit/edit-in-turn.ts';
import type { TreeStep } from '../../../src/source/tree-edit.ts';

const head = 'ivr: 1\nid: line\nlanguage: en\nentries: [{start: main}]\nnodes:\n';

function edited(text: string, steps: readonly TreeStep[], path = 'a.ivr.yaml') {
  const result = editInTurn({ path, text }, [() => steps]);
  return 'source' in result ? result.source.text : result.failed;
}

const options = ['nodes', 'main', 'options'];
const one = { key: '3', say: 'For loans, press 3.', to: 'end' };

describe('putting an item into a list', () => {
  const add = (place: number, at: TreeStep['at'] = options): TreeStep => ({
    edit: 'insert-item',
    at,
    place,
    value: one,
  });
  const line = '{key: "3", say: "For loans, press 3.", to: end}';

  test('gives it a line among dashes, before the comments of the next', () => {
    const text = `${head}  main:
    kind: menu
    options:
      - {key: "1", to: end} # first
      # always last
      - {key: "0", to: end} # desk
        # more on the desk

  end: {kind: hangup}
`;
    expect(edited(text, [add(1)])).toBe(
      text.replace('      # always', `      - ${line}\n      # always`),
    );
    expect(edited(text, [add(0)])).toBe(text.replace('      - {key: "1"', `      - ${line}\n$&`));
    expect(edited(text, [add(2)])).toBe(
      text.replace('more on the desk\n', `more on the desk\n      - ${line}\n`),
    );
  });

  test('stands beside the others in brackets, and has its own line where they have', () => {
    const flow = `${head}  main: {kind: menu, options: [{key: "1", to: end}]} # short\n`;
    expect(edited(flow, [add(1)])).toContain(`[{key: "1", to: end}, ${line}]`);
    expect(edited(flow, [add(0)])).toContain(`[${line}, {key: "1", to: end}]`);
    const empty = `${head}  main: {kind: menu, options: []}\n`;
    expect(edited(empty, [add(0)])).toContain(`options: [${line}]`);
    const lines = `${head}  main:
    kind: menu
    options: [
      {key: "1", to: end}, # first
      {key: "0", to: end} # last
    ]
`;
    expect(edited(lines, [add(2), add(1)])).toBe(
      lines
        .replace('# first\n', `# first\n      ${line},\n`)
        .replace('end} # last', `end}, # last\n      ${line}`),
    );
  });

  test('writes JSON in JSON', () => {
    const text = JSON.stringify(
      { ivr: 1, nodes: { main: { kind: 'menu', options: [{ key: '1' }] } } },
      null,
      2,
    );
    const result = edited(text, [add(1)], 'a.json');
    expect(JSON.parse(result)).toMatchObject({ nodes: { main: { options: [{}, one] } } });
    expect(result).toContain(
      '        },\n        { "key": "3", "say": "For loans, press 3.", "to": "end" }\n      ]',
    );
  });

  test('is refused behind an alias', () => {
    const text = `${head}  a: {kind: menu, options: &all [{key: "1"}]}\n  main: {kind: menu, options: *all}\n`;
    expect(edited(text, [add(0)])).toBe('insert-item');
  });
});

describe('taking a part out', () => {
  const remove = (...at: TreeStep['at']): TreeStep => ({ edit: 'remove', at });

  test('takes its comments and one of two empty lines along, whatever the line ends', () => {
    const text = `${head}  main: {kind: menu, options: []}

  # the other
  other: # odd
    kind: hangup
    # in it

  end: {kind: hangup} # bye
`;
    const without = text.replace(/\n {2}# the other[^]*# in it\n/, '');
    expect(edited(text, [remove('nodes', 'other')])).toBe(without);
    const [crlf, less] = [text, without].map((one) => one.replaceAll('\n', '\r\n'));
    expect(edited(crlf ?? '', [remove('nodes', 'other')])).toBe(less);
    const open = text.trimEnd();
    expect(edited(open, [remove('nodes', 'end')])).toBe(
      `${open.slice(0, open.indexOf('\n\n  end'))}\n`,
    );
  });

  test('leaves brackets whole, and no comma too many in JSON', () => {
    const text = `${head}  main: {kind: menu, options: [{key: "1"}, {key: "2"}, {key: "3"}]}\n`;
    const left = (place: number) => edited(text, [remove(...options, place)]);
    expect(left(0)).toContain('[{key: "2"}, {key: "3"}]');
    expect(left(1)).toContain('[{key: "1"}, {key: "3"}]');
    expect(left(2)).toContain('[{key: "1"}, {key: "2"}]');
    const json = JSON.stringify({ a: [1, { b: 2 }, 3], c: 4 }, null, 2);
    for (const place of [0, 1, 2]) {
      expect(JSON.parse(edited(json, [remove('a', place)], 'a.json'))).toEqual({
        a: [1, { b: 2 }, 3].toSpliced(place, 1),
        c: 4,
      });
    }
    expect(edited(json, [remove('c')], 'a.json')).toBe(
      JSON.stringify({ a: [1, { b: 2 }, 3] }, null, 2),
    );
  });

  test('lets the next field follow the dash', () => {
    const text = `${head}  main:
    kind: menu
    options:
      - title: One # a title
        key: "1"
        to: end
`;
    expect(edited(text, [remove(...options, 0, 'title')])).toContain(
      '      - key: "1"\n        to: end\n',
    );
  });

  test('leaves an empty list, and refuses to leave an empty map without brackets', () => {
    const text = `${head}  main:\n    options:\n      # one\n      - {key: "1"}\n    kind: menu\n`;
    expect(edited(text, [remove(...options, 0)])).toBe(
      `${head}  main:\n    options:\n      []\n    kind: menu\n`,
    );
    const alone = `${head}  main:\n    options: []\n`;
    expect(edited(alone, [remove('nodes', 'main', 'options')])).toBe('remove');
  });
});

describe('moving an item to another list', () => {
  const move: TreeStep = {
    edit: 'move-item',
    at: ['nodes', 'sub', 'options', 0],
    to: options,
    place: 1,
  };

  test('takes its words and comments along, indented as the others are', () => {
    const text = `${head}  main:
    kind: menu
    options:
    - {key: "1", to: sub}
    - {key: "0", to: end}
  sub:
    kind: menu
    options:
        # mostly this
        - key: "1" # one
          say: >-
            For loans,
            press 1.
          to: end
        - {key: "2", to: end}
`;
    expect(edited(text, [move])).toBe(`${head}  main:
    kind: menu
    options:
    - {key: "1", to: sub}
    # mostly this
    - key: "1" # one
      say: >-
        For loans,
        press 1.
      to: end
    - {key: "0", to: end}
  sub:
    kind: menu
    options:
        - {key: "2", to: end}
`);
  });

  test('goes between brackets and dashes where no comment is lost', () => {
    const text = `${head}  main: {kind: menu, options: [{key: "1", to: sub}]}
  sub:
    kind: menu
    options:
      - {key: "1", say: "For loans, press 1.", to: end}
      - {key: "2", to: end}
`;
    expect(edited(text, [move])).toContain(
      '[{key: "1", to: sub}, {key: "1", say: "For loans, press 1.", to: end}]',
    );
    expect(edited(text.replace('end}\n', 'end} # why\n'), [move])).toBe('move-item');
  });

  test('moves lines in JSON', () => {
    const text = JSON.stringify(
      {
        nodes: {
          main: { options: [{ key: '1' }] },
          sub: { options: [{ key: '1', say: { en: 'a' } }, { key: '2' }] },
        },
      },
      null,
      2,
    );
    const result = edited(text, [move], 'a.json');
    expect(result).toBe(
      JSON.stringify(
        {
          nodes: {
            main: { options: [{ key: '1' }, { key: '1', say: { en: 'a' } }] },
            sub: { options: [{ key: '2' }] },
          },
        },
        null,
        2,
      ),
    );
  });
});

describe('adding a node', () => {
  test('writes it behind another, over lines where it is long', () => {
    const text = `${head}  main: {kind: menu, options: []}\n\n  end: {kind: hangup}\n`;
    const step: TreeStep = {
      edit: 'insert-behind',
      at: ['nodes'],
      behind: 'main',
      field: 'more',
      value: { kind: 'menu', say: 'More.', options: [one, { ...one, key: '4' }] },
    };
    expect(edited(text, [step])).toBe(`${head}  main: {kind: menu, options: []}

  more:
    kind: menu
    say: "More."
    options:
      - {key: "3", say: "For loans, press 3.", to: end}
      - {key: "4", say: "For loans, press 3.", to: end}

  end: {kind: hangup}
`);
  });
});
