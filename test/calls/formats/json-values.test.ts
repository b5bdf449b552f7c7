import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createJsonValueReader, type JsonReading } from '../../../src/calls/formats/json-values.ts';

const layout = { lists: ['events'] };

/** What a reader makes of a text that comes in pieces of this length. */
function read(text: string, piece = 1 << 16, mayFollowText = false): readonly JsonReading[] {
  const reader = createJsonValueReader({ ...layout, mayFollowText });
  const readings: JsonReading[] = [];
  for (let from = 0; from < text.length; from += piece)
    readings.push(...reader.take(text.slice(from, from + piece)));
  return [...readings, ...reader.end()];
}

const shown = (readings: readonly JsonReading[]): readonly string[] =>
  readings.map((one) =>
    'problem' in one ? `${one.line}: ${one.problem}` : `${one.line}: ${JSON.stringify(one.value)}`,
  );

describe('records of a log in JSON', () => {
  test.each<[what: string, text: string, found: readonly string[]]>([
    ['an object a line', '{"a":1}\n\n{"a":2}\n', ['1: {"a":1}', '3: {"a":2}']],
    [
      'objects behind each other',
      '{"a":1}{"a":2} {"a":3}',
      ['1: {"a":1}', '1: {"a":2}', '1: {"a":3}'],
    ],
    ['an object over many lines', '{\n "a": {\n  "b": [1]\n }\n}\n', ['1: {"a":{"b":[1]}}']],
    ['a list', '[\n{"a":1},\n{"a":2}\n]\n{"a":3}', ['2: {"a":1}', '3: {"a":2}', '5: {"a":3}']],
    [
      'a wrapper, other fields and all',
      '{"token":"x","more":[{"b":1}],"events":[{"a":1},{"a":2}],"streams":[{"name":"events"}],"n":{"m":[]}}{"a":3}',
      ['1: {"a":1}', '1: {"a":2}', '1: {"a":3}'],
    ],
    [
      'two lists of a wrapper',
      '{"events":[{"a":1}],"x":2,"events":[{"a":2}]}',
      ['1: {"a":1}', '1: {"a":2}'],
    ],
    [
      'wrappers in a list',
      '[{"events":[{"a":1}]},{"events":[{"a":2}]}]',
      ['1: {"a":1}', '1: {"a":2}'],
    ],
    ['an empty wrapper', '{"events":[]}\n{"a":1}', ['2: {"a":1}']],
    ['texts', '["{\\"a\\":1}", "x"]\n"y"', ['1: "{\\"a\\":1}"', '1: "x"', '2: "y"']],
    ['lists in a list', '[[{"a":1}],[]]', ['1: [{"a":1}]', '1: []']],
    ['signs in quotes', '{"a":"}\\"{[\\\\"}\n{"b":"]"}', ['1: {"a":"}\\"{[\\\\"}', '2: {"b":"]"}']],
    ['a byte order mark', '\uFEFF{"a":1}', ['1: {"a":1}']],
  ])('%s', (_, text, found) => {
    for (const piece of [1, 2, 3, 7, 1 << 16]) expect(shown(read(text, piece))).toEqual(found);
  });

  test.each<[what: string, text: string, found: readonly string[]]>([
    ['a quote that is never closed', '{"a":"x\n{"a":2}\n', ['1: not a JSON object', '2: {"a":2}']],
    ['a line that breaks off', '{"a":1,"b":\n{"a":2}\n{"a":3}', ['1: not a JSON object']],
    [
      'an object that is never closed',
      '{"a":1\n{"a":2}\n{"a":3}',
      ['1: not a JSON object', '2: {"a":2}', '3: {"a":3}'],
    ],
    [
      'words',
      'hello\n{"a":1}\nworld {"a":2}',
      ['1: not a JSON object', '2: {"a":1}', '3: not a JSON object', '3: {"a":2}'],
    ],
    [
      'numbers in a list',
      '[1,\n2,{"a":1}]',
      ['1: not a JSON object', '2: not a JSON object', '2: {"a":1}'],
    ],
    ['an end too many', '{"a":1}}\n]{"a":2}', ['1: {"a":1}', '2: {"a":2}']],
    ['no value at all', '{"a":}\n{"a":1}', ['1: not a JSON object', '2: {"a":1}']],
  ])('loses only itself: %s', (_, text, found) => {
    expect(shown(read(text))).toEqual(expect.arrayContaining([...found]));
  });

  test('text before a value is passed over where a log may have it, and a line of text alone is told', () => {
    const text = '2026-03-02T08:00:00Z {"a":1}\nSTART\n2026-03-02T08:00:01Z [INFO] {"a":2}\n';
    expect(shown(read(text, 5, true))).toEqual([
      '1: {"a":1}',
      '2: not a JSON object',
      '3: {"a":2}',
    ]);
  });

  test('values come out as they went in, however they are laid out and cut', () => {
    const values = fc.array(
      fc.object({ maxDepth: 3, maxKeys: 4, key: fc.string({ maxLength: 5 }) }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('\n', '', ' ,\n'),
        fc.constantFrom(0, 2),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (objects, between, indent, isList, piece) => {
          const plain = JSON.parse(JSON.stringify(objects)) as readonly object[];
          fc.pre(plain.every((one) => !Object.hasOwn(one, 'events')));
          const text = isList
            ? JSON.stringify(plain, undefined, indent)
            : plain.map((one) => JSON.stringify(one, undefined, indent)).join(between);
          expect(read(text, piece).map((one) => ('value' in one ? one.value : one))).toEqual(plain);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('no text, whatever stands in it, stops the reader, and pieces change nothing', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      '\n',
      ',',
      ':',
      '"events":',
      ' x ',
      '{"a":1}',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.boolean(), (parts, mayFollow) => {
        const text = parts.join('');
        expect(read(text, 1, mayFollow)).toEqual(read(text, 1 << 16, mayFollow));
      }),
      { numRuns: 300 },
    );
  });
});
