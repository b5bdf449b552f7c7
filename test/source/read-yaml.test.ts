import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readYaml } from '../../src/source/read-yaml.ts';
import { valueOf } from '../../src/source/tree.ts';

const laughs = ['b', 'c', 'd', 'e', 'f', 'g', 'h']
  .map((name, index, names) => {
    const before = `*${names[index - 1] ?? 'a'},`;
    return `${name}: &${name} [${before.repeat(9)}]`;
  })
  .join('\n');

const read = (text: string) => {
  const { tree, findings } = readYaml({ path: 'a.yaml', text });
  const told = findings.map(({ ruleId, at, message }) => ({
    ruleId,
    at: `${at.start.line}:${at.start.column}`,
    message,
  }));
  return { value: tree === undefined ? undefined : valueOf(tree), told };
};

describe('reading YAML', () => {
  test.each([
    ['a: 1\nb: [x, "y"]', { a: 1, b: ['x', 'y'] }],
    ['1: one\n"*": star', { '1': 'one', '*': 'star' }],
    ['a:\nb: ~', { a: null, b: null }],
    ['a: |\n  x\n  y\nb: >-\n  z\n', { a: 'x\ny\n', b: 'z' }],
    ['a: !Sub foo\nb: !GetAtt [a, b]', { a: 'foo', b: ['a', 'b'] }],
    ['a: 1\r\nb:\r\n  c: 2\r\n', { a: 1, b: { c: 2 } }],
    ['a: &x {k: 1}\nb: *x', { a: { k: 1 }, b: { k: 1 } }],
    ['', null],
    ['# nothing', null],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual({ value, told: [] });
  });

  test('a field written twice is told at the second, and the first counts', () => {
    expect(read('a: 1\nb: 2\n"a": 3')).toEqual({
      value: { a: 1, b: 2 },
      told: [
        {
          ruleId: 'duplicate-field',
          at: '3:1',
          message: 'The field "a" is written twice here; only one of the two can count.',
        },
      ],
    });
    const [finding] = readYaml({ path: 'a.yaml', text: 'n: {k: 1, k: 2}' }).findings;
    expect(finding?.related.map(({ at }) => at.start.column)).toEqual([5]);
  });

  test('1 and "1" are the same field: a key of the phone is one key', () => {
    expect(read('1: a\n"1": b').told.map(({ ruleId }) => ruleId)).toEqual(['duplicate-field']);
  });

  test('a field that would reach into JavaScript is refused and never read', () => {
    const { value, told } = read('__proto__: {polluted: true}\na: 1');
    expect(told.map(({ ruleId, at }) => [ruleId, at])).toEqual([['invalid-name', '1:1']]);
    expect(Object.keys(value as object)).toEqual(['a']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a syntax error is told in words at its place', () => {
    expect(read('a:\n\tb: 1').told).toEqual([
      {
        ruleId: 'syntax',
        at: '2:1',
        message: 'This line is indented with a tab, and YAML takes only spaces there.',
      },
    ]);
  });

  test('a second document is told, for it would be lost', () => {
    expect(read('a: 1\n---\nb: 2\n').told).toEqual([
      {
        ruleId: 'syntax',
        at: '2:1',
        message: 'A second document begins here, and only the first of a file can count.',
      },
    ]);
    expect(read('---\na: 1\n...\n')).toEqual({ value: { a: 1 }, told: [] });
  });

  test.each([
    ['an alias of itself', 'a: &a [*a]', 'refer to what it is a part of'],
    ['an alias of nothing', 'a: *x', 'there is none above'],
    [
      'a billion laughs',
      `a: &a [${'x,'.repeat(9)}]\n${laughs}`,
      'stand for more than 20,000 values',
    ],
    ['100,000 open brackets', '['.repeat(100_000), 'nested more than 200 levels'],
    ['20,000 open keys', '? '.repeat(20_000), 'nested more than 200 levels'],
    ['20,000 list items in each other', '- '.repeat(20_000), 'nested more than 200 levels'],
    [
      '1,000 maps in each other',
      Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
      'nested more than 200 levels',
    ],
  ])('%s is refused at its place, and nothing hangs', (_, text, why) => {
    const { value, told } = read(text);
    expect(value).toBeUndefined();
    expect(told.map(({ ruleId }) => ruleId)).toEqual(['syntax']);
    expect(told[0]?.message).toContain(why);
  });

  test('a text that begins with "!" loses nothing unheard in files of ours', () => {
    const text = 'ivr: 1\nnodes:\n  a: {say: !Hello there, to: b}\n  b: !Bye\n';
    expect(read(text).told).toEqual([
      {
        ruleId: 'syntax',
        at: '3:12',
        message: '"!Hello" would be read as a mark of YAML, and left out.',
      },
      {
        ruleId: 'syntax',
        at: '4:6',
        message: '"!Bye" would be read as a mark of YAML, and left out.',
      },
    ]);
    expect(read(text.replaceAll('!', '!!str ')).told).toEqual([]);
    expect(read('Resources: {a: !Sub x}').told).toEqual([]);
  });

  test('brackets inside texts are no nesting', () => {
    expect(read(`a: "${'['.repeat(500)}"\nb: |\n${'  [ {\n'.repeat(300)}`).told).toEqual([]);
  });

  test('every value stands where its text stands', () => {
    const text = 'a:\n  - {k: "v", 2: x}\n';
    const { tree } = readYaml({ path: 'a.yaml', text });
    if (tree?.kind !== 'map') throw new Error('no map');
    const list = tree.fields[0]?.value;
    if (list?.kind !== 'list') throw new Error('no list');
    const [item] = list.items;
    if (item?.kind !== 'map') throw new Error('no map');
    expect(
      item.fields.map(({ nameExtent, value }) => [
        text.slice(nameExtent.start, nameExtent.end),
        text.slice(value.start, value.end),
      ]),
    ).toEqual([
      ['k', '"v"'],
      ['2', 'x'],
    ]);
  });

  test('what was written as YAML is read back, and no text throws', () => {
    const name = fc.stringMatching(/^[a-z]{1,5}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.array(tie('tree')),
        fc.dictionary(name, tie('tree'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(read(stringify(value))).toEqual({ value, told: [] });
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readYaml({ path: 'a.yaml', text });
      }),
    );
  });
});
