import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { writeNativeScript } from '../../src/export/native.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script } from '../../src/script/script.ts';
import { isName } from '../../src/script/names.ts';

jest.setTimeout(120_000);

const text = `ivr: 1
id: northwind-main
title: "Northwind Bank: main line"
language: en
directory: northwind.directory.yaml
defaults: {bargeIn: true, noInput: {wait: 5s, attempts: 3}, noMatch: {attempts: 3}}
entries:
  - {number: "+18005550142", start: hours}
  - {number: {unknown: "a list"}, start: hours, language: el}
nodes:
  hours:
    kind: branch
    on: {calendar: office}
    cases:
      - {when: open, to: welcome}
      - {when: holiday, to: closed}
    otherwise: closed
  welcome: {kind: announcement, say: {en: Welcome., el: "Καλώς ήρθατε."}, to: main}
  main:
    kind: menu
    say: "Main menu."
    options:
      - {key: "1", say: "For your balance, press 1.", reason: bill, set: {wait: "5"}, to: identify}
      - {key: "0", role: agent, to: general}
      - {key: "9", do: repeat}
    noInput: {wait: 0.5s, to: general}
  identify:
    kind: collect
    say: {recording: {en: ask.wav, el: ask-el.wav}, length: {en: 4s, el: 2.5s}, text: "Enter it."}
    digits: {min: 6, max: 10, end: "#", interDigit: 2s}
    sensitive: true
    to: balance
  balance: {kind: task, task: balance, duration: 1.2345, success: main, failure: general}
  general:
    kind: queue
    queue: general
    announce: {every: 30s, waitTime: true, offer: callback}
    overflow: {after: 2m, to: voicemail}
    closed: voicemail
  voicemail: {kind: voicemail, maxLength: 1h, to: closed}
  closed: {kind: hangup, note: "true"}
  odd:
    kind: opaque
    vendor: x
    type: "null"
    exits:
      - {trigger: next, to: main}
      - {trigger: case, when: "> 5"}
    raw: {wait: 5, text: {text: a}, on: null, list: [[], {}], "": 0}
`;

function read(written: string, path: string): Script {
  const { document, findings } = parseScript({ path, text: written });
  if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return document.script;
}

describe('a script that is written', () => {
  const script = read(text, 'a.ivr.yaml');

  test('in YAML looks like one that a person wrote', () => {
    expect(writeNativeScript(script, 'yaml')).toBe(text);
  });

  test('in JSON says the same, with times as people write them', () => {
    const written = writeNativeScript(script, 'json');
    expect(read(written, 'a.ivr.json')).toEqual(script);
    expect(written).toContain('"after": "2m"');
    expect(written).toContain('"wait": 5');
    expect(written.endsWith('}\n')).toBe(true);
  });

  test('comes in one order, whatever order its fields have', () => {
    const turned = Object.fromEntries(Object.entries(script).reverse()) as unknown as Script;
    expect(writeNativeScript(turned, 'yaml')).toBe(text);
  });

  test('has no line of more than 100 columns but for texts that are longer themselves', () => {
    for (const line of writeNativeScript(script, 'yaml').split('\n')) {
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});

const strings = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(
    ...[
      'true',
      'null',
      '~',
      'no',
      'y',
      '1',
      '1e3',
      '0x1',
      '.5',
      '5s',
      '-',
      '- a',
      'a: b',
      'a #b',
      '#',
    ],
    ...['{a}', '[a]', '&a', '*a', '!a', '|', '>', '%', '@', '`', '"', "'", ' a ', 'a\nb', 'a\r\nb'],
    ...['\u0085', '\u2028', '\ufeff', '\t', '2024-01-01', '12:30:45', '<<', '=', '?', 'NaN', ''],
  ),
);
const some = strings.filter((value) => value.length > 0);
const name = fc.oneof(
  fc.constantFrom('a', 'main', 'true', 'null', 'no', 'on', 'yes', 'y'),
  fc.string({ unit: fc.constantFrom(...'abc-1'.split('')), minLength: 1 }).filter(isName),
);
const seconds = fc.oneof(
  fc.nat(100_000),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.constantFrom(0.5, 0.001, 90, 3600, 1.23456, 1e-7),
);
const prompt = fc.oneof(
  fc.record({ text: strings }),
  fc.record({ text: fc.dictionary(fc.constantFrom('en', 'el', 'zh-Hans'), strings) }),
  fc.record({ recording: some, length: fc.oneof(seconds, fc.constant({ en: 1.5 })) }),
  fc.record({ unknown: strings, text: strings }),
);
const node = fc.oneof(
  fc.record({ kind: fc.constant('announcement'), say: prompt, to: name, note: strings }),
  fc.record({
    kind: fc.constant('menu'),
    say: prompt,
    options: fc.array(
      fc.record({
        key: fc.constantFrom('1', '*', '#', '12'),
        say: prompt,
        to: name,
        set: fc.dictionary(
          strings.filter((key) => key !== '__proto__'),
          strings,
        ),
      }),
      { maxLength: 4 },
    ),
    noInput: fc.record({ wait: seconds, attempts: fc.integer({ min: 1, max: 20 }), to: name }),
  }),
  fc.record({
    kind: fc.constant('queue'),
    queue: fc.oneof(name, fc.record({ unknown: strings })),
    closed: fc.record({ to: name }),
  }),
  fc.record({
    kind: fc.constant('opaque'),
    vendor: some,
    type: some,
    raw: fc
      .jsonValue({ maxDepth: 4 })
      .filter((value) => !JSON.stringify(value).includes('__proto__')),
    exits: fc.array(
      fc.record({ trigger: fc.constantFrom('next', 'error'), when: strings, to: name }),
    ),
  }),
  fc.constant({ kind: 'hangup' }),
);
const scripts = fc.record({
  ivr: fc.constant(1),
  id: name,
  title: some,
  language: fc.constant('en'),
  note: strings,
  entries: fc.array(fc.record({ start: name, number: some }), { minLength: 1, maxLength: 3 }),
  nodes: fc.dictionary(name, node, { maxKeys: 6 }),
});

test('any script reads back as the same, in YAML and in JSON, for any YAML reader', () => {
  fc.assert(
    fc.property(scripts, (value) => {
      const script = value as unknown as Script;
      const yaml = writeNativeScript(script, 'yaml');
      const json = writeNativeScript(script, 'json');
      expect(read(yaml, 'a.ivr.yaml')).toEqual(JSON.parse(JSON.stringify(script)));
      expect(read(json, 'a.ivr.json')).toEqual(JSON.parse(JSON.stringify(script)));
      expect(Object.keys(read(yaml, 'a.ivr.yaml').nodes)).toEqual(Object.keys(script.nodes));
      expect(parse(yaml, { version: '1.1' })).toMatchObject({ id: script.id, title: script.title });
    }),
    { numRuns: 300 },
  );
});
