import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Drawing } from '../../src/diagram/drawing.ts';
import { layoutFlow } from '../../src/diagram/layout-flow.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { exitsOf } from '../../src/flow/node-exits.ts';
import { scriptSchema } from '../../src/script/schema.ts';
import type { Script } from '../../src/script/script.ts';
import { flowOf } from '../support/script-of.ts';
import { anyScript } from './any-script.ts';
import { fakeReplay } from './fake-replay.ts';
import { boxOf, crossingsOf, outerBoxOf, pointsOn, textsOf, widestOf } from './geometry.ts';
import { expectFreeWires, expectNoOverlap } from './expect-drawing.ts';
import { readFixture } from './read-fixture.ts';
import { treeScript } from './tree-script.ts';

const flows: readonly (readonly [string, Drawing])[] = [
  ['a bank', layoutFlow(readFixture('bank'), { replay: fakeReplay(readFixture('bank'), 20_000) })],
  ['a broken line', layoutFlow(readFixture('broken'))],
  ['many languages', layoutFlow(readFixture('languages'))],
  ['25 steps', layoutFlow(buildCallFlow(treeScript(25)))],
  ['120 steps', layoutFlow(buildCallFlow(treeScript(120)))],
];

/** Random flows, each without and with calls and findings. */
function everyFlow(check: (drawing: Drawing, flow: CallFlow) => void): void {
  fc.assert(
    fc.property(anyScript(), fc.boolean(), fc.nat(1000), (script, withCalls, seed) => {
      const flow = buildCallFlow(script);
      const findings = flow.nodes.flatMap(({ id }, index) =>
        Array.from({ length: index % 6 }, (_, at) => ({
          node: id,
          number: 10 * index + at,
          severity: (['info', 'error', 'warning'] as const)[at % 3] ?? 'info',
          message: 'Something is wrong.',
        })),
      );
      const options = withCalls ? { replay: fakeReplay(flow, 300, seed), findings } : {};
      check(layoutFlow(flow, options), flow);
    }),
    { numRuns: 150 },
  );
}

describe('a drawing', () => {
  test.each(flows)('of %s keeps its cards apart', (_, drawing) => {
    expectNoOverlap(drawing);
  });

  test('keeps its cards apart, whatever the flow', () => {
    everyFlow(expectNoOverlap);
  });

  test.each(flows)('of %s draws no wire through another card or letter', (_, drawing) => {
    expectFreeWires(drawing);
  });

  test('draws no wire through another card or letter, whatever the flow', () => {
    everyFlow(expectFreeWires);
  });

  test('joins a wire to the edges of its two cards', () => {
    everyFlow(({ wires, cards }) => {
      for (const wire of wires) {
        const boxes = [wire.from, wire.to].map(
          (id) => cards.filter((card) => card.id === id).map(boxOf)[0],
        );
        const [from, to] = boxes;
        if (from === undefined || to === undefined) throw new Error('a wire without a card');
        const [x = 0, y = 0] = pointsOn(wire)[0] ?? [];
        const inset = wire.direction === 'down' ? 0 : from.right - x;
        // Outlines curve by up to their corners; a browser tests that lines end at the curve itself.
        expect(inset).toBeGreaterThanOrEqual(0);
        expect(inset).toBeLessThanOrEqual(20);
        if (wire.direction === 'down') {
          expect(y).toBeCloseTo(from.bottom);
          expect(wire.toY).toBeCloseTo(to.top);
        } else {
          expect(wire.toX).toBeGreaterThanOrEqual(to.left);
          expect(wire.toX).toBeLessThanOrEqual(to.left + 20);
          expect(wire.toY).toBeGreaterThan(to.top);
          expect(wire.toY).toBeLessThan(Math.min(to.top + 50, to.bottom));
        }
      }
    });
  });

  test('shows every node once, and every way out as a wire, a letter, a sign or a broken end', () => {
    everyFlow(({ cards, wires, stubs }, flow) => {
      const nodes = cards.map((card) => card.id).filter((id) => !id.startsWith('_'));
      expect([...nodes].sort()).toEqual(flow.nodes.map(({ id }) => id as string).sort());
      const keys = (items: readonly { from: string; path: string }[]): readonly string[] =>
        items.map(({ from, path }) => `${from} ${path}`);
      const rows = cards.flatMap((card) =>
        card.rows.map(({ path, way }) => ({ from: card.id, path, way })),
      );
      const signs = rows.filter(({ way }) => way === 'repeat' || way === 'back');
      const drawn = [...keys(wires), ...keys(stubs), ...keys(signs)].filter(
        (key) => !key.startsWith('_'),
      );
      const exits = flow.nodes.flatMap(({ id, node }) =>
        exitsOf(id, node, flow.script).map((exit) => `${id} ${exit.path.join('/')}`),
      );
      expect(drawn.sort()).toEqual(exits.sort());
    });
  });

  test('leads every letter to a card that bears it', () => {
    everyFlow(({ cards, stubs }) => {
      const letters = new Map(cards.map((card) => [card.id, card.disc?.text.text]));
      for (const { to, disc } of stubs) {
        if (disc !== undefined) expect(letters.get(to ?? '')).toBe(disc.text.text);
      }
      const borne = [...letters.values()].filter((letter) => letter !== undefined);
      expect(new Set(borne).size).toBe(borne.length);
    });
  });

  test('fits every text into its room, by the widest font, and into its card', () => {
    everyFlow((drawing) => {
      for (const text of textsOf(drawing))
        expect(widestOf(text)).toBeLessThanOrEqual(text.room + 0.01);
      for (const card of drawing.cards) {
        for (const line of [card.texts, ...card.rows.map((row) => row.texts)]) {
          const spans = line.map((text): readonly [number, number, number] =>
            text.anchor === 'end'
              ? [text.x - text.room, text.x, text.y]
              : [text.x, text.x + text.room, text.y],
          );
          for (const [from, to] of spans) {
            expect(from).toBeGreaterThanOrEqual(-1);
            expect(to).toBeLessThanOrEqual(card.width);
          }
          const [first, second] = spans.filter(([, , y]) => Math.abs(y - (spans[0]?.[2] ?? 0)) < 2);
          if (first !== undefined && second !== undefined)
            expect(first[1]).toBeLessThanOrEqual(second[0] + 1);
        }
      }
    });
  });

  test('stays inside its page', () => {
    everyFlow((drawing) => {
      const { x, y } = drawing.origin;
      for (const card of drawing.cards) {
        const box = outerBoxOf(card);
        expect(box.left + x).toBeGreaterThanOrEqual(0);
        expect(box.top + y).toBeGreaterThanOrEqual(48);
        expect(box.right + x).toBeLessThanOrEqual(drawing.width);
        expect(box.bottom + y).toBeLessThanOrEqual(drawing.height);
      }
      for (const { x: left, text } of drawing.legend) {
        expect(left + text.x + text.room).toBeLessThanOrEqual(drawing.width);
      }
    });
  });
});

