import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawFlow } from '../../src/diagram/draw-flow.ts';
import { drawScene } from '../../src/diagram/draw-scene.ts';
import { emitD3 } from '../../src/diagram/emit-d3.ts';
import { emitText } from '../../src/diagram/emit-text.ts';
import { layoutFlow } from '../../src/diagram/layout-flow.ts';
import { element } from '../../src/diagram/scene.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { anyScript } from './any-script.ts';
import { fakeReplay } from './fake-replay.ts';
import { readFixture } from './read-fixture.ts';
import { treeScript } from './tree-script.ts';
import { readXml, type XmlElement } from '../support/read-xml.ts';

const bank = readFixture('bank');
const findings = [
  { node: 'main', number: 1, severity: 'error', message: 'Callers wait too long for “0”.' },
  { node: 'cards', number: 2, severity: 'warning', message: 'No key leads to a person.' },
  { node: 'loans', number: 3, severity: 'info', message: 'This menu is rarely used.' },
] as const;

const pictures = [
  ['bank', bank, {}],
  ['bank-calls', bank, { replay: fakeReplay(bank, 20_000), findings }],
  ['broken', readFixture('broken'), {}],
  ['languages', readFixture('languages'), {}],
] as const;

describe('the picture', () => {
  test.each(pictures)('of %s is as it was approved', async (name, flow, options) => {
    const drawn = `${await drawFlow(flow, options)}\n`;
    const approved = new URL(`golden/${name}.svg`, import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(approved, drawn);
    const expected = readFileSync(approved, 'utf8');
    const changed = new URL(`golden/${name}-changed.svg`, import.meta.url);
    rmSync(changed, { force: true });
    if (drawn === expected) return;
    writeFileSync(changed, drawn);
    throw new Error(
      `${name}.svg has changed. Look at test/diagram/golden/${name}-changed.svg; if it is better, run the test with UPDATE_GOLDEN=1.`,
    );
  });

  test('is the same through d3 and through text, byte for byte', async () => {
    for (const [, flow, options] of pictures) {
      const scene = drawScene(layoutFlow(flow, options));
      expect(await emitD3(scene)).toBe(emitText(scene));
    }
    await fc.assert(
      fc.asyncProperty(anyScript(10), async (script) => {
        const scene = drawScene(layoutFlow(buildCallFlow(script)));
        expect(await emitD3(scene)).toBe(emitText(scene));
      }),
      { numRuns: 12 },
    );
  });

  test('escapes the same in both, white space in attributes too', async () => {
    const scene = element('svg', { xmlns: 'http://www.w3.org/2000/svg', id: 'a<b>&"\t\n\r\'' }, [
      element('text', { 'xml:lang': 'el' }, [
        '1 < 2 > 0 & "\u00a0"\'',
        element('tspan', {}, []),
        ']]>',
      ]),
    ]);
    expect(await emitD3(scene)).toBe(emitText(scene));
  });

  test('of more than 60 cards is written without a DOM', async () => {
    const flow = buildCallFlow(treeScript(80));
    expect(await drawFlow(flow)).toBe(emitText(drawScene(layoutFlow(flow))));
  });

  test('is the same on every run', async () => {
    expect(await drawFlow(bank)).toBe(await drawFlow(readFixture('bank')));
  });
});

/** An element and everything under it. */
function all(root: XmlElement): readonly XmlElement[] {
  const found = [root];
  for (const node of found) found.push(...node.children);
  return found;
}

const drawn = (flow = bank, options = {}): XmlElement =>
  readXml(emitText(drawScene(layoutFlow(flow, options))));

describe('the document', () => {
  test('is well-formed XML, whatever the labels', () => {
    fc.assert(
      fc.property(anyScript(), (script) => {
        expect(drawn(buildCallFlow(script)).name).toBe('svg');
      }),
      { numRuns: 100 },
    );
  });

  test('shows hostile labels and does nothing with them', () => {
    const svg = drawn(readFixture('languages'));
    const names = new Set(all(svg).map(({ name }) => name));
    expect([...names].sort()).toEqual(
      ['circle', 'desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title'].filter((name) =>
        names.has(name),
      ),
    );
    const attributes = new Set(all(svg).flatMap((node) => Object.keys(node.attributes)));
    expect([...attributes].filter((name) => /^on|href|src/.test(name))).toEqual([]);
    expect(all(svg).some(({ text }) => text.startsWith('</script><img'))).toBe(true);
  });

  test('tells programs which node and which exit each part stands for', () => {
    const parts = all(drawn(bank, { replay: fakeReplay(bank, 20_000), findings }));
    const those = (part: string): readonly XmlElement['attributes'][] =>
      parts.map((one) => one.attributes).filter((own) => own['data-part'] === part);
    const nodes = new Set(those('card').map((own) => own['data-node']));
    for (const { id } of bank.nodes) expect(nodes).toContain(id);
    const rows = new Set(those('row').map((own) => own['data-edge']));
    const lines = [...those('wire'), ...those('stub')];
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) {
      expect(nodes).toContain(line['data-from']);
      expect(nodes).toContain(line['data-to']);
      expect(Number(line['data-calls'])).toBeGreaterThanOrEqual(0);
    }
    expect(lines.filter((line) => rows.has(line['data-edge'])).length).toBeGreaterThan(30);
    expect(those('badge').map((own) => own['data-findings'])).toEqual(['1', '2', '3']);
  });

  test('has one id for one thing, and begins each with its own', () => {
    const ids = all(drawn(bank, { id: 'left' })).flatMap(
      ({ attributes }) => attributes['id'] ?? [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id === 'left' || /^left[-_]/.test(id))).toBe(true);
  });

  test('keeps a strange id from doing harm', () => {
    expect(drawn(bank, { id: '1"/><x' }).attributes['id']).toBe('x');
    expect(drawn(bank, { id: '' }).attributes['id']).toBe('ivr');
  });

  test('tells what it is: title, description, and the worst places', () => {
    const svg = drawn(bank, { replay: fakeReplay(bank, 20_000) });
    const [title, description] = (svg.attributes['aria-labelledby'] ?? '')
      .split(' ')
      .map((id) => all(svg).find(({ attributes }) => attributes['id'] === id));
    expect(svg.attributes['role']).toBe('graphics-document document');
    expect(title?.text).toBe('Northwind Bank – main line');
    expect(description?.text).toMatch(
      /^25 steps, \d+ connections\. 20,000 calls enter\. (.+: [\d,]+ callers are lost(; )?){3}\.$/,
    );
  });

  test('names every card and every line in whole sentences', () => {
    const symbols = all(drawn(bank, { replay: fakeReplay(bank, 20_000), findings })).filter(
      ({ attributes }) => attributes['role'] === 'graphics-symbol',
    );
    for (const { attributes, children } of symbols) {
      expect(attributes['aria-label']).toMatch(/.\.$/);
      expect(children[0]?.name).toBe('title');
    }
    const label = symbols.find(({ attributes }) => attributes['id'] === 'ivr-main')?.attributes[
      'aria-label'
    ];
    expect(label).toContain('Menu: Main menu, 7 options');
    expect(label).toContain('Key 1: to Accounts, ');
    expect(label).toContain('Key 9: repeats');
    expect(label).toContain('Finding 1, error: Callers wait too long for “0”.');
  });

  test('writes the language of a label where it is another than its own', () => {
    const languages = new Map(
      all(drawn())
        .filter(({ name }) => name === 'text')
        .map(({ text, attributes }) => [text, attributes['xml:lang']]),
    );
    expect(languages.get('Ελληνική εξυπηρέτηση')).toBe('el');
    expect(languages.get('日本語サポート窓口')).toBe('ja');
    expect(languages.get('Main menu')).toBeUndefined();
  });

  test('rounds coordinates to tenths', () => {
    const svg = drawn(bank, { replay: fakeReplay(bank, 20_000) });
    for (const { attributes } of all(svg)) {
      for (const name of ['x', 'y', 'width', 'height', 'transform']) {
        expect(attributes[name] ?? '').not.toMatch(/\d\.\d\d|e-|NaN|Infinity/);
      }
      if (attributes['transform'] !== undefined) expect(attributes['transform']).not.toMatch(/NaN/);
    }
  });

  test('has its light colours on the elements, and one style sheet for the rest', () => {
    const nodes = all(drawn());
    expect(nodes.filter(({ name }) => name === 'style')).toHaveLength(1);
    expect(nodes.filter(({ attributes }) => attributes['style'] !== undefined)).toEqual([]);
    for (const { attributes } of nodes.filter(({ name }) => name === 'text')) {
      expect(attributes['fill']).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  test('explains only what it shows', () => {
    const words = (svg: XmlElement): readonly string[] =>
      all(svg)
        .filter(({ name }) => name === 'text')
        .map(({ text }) => text);
    expect(words(drawn())).not.toContain('callers who are lost here');
    expect(words(drawn())).not.toContain('not reached');
    expect(words(drawn(readFixture('broken')))).toContain('not reached');
    expect(words(drawn(bank, { replay: fakeReplay(bank, 500) }))).toContain(
      'callers who are lost here',
    );
  });
});
