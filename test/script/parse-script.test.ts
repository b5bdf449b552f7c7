import { describe, expect, test } from '@jest/globals';
import { parseScript } from '../../src/script/parse-script.ts';
import { lineText } from '../../src/source/source.ts';

const head = 'ivr: 1\nid: t\nlanguage: en\nentries: [{start: a}]\nnodes:\n';

const wrong = (text: string, path = 't.ivr.yaml') =>
  parseScript({ path, text }).findings.map(({ ruleId, at, message, help }) => ({
    ruleId,
    at: `${at.start.line}:${at.start.column}`,
    message,
    help,
  }));

describe('what a script says', () => {
  test('is read with times in seconds, keys as text and prompts in one shape', () => {
    const { document, findings } = parseScript({
      path: 't.ivr.yaml',
      text: `${head}  a:
    kind: menu
    say: {en: Hello, el: Γεια}
    options: [{key: 1, to: a}, {key: "#", say: Press pound., do: repeat}]
    noInput: {wait: 1500ms, attempts: 2, to: a}
`,
    });
    expect(findings).toEqual([]);
    expect(document?.script.nodes).toEqual({
      a: {
        kind: 'menu',
        say: { text: { en: 'Hello', el: 'Γεια' } },
        options: [
          { key: '1', to: 'a' },
          { key: '#', say: { text: 'Press pound.' }, do: 'repeat' },
        ],
        noInput: { wait: 1.5, attempts: 2, to: 'a' },
      },
    });
  });

  test('is the same in JSON', () => {
    const nodes = { a: { kind: 'hangup' } };
    const script = { ivr: 1, id: 't', language: 'en', entries: [{ start: 'a' }], nodes };
    const text = JSON.stringify(script);
    expect(parseScript({ path: 't.json', text }).document?.script).toEqual(script);
    expect(parseScript({ path: 't.json', text: `\ufeff${text}` }).document?.script).toEqual(script);
  });
});

describe('the places of a script', () => {
  const text = `${head}  a:\n    kind: menu\n    options:\n      - {key: "1", to: b}\n  b: {kind: hangup}\n`;
  const { document } = parseScript({ path: 't.ivr.yaml', text });

  test.each([
    [['nodes', 'a'], 'key', 'a'],
    [['nodes', 'a', 'options', 0, 'to'], 'value', 'b'],
    [['nodes', 'a', 'options', 0, 'to'], 'key', 'to'],
    [['nodes', 'a', 'options', 0, 'key'], 'value', '"1"'],
    [['entries', 0, 'start'], 'value', 'a'],
  ] as const)('%j, its %s, stands where "%s" is written', (path, aim, written) => {
    const at = document?.places.at(path, aim);
    const line =
      document === undefined || at === undefined ? '' : lineText(document.source, at.start.line);
    expect(line.slice((at?.start.column ?? 1) - 1, (at?.end.column ?? 1) - 1)).toBe(written);
    expect(document?.places.has(path)).toBe(true);
  });

  test('of what is not written are those of what it is missing from', () => {
    expect(document?.places.has(['nodes', 'a', 'noInput', 'to'])).toBe(false);
    expect(document?.places.at(['nodes', 'a', 'noInput', 'to']).start).toEqual({
      line: 6,
      column: 3,
    });
  });
});

