import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainDirectory } from '../../src/routing/plain-directory.ts';
import { directorySchema } from '../../src/routing/schema.ts';
import { plainScript } from '../../src/script/plain-script.ts';
import { scriptSchema } from '../../src/script/schema.ts';
import type { PlainReader } from '../../src/source/plain-reader.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { treeAt, valueOf, type Field, type Tree } from '../../src/source/tree.ts';
import { anyScript } from '../support/any-script.ts';
import '../support/fixed-seed.ts';
import { projectFolder } from '../support/run-ivr.ts';

/** Every field of every kind of node, so that changing one thing touches all of them in turn. */
const everyField = `
$schema: ../schema/script.json
ivr: 1
id: all
title: All
language: en
directory: all.directory.yaml
version: "3"
note: n
defaults: {bargeIn: true, recording: false, noInput: {wait: 5s, attempts: 2, say: a, to: m}, noMatch: {attempts: 2}, interDigit: 3}
entries:
  - {number: "+12025550100", start: m, language: en-GB, title: t, set: {a: b}}
  - {number: {unknown: x}, start: a}
nodes:
  a: {kind: announcement, title: t, note: n, tags: [legal, safety], origin: [x], error: h, say: {en: a, el: b}, bargeIn: true, to: m}
  m:
    kind: menu
    say: {recording: a.wav, length: {en: 4s}, text: {en: a}}
    options:
      - {key: "1", say: s, title: t, to: a, role: agent, reason: r, language: el, set: {a: b}, pinned: true, tags: [closing]}
      - {intent: cards, do: repeat}
      - {key: 2, do: back}
    noInput: {wait: 500ms, attempts: 3, say: {unknown: u, text: t}, to: h}
    noMatch: {attempts: 3, say: b, to: h}
    interDigit: 2s
  c: {kind: collect, say: a, digits: {min: 1, max: 4, end: "#", interDigit: 1s}, sensitive: true, data: pin, to: a, noInput: {to: h}, noMatch: {to: h}}
  b: {kind: branch, on: {calendar: office}, cases: [{when: open, title: t, to: a}, {when: closed}], otherwise: h}
  b1: {kind: branch, on: language, cases: []}
  b2: {kind: branch, on: {attribute: x}, cases: []}
  b3: {kind: branch, on: {emergency: office}, cases: []}
  b4: {kind: branch, on: {queue-status: {unknown: u}}, cases: []}
  b5: {kind: branch, on: {result: r}, cases: []}
  b6: {kind: branch, on: {loop: 3}, cases: []}
  t: {kind: task, say: a, bargeIn: false, task: look-up, selfService: true, duration: 3s, set: {a: b}, success: a, failure: h}
  q: {kind: queue, say: a, queue: desk, announce: {every: 30s, waitTime: true, position: false, offer: callback, say: a}, priority: 1, overflow: {after: 2m, to: v}, closed: v}
  q1: {kind: queue, queue: {unknown: u}, closed: {to: v}}
  x: {kind: transfer, say: a, number: "+12025550100", wait: 20s, to: a, failure: h}
  v: {kind: voicemail, say: a, maxLength: 1m, to: h}
  k: {kind: callback, say: a, queue: desk, to: h, failure: h}
  s: {kind: subflow, script: other, to: h}
  o: {kind: opaque, vendor: v, type: t, raw: {a: [1, null, {b: c}], d: true}, exits: [{trigger: next, when: w, to: h}]}
  h: {kind: hangup, say: a}
`;
const everyDirectoryField = `
$schema: s
directory: 1
id: all
title: t
note: n
timeZone: Europe/Athens
calendars:
  office: {title: t, timeZone: Europe/Paris, hours: "Mo-Fr 08:00-20:00", holidays: {country: GR, region: A}, exceptions: [{date: 2026-12-24, title: t, hours: "off"}, {from: 2026-12-24, to: 2026-12-26, hours: "off"}], emergency: false}
queues:
  desk: {title: t, languages: [en, el], skills: [a], calendar: office, capacity: 3, overflow: [{to: other, after: 1m}], priority: 2, sites: [east]}
  other: {}
staffing: [{skill: a, queue: desk, language: en, site: east, hours: "Mo-Fr 08:00-20:00", timeZone: Europe/Athens, heads: 3}]
sites: {east: {title: t, timeZone: Europe/Athens, vendor: v}}
vendors: {v: {title: t, billing: {price: 0.5, currency: EUR, per: minute, increment: 1s, minimum: 60s, waiting: true, holding: false}}}
numbers: {a: {number: "+12025550100", title: t, calendar: office}}
`;

function treeOf(text: string): Tree {
  const { tree } = readYaml({ path: '', text });
  if (tree === undefined) throw new Error('no tree');
  return tree;
}

interface Judge {
  readonly safeParse: (
    value: unknown,
    options: { readonly jitless: true },
  ) => { readonly success: boolean; readonly data?: unknown };
}

/** True where both say the same: that nothing is wrong, and what is read; or that something is. */
function agrees<Value>(tree: Tree, plain: PlainReader<Value>, judge: Judge): boolean {
  const read = plain(tree);
  const judged = judge.safeParse(valueOf(tree), { jitless: true });
  expect({ isRight: read !== undefined }).toEqual({ isRight: judged.success });
  // As text, so that the order of the fields counts.
  if (read !== undefined) expect(JSON.stringify(read)).toBe(JSON.stringify(judged.data));
  return judged.success;
}

