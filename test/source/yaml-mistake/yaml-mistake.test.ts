import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readYaml } from '../../../src/source/read-yaml.ts';
import '../../support/fixed-seed.ts';

/** What a mistake is told as: the text that is marked, with its line, and the words. */
function toldOf(text: string) {
  const [finding] = readYaml({ path: 'a.yaml', text }).findings;
  if (finding === undefined) return undefined;
  const { start, end } = finding.at;
  const line = text.split(/\r?\n/)[start.line - 1] ?? '';
  const marked = end.line === start.line ? line.slice(start.column - 1, end.column - 1) : 'lines';
  const { ruleId, message, help } = finding;
  return { ruleId, at: `${start.line} ${marked}`, message, help };
}

const quotesNeeded = (sign: string) => `A text can't begin with "${sign}" unless it is in quotes.`;
const endsHere = (sign: string) => `The text ends at this ${sign}, and more follows.`;
const tab = 'This line is indented with a tab, and YAML takes only spaces there.';
const colon = 'This text contains a colon with a space after it, so it is read as a field.';
const bracket = "This bracket isn't closed where its field ends.";
const dash = 'The dash of this list item has no space after it.';
const deeper = 'This line is indented deeper than the one above, which already has its value.';
const second = 'A second document begins here, and only the first of a file can count.';