describe('what is wrong in a script', () => {
  test('an unknown field is told at its name, with the one that was meant', () => {
    expect(wrong(`${head}  a: {kind: hangup, tittle: x}`)).toEqual([
      {
        ruleId: 'unknown-field',
        at: '6:21',
        message:
          'The field "tittle" is unknown here, and its value would be lost. Did you mean "title"?',
        help: 'Correct its name, or remove it. It can have: kind, title, note, tags, origin, error, say.',
      },
    ]);
  });

  test.each([
    ['  a: {kind: anouncement}', 'invalid-value', '6:13', 'Did you mean "announcement"?'],
    ['  a: {to: b}', 'missing-field', '6:3', '"kind" is missing'],
    ['  A b: {kind: hangup}', 'invalid-name', '6:3', 'use lower-case letters'],
    ['  constructor: {kind: hangup}', 'invalid-name', '6:3', `can't be a name`],
    [
      '  a: {kind: menu, options: [{key: "x", to: b}]}',
      'invalid-value',
      '6:35',
      'a key is written in quotes',
    ],
    ['  a: {kind: menu, options: [{to: b}]}', 'invalid-value', '6:29', 'an option needs a key'],
    [
      '  a: {kind: menu, options: [{key: "1", to: b, do: repeat}]}',
      'invalid-value',
      '6:51',
      'not both',
    ],
    [
      '  a: {kind: branch, on: {calender: x}, cases: []}',
      'unknown-field',
      '6:26',
      'Did you mean "calendar"?',
    ],
    [
      '  a: {kind: task, task: {unknwon: x}, success: a}',
      'unknown-field',
      '6:26',
      'Did you mean "unknown"?',
    ],
    [
      '  a: {kind: announcement, say: [hello], to: a}',
      'invalid-value',
      '6:32',
      'a prompt is a text',
    ],
    [
      '  a: {kind: menu, options: [], noInput: {wait: 5 seconds}}',
      'invalid-value',
      '6:48',
      'a time is written like',
    ],
    [
      '  a: {kind: menu, options: [{key: "1", role: agnet, to: b}]}',
      'invalid-value',
      '6:46',
      'Did you mean "agent"?',
    ],
    [
      '  a: {kind: queue, queue: g, closed: {too: b}}',
      'unknown-field',
      '6:39',
      'Did you mean "to"?',
    ],
    ['  a: {kind: announcement, to: 5}', 'invalid-value', '6:31', 'must be a text'],
  ])('%s', (nodes, ruleId, at, words) => {
    const told = wrong(head + nodes);
    expect(told.map((one) => [one.ruleId, one.at])).toEqual([[ruleId, at]]);
    expect(told[0]?.message).toContain(words);
  });

  test.each([
    ['title: 5', 'title', 'must be a text, and is the number 5.', 'Put quotes around it: "5".'],
    ['title: [a]', 'title', 'must be a text, and is a list.', 'Write a text here.'],
    [
      'defaults: {bargeIn: yes}',
      'bargeIn',
      'must be true or false, and is a text.',
      'true or false',
    ],
    [
      'defaults: {noInput: main}',
      'noInput',
      'must hold fields of its own, and is a text.',
      'Write fields below it: a name, a colon and a value each. It can have: wait, attempts, say, to.',
    ],
    [
      'defaults: {noMatch: {attempts: three}}',
      'attempts',
      'must be a number, and is a text.',
      'without quotes',
    ],
    ['title: ""', 'title', 'is empty.', 'leave the field out'],
    ['defaults: {noInput: {attempts: 0}}', 'attempts', 'must be 1 or more.', 'Correct the number'],
    [
      'defaults: {noInput: {attempts: 1.5}}',
      'attempts',
      'must be a whole number, and is the number 1.5.',
      'whole number',
    ],
  ])('%s has a value of another kind', (line, name, message, help) => {
    const [told] = wrong(`${line}\n${head}  a: {kind: hangup}`);
    expect(told?.message).toBe(`"${name}" ${message}`);
    expect(told?.help).toContain(help);
  });

  test.each([
    [
      '  a: {kind: menu, options: {key: "1"}}',
      '"options" must be a list, and holds fields.',
      '"- "',
    ],
    [
      '  a:\n    kind: menu\n    options:\n      -key: "1"\n      -to: a',
      '"options" must be a list, and holds fields.',
      'Put a space after each dash that begins an item.',
    ],
    [
      '  a: {kind: queue, queue: 5}',
      '"queue" must be a text, or hold fields of its own, and is the number 5.',
      'Put quotes around it: "5".',
    ],
    ['  a: hello', '"a" must hold fields of its own, and is a text.', 'a value each.'],
    ['  a:', '"a" must hold fields of its own, and is empty.', 'a value each.'],
  ])('%s has a value of another kind', (nodes, message, help) => {
    const [told] = wrong(head + nodes);
    expect(told?.message).toBe(message);
    expect(told?.help).toContain(help);
  });

  test('a number in quotes is told where a number must stand', () => {
    expect(wrong(`${head.replace('ivr: 1', 'ivr: "1"')}  a: {kind: hangup}`)).toMatchObject([
      { message: '"ivr" can\'t be the text "1" here.', help: 'Write it without quotes: 1.' },
    ]);
  });

  test('a field without a space behind its colon is told by what was meant', () => {
    const told = wrong(`${head}  a: {kind: menu, options: [{key: "1", to:a}]}`);
    expect(told).toMatchObject([
      {
        ruleId: 'unknown-field',
        message: expect.stringContaining('Did you mean "to: a"?'),
        help: 'Put a space after the colon: to: a.',
      },
    ]);
  });

  test('a node written twice is a finding, and the script is still there', () => {
    const reading = parseScript({
      path: 't',
      text: `${head}  a: {kind: hangup}\n  a: {kind: hangup}`,
    });
    expect(reading.findings.map(({ ruleId }) => ruleId)).toEqual(['duplicate-field']);
    expect(reading.document).toBeDefined();
  });

  test('documents that are no script at all are told once, with no script', () => {
    for (const text of ['', '- 1', 'hello', '5', '[1, 2', '{"a"']) {
      const { document, findings } = parseScript({ path: 't', text });
      expect({ text, document, told: findings.length }).toEqual({
        text,
        document: undefined,
        told: 1,
      });
    }
  });

  test('every finding says what to do', () => {
    const broken = `${head}  a: {kind: menu, options: [{kee: "1"}], x: 1}\n  B: {kind: nothing}`;
    const told = wrong(broken);
    expect(told.length).toBeGreaterThan(3);
    for (const { help, message } of told) {
      expect(help).toMatch(/\.$/);
      expect(message).toMatch(/[.?]$/);
    }
  });
});