/** Every part of a tree, in the order in which it is written. */
function partsOf(tree: Tree): readonly Tree[] {
  const parts = [tree];
  for (const part of parts) {
    if (part.kind === 'list') parts.push(...part.items);
    if (part.kind === 'map') parts.push(...part.fields.map(({ value }) => value));
  }
  return parts;
}

type Change = (part: Tree) => Tree;

function changed(tree: Tree, target: Tree, change: Change): Tree {
  if (tree === target) return change(tree);
  if (tree.kind === 'list')
    return { ...tree, items: tree.items.map((item) => changed(item, target, change)) };
  if (tree.kind === 'map')
    return {
      ...tree,
      fields: tree.fields.map((field) => ({
        ...field,
        value: changed(field.value, target, change),
      })),
    };
  return tree;
}

const extent = { start: 0, end: 0 };
const fieldNames = 'kind title to do say key text unknown recording en toString nodes'.split(' ');
const name = fc.constantFrom(...fieldNames);
const scalar: fc.Arbitrary<Tree> = fc
  .constantFrom(
    ...[
      '',
      'a',
      'A',
      'toString',
      '5s',
      '5 s',
      '1',
      '12',
      '#',
      'en',
      'menu',
      'agent',
      'next',
      'de-',
    ],
    ...['2026-02-30', '2026-02-28', 'EUR', 'GR', 'x'.repeat(501), true, false, null],
    ...[0, -0, 1, 2, 9, 10, 21, -1, 1.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY],
  )
  .map((value) => ({ kind: 'scalar', ...extent, value }));
const fieldOfTree = (value: fc.Arbitrary<Tree>): fc.Arbitrary<Field> =>
  fc.record({ name, value }).map((field) => ({ ...field, nameExtent: extent }));
const unlike = (fields: readonly Field[]): boolean =>
  new Set(fields.map((field) => field.name)).size === fields.length;
const piece: fc.Arbitrary<Tree> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 2 }).map((items): Tree => ({ kind: 'list', ...extent, items })),
  fc
    .array(fieldOfTree(scalar), { maxLength: 2 })
    .filter(unlike)
    .map((fields): Tree => ({ kind: 'map', ...extent, fields })),
);

/** Another value, a field more or less, fields in another order, a field by another name. */
const change: fc.Arbitrary<Change> = fc.oneof(
  piece.map(
    (other): Change =>
      () =>
        other,
  ),
  fc
    .record({ at: fc.nat(20), field: fieldOfTree(piece), how: fc.nat(3) })
    .map(({ at, field, how }): Change => (part) => {
      if (part.kind === 'list')
        return { ...part, items: part.items.filter((_, index) => index !== at) };
      if (part.kind === 'scalar') return part;
      const { fields } = part;
      const changedFields = [
        fields.filter((_, index) => index !== at % fields.length),
        fields.toReversed(),
        [...fields, field],
        fields.map((one, index) =>
          index === at % fields.length ? { ...one, name: field.name } : one,
        ),
      ][how];
      const isFine = changedFields !== undefined && unlike(changedFields);
      return isFine ? { ...part, fields: changedFields } : part;
    }),
);

function holdBoth<Value>(trees: readonly Tree[], plain: PlainReader<Value>, judge: Judge): void {
  const answers = new Set<boolean>();
  fc.assert(
    fc.property(fc.constantFrom(...trees), fc.nat(2_000), change, (tree, at, how) => {
      const parts = partsOf(tree);
      const part = parts[at % parts.length] ?? tree;
      answers.add(agrees(changed(tree, part, how), plain, judge));
    }),
    { numRuns: 600 },
  );
  expect(answers).toEqual(new Set([true, false]));
}

const samples = (ending: string): readonly Tree[] =>
  readdirSync(join(projectFolder, 'menus'))
    .filter((file) => file.endsWith(ending))
    .map((file) => treeOf(readFileSync(join(projectFolder, 'menus', file), 'utf8')));

describe('the short way to read a script', () => {
  test('is taken for every sample, and for every field that there is', () => {
    for (const tree of [treeOf(everyField), ...samples('.ivr.yaml')])
      expect(agrees(tree, plainScript, scriptSchema)).toBe(true);
    for (const tree of [treeOf(everyDirectoryField), ...samples('.directory.yaml')])
      expect(agrees(tree, plainDirectory, directorySchema)).toBe(true);
  });

  test('says what the schema says of scripts with anything changed', () => {
    holdBoth([treeOf(everyField)], plainScript, scriptSchema);
  });

  test('says what the schema says of directories with anything changed', () => {
    holdBoth([treeOf(everyDirectoryField)], plainDirectory, directorySchema);
  });

  test('reads scripts of any kind of node as the schema does', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        agrees(treeOf(JSON.stringify(script)), plainScript, scriptSchema);
      }),
      { numRuns: 100 },
    );
  });

  test('leaves fields that are written twice to the schema, wherever they are', () => {
    const twice: Change = (part) =>
      part.kind === 'map' ? { ...part, fields: [...part.fields, ...part.fields] } : part;
    const tree = treeOf(everyField);
    const maps = partsOf(tree).filter((part) => part.kind === 'map' && part.fields.length > 0);
    // What a vendor's file holds means nothing to us, written twice or not.
    const raw = treeAt(tree, ['nodes', 'o', 'raw']);
    const foreign = new Set(raw === undefined ? [] : partsOf(raw));
    for (const map of maps.filter((part) => !foreign.has(part)))
      expect(plainScript(changed(tree, map, twice))).toBeUndefined();
  });
});
