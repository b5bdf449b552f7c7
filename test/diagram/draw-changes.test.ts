import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffScripts } from '../../src/diff/diff-scripts.ts';
import { unionFlow } from '../../src/diff/union-flow.ts';
import { changeMarks } from '../../src/diagram/changes/change-marks.ts';
import { markChanges } from '../../src/diagram/changes/mark-changes.ts';
import { layoutFlow } from '../../src/diagram/layout-flow.ts';
import { expectFreeWires, expectNoOverlap } from './expect-drawing.ts';
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
  let svg = '';
  beforeAll(async () => {
    svg = await drawChanges(diffScripts(before, after));
  });

  test('shows a moved key on its cap, and rows and cards that came and went', () => {
    expect(svg).toContain('>4→1</text>');
    expect([...svg.matchAll(/>([+−~])<\/text>/g)].length).toBeGreaterThan(5);
    const names = readXml(svg) as unknown;
    expect(names).toBeDefined();
  });

  test('stands each step at one place in both menus, in one drawing or a pair', async () => {
    const diff = diffScripts(before, after);
    const [both, old, own] = await Promise.all(
      (['both', 'before', 'after'] as const).map(async (side) =>
        spotsIn(await drawChanges(diff, { side })),
      ),
    );
    for (const side of [old, own])
      for (const [id, spot] of side ?? [])
        expect({ id, spot }).toEqual({ id, spot: both?.get(id) });
    expect(old?.has('news')).toBe(false);
    expect(own?.has('news')).toBe(true);
  });

  test('draws a way of a single field where it led before, beside where it leads now', async () => {
    const other = documentOf(
      mainMenu(options).replace('noInput: {to: desk}', 'noInput: {to: loans}'),
    );
    const drawn = await drawChanges(diffScripts(before, other.script));
    expect(drawn).toContain('data-edge="before/nodes/main/noInput/to"');
    expect(drawn).toContain('data-edge="nodes/main/noInput/to"');
  });

  test('tells in a pair of pictures what each menu says itself', async () => {
    const named = documentOf(
      mainMenu(options.replace('title: Loans', 'title: Credit')).replace(
        'say: Hello.',
        'title: Front desk',
      ),
    );
    const diff = diffScripts(before, named.script);
    const [old, own] = await Promise.all(
      (['before', 'after'] as const).map((side) => drawChanges(diff, { side })),
    );
    expect([old, own].map((one) => [one?.includes('>Loans<'), one?.includes('>Credit<')])).toEqual([
      [true, false],
      [true, true],
    ]);
    expect([old, own].map((one) => one?.includes('>Front desk<'))).toEqual([false, true]);
    const waits = ['3m', '4m'].map((after) =>
      documentOf(
        mainMenu(options).replace(
          'queue: desk}',
          `queue: desk, overflow: {after: ${after}, to: bye}}`,
        ),
      ),
    );
    const [short, long] = waits.map(({ script }) => script);
    if (short === undefined || long === undefined) throw new Error('two menus');
    const waiting = await drawChanges(diffScripts(short, long), { side: 'before' });
    expect(waiting).toContain('after 3m');
  });

  test('marks nothing where nothing changed', async () => {
    const { script } = loadSample('northwind-bank').document;
    const same = await drawChanges(diffScripts(script, script));
    expect(same).toContain('No difference');
    expect([...same.matchAll(/>[+−~]<\/text>/g)]).toHaveLength(3);
  });

  test('keeps cards apart and lets lines through, for any two menus', () => {
    fc.assert(
      fc.property(anyScript, anyScript, (one, other) => {
        const diff = diffScripts(one, other);
        const marks = changeMarks(diff);
        const laidOut = {
          union: layoutFlow(marks.union.flow),
          alone: layoutFlow(diff.flows.after),
        };
        const { drawing, changes } = markChanges(laidOut, marks);
        expectNoOverlap(drawing);
        expectFreeWires(drawing);
        const ids = new Set(drawing.cards.map(({ id }) => id));
        for (const id of marks.union.nodes.keys()) expect(ids.has(id)).toBe(true);
        expect(changes.length).toBeGreaterThanOrEqual(marks.union.nodes.size);
      }),
      { numRuns: 60 },
    );
  });

  test('is well-formed for any two menus, and has every node of both', async () => {
    await fc.assert(
      fc.asyncProperty(anyScript, anyScript, async (one, other) => {
        const diff = diffScripts(one, other);
        const union = unionFlow(diff);
        const nodes = diff.flows.before.nodes.length + diff.flows.after.nodes.length;
        expect(union.flow.nodes).toHaveLength(nodes - diff.matching.pairs.length);
        readXml(await drawChanges(diff));
      }),
      { numRuns: 25 },
    );
  });
});