describe('mistakes in YAML', () => {
  test.each([
    ['a tab before a field', 'nodes:\n\tmain:\n', '2 \t', tab, 'two for each level'],
    ['a tab behind a dash', 'a:\n  -\tb: 1\n    c: 2', '2 \t', tab, 'Put spaces in its place'],
    [
      'no space behind a colon',
      'ivr: 1\nid:main\ntitle: x',
      '2 id:',
      'The colon after "id" has no space after it.',
      'Write "id: main".',
    ],
    [
      'no colon behind a name',
      'ivr: 1\nnodes\n  main:\n    kind: menu',
      '2 nodes',
      'A field is expected here, and "nodes" has no colon.',
      'Write "nodes:"',
    ],
    [
      'no colon between a name and its value',
      'ivr: 1\ntitle My line # ours\nid: x',
      '2 title My line',
      'A field is expected here, and "title My line" has no colon.',
      'Write "title: My line"',
    ],
    [
      'no colon at the end of the file',
      'ivr: 1\nnodes',
      '2 nodes',
      'A field is expected here, and "nodes" has no colon.',
      'Write "nodes:"',
    ],
    [
      'an equals sign',
      'ivr: 1\nid = main\nx: 1',
      '2 id = main',
      'A field is expected here, and "id = main" has no colon.',
      'Write "id: main"',
    ],
    [
      'too few spaces',
      'nodes:\n  main:\n      kind: menu\n    say: Hi',
      '4 say: Hi',
      'This line is indented by 4 spaces, and no line above fits that.',
      'Indent it by 2 or 6 spaces',
    ],
    [
      'too many spaces',
      'main:\n  kind: menu\n    say: Hi',
      '3 say: Hi',
      deeper,
      'like the line above',
    ],
    [
      'too few spaces in a list',
      'options:\n  - key: "1"\n   to: x',
      '3 to: x',
      'This line is indented by 3 spaces, and no line above fits that.',
      'Indent it by 2 or 4 spaces',
    ],
    [
      'a first line that is indented, and others that are not',
      '  ivr: 1\nid: x',
      '2 id: x',
      "This line isn't indented, and no line above fits that.",
      'Indent it by 2 spaces',
    ],
    [
      'a line that goes wrong behind comments and empty lines',
      'a:\n    b: 1\n\n  # why\n  c: 2',
      '5 c: 2',
      'This line is indented by 2 spaces, and no line above fits that.',
      'Indent it by 0 or 4 spaces',
    ],
    [
      'a double quote that is never closed',
      'id: x\nsay: "Hello\nto: y',
      '2 "Hello',
      'This text has no closing " on its line.',
      'Put " at its end.',
    ],
    [
      'a double quote that the next text closes',
      'say: "Hello\nto: "main"',
      '1 "Hello',
      'This text has no closing " on its line.',
      'Put " at its end.',
    ],
    [
      'a single quote that is never closed',
      "say: 'Hello\nto: y",
      "1 'Hello",
      "This text has no closing ' on its line.",
      "Put ' at its end.",
    ],
    ['an apostrophe in single quotes', "say: 'it's open'\nto: x", "1 '", endsHere("'"), "Write ''"],
    ['a quote inside quotes', 'say: "press "1" now"', '1 "', endsHere('"'), 'Write \\"'],
    ['words behind a quoted text', 'say: "Hello" there', '1 "', endsHere('"'), 'the last quote'],
    ['a bracket that is never closed', 'a: [1, 2\nb: 3', '1 [', bracket, 'Close it with "]"'],
    ['a brace that is never closed', 'o:\n  - {key: "1"\n  - {key: "2"}', '2 {', bracket, '"}"'],
    [
      'the hash key',
      'o:\n  - {key: #, to: x}\n  - {key: "2"}',
      '2 #',
      'From "#" on, the line is a comment, and so its bracket is never closed.',
      'Put quotes around a "#"',
    ],
    ['a brace that is closed too far left', 'm: {kind: menu,\nsay: x\n}', '1 {', bracket, 'indent'],
    ['JSON that is broken off', '{"a": 1,\n"b": 2\n', '1 {', bracket, 'Close it with "}"'],
    [
      'a bracket too many',
      'a: {b: 1}}\nc: 2',
      '1 }',
      'This bracket closes nothing.',
      'Remove it, or open one',
    ],
    [
      'words behind a bracket',
      'say: [pause] Hello',
      '1 Hello',
      '"Hello" follows a closing bracket.',
      'A text that begins with a bracket needs quotes',
    ],
    [
      'a comma missing in braces',
      'o: {key: "1" to: x}',
      '1 t',
      'A comma is missing before this.',
      'Put a comma between',
    ],
    [
      'a comma missing in a list in brackets',
      'o: ["a" "b"]',
      '1 "',
      'A comma is missing before this.',
      'Put a comma between',
    ],
    [
      'a comma missing behind a text without quotes',
      'o: {key: a to: x}',
      '1 a to: x}',
      'In these brackets, two colons follow each other without a comma between them.',
      'Put a comma before "to"',
    ],
    [
      'two commas',
      'o: [a,, b]',
      '1 ,',
      'A value is missing before this comma.',
      'Remove the comma.',
    ],
    [
      'a list with dashes in brackets',
      'o: {a:\n  - x\n  }',
      '2 -',
      "A list with dashes can't be inside brackets.",
      '[one, another]',
    ],
    [
      'a field written twice',
      'a: 1\na: 2',
      '2 a',
      'The field "a" is written twice here; only one of the two can count.',
      'Remove one of the two',
    ],
    ['a text that begins with @', 'say: @home', '1 @home', quotesNeeded('@'), '"@home"'],
    ['a text that begins with a backtick', 'say: `x`', '1 `x`', quotesNeeded('`'), '"`x`"'],
    ['a text that begins with %', 'say: %x', '1 %x', quotesNeeded('%'), '"%x"'],
    ['a text that begins with a question mark', 'say: ? x', '1 ? x', quotesNeeded('?'), '"? x"'],
    ['the star key', 'o: {key: *, to: x}', '1 *, to: x}', quotesNeeded('*'), 'Put quotes'],
    ['the star key at the end of a line', 'key: * # star', '1 *', quotesNeeded('*'), '"*"'],
    [
      'a key that begins with a star',
      'key: *1',
      '1 *1',
      '"*1" refers to a value marked "&1", and there is none above.',
      'Put quotes around it if it is a text: "*1".',
    ],
    [
      'a value that would hold itself',
      'a: &x [*x]',
      '1 *x',
      '"*x" would refer to what it is a part of.',
      'Put quotes around it if it is a text',
    ],
    ['a text that begins with &', 'say: & more', '1 & more', quotesNeeded('&'), '"& more"'],
    ['a colon in a text', 'say: For sales: press 1', '1 For sales: press 1', colon, '"For sales'],
    [
      'a list item without a space',
      'options:\n  -key: "1"\n   to: x',
      '2 -',
      dash,
      'Begin it with "-" and a space.',
    ],
    ['a list item that is a brace', 'o:\n  -{key: "1"}\n  - {key: "2"}', '2 -', dash, 'a space'],
    [
      'a list item with a dash of a word processor',
      'options:\n  – key: "1"\n    to: x',
      '2 –',
      'A list item can\'t begin with "–".',
      'Begin it with "-" and a space.',
    ],
    [
      'a list among fields',
      'options:\n  a: b\n  - c',
      '3 - c',
      'This list item is where a field is expected.',
      'Indent it like what it belongs to.',
    ],
    [
      'a field in a list',
      'options:\n  - a\n  b: c',
      '3 b: c',
      '"b: c" is where a list item is expected.',
      'begin it with "- "',
    ],
    [
      'a list on the line of its field',
      'options: - a',
      '1 - a',
      "A list can't begin on the line of its field.",
      'Begin it on the next line',
    ],
    [
      'a block of text that begins on the line of its sign',
      'say: >Hello\nto: x',
      '1 Hello',
      'After "|" and ">" the text begins on the next line.',
      'Put the text below',
    ],
    [
      'a block of text that is not indented',
      'say: |\nHello there\nto: x',
      '2 Hello there',
      'The text of the line above begins here, and is not indented.',
      'Indent all its lines',
    ],
    [
      'a comment without a space',
      'say: "x"#note',
      '1 #',
      'This comment has no space before its "#".',
      'Put a space before it',
    ],
    [
      'a backslash',
      'say: "a \\d b"',
      '1 \\d',
      '"\\d" means nothing in double quotes.',
      'Write \\\\ for a backslash',
    ],
    ['two documents', 'ivr: 1\n---\nivr: 1', '2 lines', second, 'a file of its own'],
    [
      'a merge that was not finished',
      'ivr: 1\n<<<<<<< HEAD\nid: x\n=======\nid: y\n>>>>>>> b\n',
      '2 <<<<<<< HEAD',
      'A merge was not finished here: the file holds both versions.',
      'Keep one of them',
    ],
    [
      'a line for the reader of YAML',
      '%x\na: 1',
      '1 %x',
      'A line that begins with "%" is an instruction for YAML, and this one is unknown.',
      'Begin it with "#"',
    ],
    [
      'a name without an end',
      `${'a'.repeat(1100)} : x`,
      `1 ${'a'.repeat(1100)} : x`,
      'The name of this field is longer than 1,024 characters.',
      'Put quotes around all of it',
    ],
  ])('%s', (_, text, at, message, help) => {
    expect(toldOf(text)).toEqual({
      ruleId: expect.stringMatching(/^(?:syntax|duplicate-field)$/),
      at,
      message,
      help: expect.stringContaining(help),
    });
  });

  const menus = readdirSync('menus')
    .filter((name) => name.endsWith('.ivr.yaml'))
    .map((name) => readFileSync(`menus/${name}`, 'utf8'));
  const edit = fc.record({
    menu: fc.constantFrom(...menus),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 3 }),
    put: fc.constantFrom(
      '',
      '"',
      "'",
      ':',
      ' ',
      '\n',
      '\t',
      '{',
      '}',
      '[',
      '-',
      '- ',
      '#',
      '*',
      '&',
    ),
  });
  const jargon =
    /\b(?:implicit|scalar|mapping|sequence|flow|block (?:map|coll)|indicator|compact|stream|unresolved)\b|\btokens?\b/i;

  test('whatever is typed into a menu, one line is marked and no word is the parser’s', () => {
    fc.assert(
      fc.property(edit, ({ menu, at, length, put }) => {
        const from = Math.floor(at * menu.length);
        const text = menu.slice(0, from) + put + menu.slice(from + length);
        for (const { ruleId, at, message, help } of readYaml({ path: 'a', text }).findings) {
          if (ruleId !== 'syntax') continue;
          const own = [message, help].join(' ').replace(/"[^"]*"/g, '');
          expect(own).not.toMatch(jargon);
          expect(at.end.line).toBe(at.start.line);
        }
      }),
      { numRuns: 150 },
    );
  });
});
