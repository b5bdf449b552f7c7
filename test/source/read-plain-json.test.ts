import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFullJson } from '../../src/source/read-full-json.ts';
import { readPlainJson } from '../../src/source/read-plain-json.ts';

const shifted = (offset: number) => offset + 7;

/** What is read on the short way must be what the full reader reads, places included. */
function expectSame(text: string): boolean {
  const tree = readPlainJson(text, shifted);
  if (tree === undefined) return false;
  const full = readFullJson({ path: '', text }, text, shifted);
  expect({ text, tree, findings: [] }).toEqual({ text, ...full });
  return true;
}

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const manyFields = (last: string): string =>
  `{${Array.from({ length: 40 }, (_, index) => `"f${index}": ${index}`).join()}, "${last}": 1}`;

describe('the short way to read JSON', () => {
  test.each([
    ['a value alone', ' "a" ', '1', 'null\n', '{}', '[ ]'],
    ['blanks of all kinds', '\r\n{\t"a" :\n[ 1 , 2 ]\r, "b":{ } }\n'],
    ['numbers', '[0, -0, 12, -3.25, 1e3, 1E+2, 2.5e-3, 1e999, 123456789012345678901234567890]'],
    [
      'escapes',
      '["\\"\\\\\\/\\b\\f\\n\\r\\t", "\\u00e9\\ud83d\\uDE00\\ud800", "\\u0000", "a\\"}"]',
    ],
    ['other scripts', '{"カード": "1を押してください。", "😀": "\u2028\u0085\u00a0"}'],
    ['texts of one hash or none', '["Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "", "Aa"]'],
    ['equal texts, short and long', `["${'x'.repeat(64)}", "${'y'.repeat(65)}", "x", "x", "y"]`],
    ['many fields', manyFields('g')],
    ['names that every object has', '{"constructor": 1, "toString": {"hasOwnProperty": 2}}'],
    ['200 levels', nested(200)],
  ])('is taken for %s', (_, ...texts) => {
    for (const text of texts) expect([text, expectSame(text)]).toEqual([text, true]);
  });

  test.each([
    ['comments', '// a\n1', '{"a": 1 /* b */}'],
    ['trailing commas', '[1,]', '{"a": 1,}'],
    [
      'fields written twice',
      '{"a": 1, "b": 2, "a": 3}',
      manyFields('f3'),
      '{"a": 1, "\\u0061": 2}',
    ],
    ['the field that no object may have', '{"__proto__": 1}', '{"a": {"__proto_\\u005f": {}}}'],
    ['more than 200 levels', nested(201), `${'{"a":'.repeat(201)}1${'}'.repeat(201)}`],
    ['what ends too soon', '', '{', '{"a"', '{"a":', '[1', '[1,', '"a', '"a\\', '"a\\"', '-'],
    ['what goes on behind the end', '1 2', '{} {}', '[]]', '{}x', 'truex', '01', '1.', '1e', '.5'],
    [
      'signs that are missing or wrong',
      '{"a" 1}',
      '{"a": 1 "b": 2}',
      '[1 2]',
      '[1}',
      '{a: 1}',
      "['a']",
    ],
    ['words of other languages', 'undefined', 'NaN', 'True', '+1', '0x1', '-Infinity'],
    ['texts with what must be escaped', '"a\nb"', '"a\tb"', '"\\x41"', '"\\u12g4"', '"\\n\u0001"'],
    ['a byte order mark', '\ufeff1'],
  ])('leaves %s to the full reader', (_, ...texts) => {
    for (const text of texts)
      expect([text, readPlainJson(text, shifted)]).toEqual([text, undefined]);
  });

  test('reads whatever is written as JSON as the full reader does', () => {
    let short = 0;
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false, maxDepth: 5 }),
        fc.constantFrom(0, 1, '\t'),
        (value, indent) => {
          if (expectSame(JSON.stringify(value, null, indent))) short += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(short).toBeGreaterThan(290);
  });

  test('agrees with the full reader on texts with a slip of the pen', () => {
    const value = {
      Version: '2019-10-30',
      StartAction: 'a-1',
      Actions: [
        {
          Identifier: 'a-1',
          Parameters: { Text: 'Say "1".\n', LoopCount: 2, isOn: true, x: null },
        },
        { Identifier: 'a-2', Transitions: { NextAction: 'a-1', Errors: [], Conditions: [{}] } },
      ],
    };
    const text = JSON.stringify(value, null, 1);
    const slip = fc.constantFrom(
      ...['', ' ', '\n', '"', '\\', '\\u00', ',', ':', '{', '}', '[', ']', '-', '.', 'e', '0', '1'],
      ...[
        'true',
        'nul',
        '//',
        '/*',
        '"Actions": ',
        '"Text":',
        '__proto__',
        '\u0000',
        '\ufeff',
        '😀',
      ],
    );
    let short = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(text.length), fc.nat(3), slip), { minLength: 1, maxLength: 3 }),
        (cuts) => {
          let changed = text;
          for (const [at, length, put] of cuts) {
            changed = changed.slice(0, at) + put + changed.slice(at + length);
          }
          if (expectSame(changed)) short += 1;
        },
      ),
      { numRuns: 2000 },
    );
    expect(short).toBeGreaterThan(100);
  });
});
