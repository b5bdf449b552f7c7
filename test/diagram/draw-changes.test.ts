import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffScripts } from '../../src/diff/diff-scripts.ts';
import { unionFlow } from '../../src/diff/union-flow.ts';
import { drawChanges } from '../../src/diagram/changes/draw-changes.ts';
import type { Script } from '../../src/script/script.ts';
import { anyScript } from '../support/any-script.ts';
import { loadSample } from '../support/sample-menus.ts';
import { documentOf } from '../support/script-of.ts';
import { readXml } from '../support/read-xml.ts';

const mainMenu = (options: string): string =>
  `  main: {kind: menu, say: Hello., options: [${options}], noInput: {to: desk}, noMatch: {to: desk}}
  desk: {kind: queue, queue: desk}
  loans: {kind: queue, queue: loans}
  bye: {kind: hangup, say: Goodbye.}
`;
const shop = (options: string, more = ''): Script => documentOf(mainMenu(options) + more).script;

/** Where each card stands, by its id. */
function spotsIn(svg: string): ReadonlyMap<string, string> {
  const cards = svg.matchAll(/<g transform="translate\(([^)]*)\)"[^>]*? id="ivr-([^"]+)"/g);
  return new Map([...cards].map(([, spot = '', id = '']) => [id, spot]));
}

describe('the drawing of what changed', () => {
  const options =
    '{key: "1", title: Desk, to: desk}, {key: "4", title: Loans, to: loans}, {key: "9", title: Leave, to: bye}';
  const before = shop(options);
  const after = shop(
    '{key: "1", title: Loans, to: loans}, {key: "2", title: News, to: news}, {key: "9", title: Leave, to: desk}',
    '  news: {kind: announcement, say: Nothing new., to: bye}\n',
  );
  const svg = drawChanges(diffScripts(before, after));

  test('shows a moved key on its cap, and rows and cards that came and went', () => {
    expect(svg).toContain('>4→1</text>');
    expect([...svg.matchAll(/>([+−~])<\/text>/g)].length).toBeGreaterThan(5);
    const names = readXml(svg) as unknown;
    expect(names).toBeDefined();
  });

  test('stands each step at one place in both menus, in one drawing or a pair', () => {
    const diff = diffScripts(before, after);
    const [both, old, own] = (['both', 'before', 'after'] as const).map((side) =>
      spotsIn(drawChanges(diff, { side })),
    );
    for (const side of [old, own])
      for (const [id, spot] of side ?? [])
        expect({ id, spot }).toEqual({ id, spot: both?.get(id) });
    expect(old?.has('news')).toBe(false);
    expect(own?.has('news')).toBe(true);
  });

  test('draws a way of a single field where it led before, beside where it leads now', () => {
    const other = documentOf(
      mainMenu(options).replace('noInput: {to: desk}', 'noInput: {to: loans}'),
    );
    const drawn = drawChanges(diffScripts(before, other.script));
    expect(drawn).toContain('data-edge="before/nodes/main/noInput/to"');
    expect(drawn).toContain('data-edge="nodes/main/noInput/to"');
  });

  test('marks nothing where nothing changed', () => {
    const { script } = loadSample('northwind-bank').document;
    const same = drawChanges(diffScripts(script, script));
    expect(same).toContain('No difference');
    expect([...same.matchAll(/>[+−~]<\/text>/g)]).toHaveLength(3 + 1);
  });

  test('is well-formed for any two menus, and has every node of both', () => {
    fc.assert(
      fc.property(anyScript, anyScript, (one, other) => {
        const diff = diffScripts(one, other);
        const union = unionFlow(diff);
        const nodes = diff.flows.before.nodes.length + diff.flows.after.nodes.length;
        expect(union.flow.nodes).toHaveLength(nodes - diff.matching.pairs.length);
        readXml(drawChanges(diff));
      }),
      { numRuns: 60 },
    );
  });
});