describe('crossings', () => {
  // What the layout was chosen for: other engines draw thousands of crossings on the same flows.
  test.each([
    ['25 steps', buildCallFlow(treeScript(25)), 0],
    ['120 steps', buildCallFlow(treeScript(120)), 0],
    ['1,000 steps', buildCallFlow(treeScript(1000)), 0],
    ['a bank with second lines to one card', readFixture('bank'), 2],
  ])('on %s are few', (_, flow, most) => {
    expect(crossingsOf(layoutFlow(flow).wires).length).toBeLessThanOrEqual(most);
  });

  test('are only between lines of one card, where two of them lead to the same other one', () => {
    everyFlow(({ wires }) => {
      for (const [one, other] of crossingsOf(wires)) {
        expect(other.from).toBe(one.from);
        const second = [one, other].some(
          (wire) => wires.filter(({ from, to }) => from === wire.from && to === wire.to).length > 1,
        );
        expect(second).toBe(true);
      }
    });
  });
});

describe('where things stand', () => {
  const shuffled = (script: Script, order: readonly number[]): Script => {
    const nodes = Object.entries(script.nodes);
    const keys = nodes.map((_, index) => order[index % order.length] ?? 0);
    const moved = nodes
      .map((node, index) => ({ node, key: keys[index] ?? 0 }))
      .sort((a, b) => a.key - b.key);
    return { ...script, nodes: Object.fromEntries(moved.map(({ node }) => node)) };
  };

  test('does not depend on the order of the nodes in the script', () => {
    fc.assert(
      fc.property(anyScript(), fc.array(fc.nat(), { minLength: 9 }), (script, order) => {
        const one = buildCallFlow(script);
        const other = buildCallFlow(shuffled(script, order));
        expect(layoutFlow(other)).toEqual(layoutFlow(one));
        const replay = fakeReplay(one, 200);
        expect(layoutFlow(other, { replay })).toEqual(layoutFlow(one, { replay }));
      }),
      { numRuns: 60 },
    );
  });

  test('the spine stands in one column, from the call to the first menu', () => {
    const { cards } = layoutFlow(readFixture('bank'));
    const spine = ['_start-0', 'hours', 'welcome', 'language'].map((id) =>
      cards.find((card) => card.id === id),
    );
    expect(new Set(spine.map((card) => card?.x)).size).toBe(1);
    const heights = spine.map((card) => card?.y ?? 0);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });

  test('what calls share stands on the rail, the busiest first', () => {
    const flow = readFixture('bank');
    const replay = fakeReplay(flow, 20_000);
    const { cards } = layoutFlow(flow, { replay });
    const lettered = cards.filter((card) => card.disc !== undefined);
    const entered = lettered.map(
      ({ id }) => replay.nodes.find((node) => node.id === id)?.entered ?? 0,
    );
    expect(lettered.map((card) => card.disc?.text.text)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(entered).toEqual([...entered].sort((a, b) => b - a));
    const right = Math.max(
      ...cards.filter((card) => card.disc === undefined).map((card) => card.x + card.width),
    );
    expect(lettered.every((card) => card.x > right)).toBe(true);
  });

  test('a single step after another gets a straight line', () => {
    const { wires } = layoutFlow(readFixture('bank'));
    const wire = wires.find(({ from, to }) => from === 'identify' && to === 'balance');
    expect(wire?.toY).toBe(wire?.y);
  });

  test('rows stand in the order in which callers hear the options', () => {
    const { cards } = layoutFlow(
      flowOf(`
      main: {kind: menu, options: [{key: "7", to: bye}, {key: "1", to: bye}, {key: "0", do: repeat}], noMatch: {to: bye}}
      bye: {kind: hangup}`),
    );
    const main = cards.find((card) => card.id === 'main');
    expect(main?.rows.map((row) => row.cap?.text.text)).toEqual(['7', '1', '0', undefined]);
  });

  test('callers hear the cards in the order of the list', () => {
    const { cards } = layoutFlow(readFixture('bank'));
    expect(cards.slice(0, 6).map((card) => card.id)).toEqual([
      '_start-0',
      'hours',
      'welcome',
      'language',
      'main',
      'accounts',
    ]);
  });
});

describe('any size', () => {
  const chain = (first: object, length: number): CallFlow => {
    const nodes: Record<string, object> = { n0: first, [`n${length}`]: { kind: 'hangup' } };
    for (let at = 1; at < length; at += 1)
      nodes[`n${at}`] = { kind: 'announcement', to: `n${at + 1}` };
    return buildCallFlow(
      scriptSchema.parse({
        ivr: 1,
        id: 'chain',
        language: 'en',
        entries: [{ start: 'n0' }],
        nodes,
      }),
    );
  };

  test.each([
    ['down', { kind: 'announcement', to: 'n1' }],
    ['across', { kind: 'menu', options: [{ key: '1', to: 'n1' }] }],
  ])('a chain of 5,000 steps %s is laid out', (_, first) => {
    const drawing = layoutFlow(chain(first, 5000));
    expect(drawing.cards).toHaveLength(5002);
    expect(drawing.wires).toHaveLength(5001);
  });

  test('1,000 steps are laid out with free wires', () => {
    const drawing = layoutFlow(buildCallFlow(treeScript(1000)));
    expect(drawing.cards.length).toBeGreaterThan(1000);
    expect(Number.isFinite(drawing.width + drawing.height)).toBe(true);
  });

  test('a decision with 20,000 cases is drawn row by row', () => {
    const cases = Array.from({ length: 20_000 }, (_, index) => ({
      when: `case ${index}`,
      to: 'bye',
    }));
    const nodes = { pick: { kind: 'branch', on: 'language', cases }, bye: { kind: 'hangup' } };
    const flow = buildCallFlow(
      scriptSchema.parse({
        ivr: 1,
        id: 'wide',
        language: 'en',
        entries: [{ start: 'pick' }],
        nodes,
      }),
    );
    expect(layoutFlow(flow).cards.find((card) => card.id === 'pick')?.rows).toHaveLength(20_000);
  });

  test('a flow that no call can enter is drawn too', () => {
    const drawing = layoutFlow(flowOf('  lonely: {kind: hangup}', 'entries: [{start: gone}]'));
    expect(drawing.cards.map(({ id, isStranded }) => [id, isStranded])).toEqual([
      ['_start-0', false],
      ['lonely', true],
    ]);
    expect(drawing.stubs.map(({ from, disc }) => [from, disc])).toEqual([['_start-0', undefined]]);
  });

  test('a flow without any node is drawn as where its calls end', () => {
    const flow = buildCallFlow(
      scriptSchema.parse({
        ivr: 1,
        id: 'empty',
        language: 'en',
        entries: [{ start: 'gone' }],
        nodes: {},
      }),
    );
    expect(layoutFlow(flow).cards).toHaveLength(1);
  });
});
