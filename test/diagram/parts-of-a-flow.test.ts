import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Drawing } from '../../src/diagram/drawing.ts';
import { layoutFlow } from '../../src/diagram/layout-flow.ts';
import { layoutPages } from '../../src/diagram/layout-pages.ts';
import type { DrawOptions } from '../../src/diagram/options.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { anyScript } from './any-script.ts';
import { expectFreeWires, expectNoOverlap } from './expect-drawing.ts';
import { fakeReplay } from './fake-replay.ts';
import { textsOf, widestOf } from './geometry.ts';
import { readFixture } from './read-fixture.ts';
import { treeScript } from './tree-script.ts';

const bank = readFixture('bank');
const calls = fakeReplay(bank, 20_000);

const nodesOn = ({ cards }: Drawing): readonly string[] =>
  cards.map(({ id }) => id).filter((id) => !id.startsWith('_'));

function expectReadable(drawing: Drawing): void {
  expectNoOverlap(drawing);
  expectFreeWires(drawing);
  for (const text of textsOf(drawing)) expect(widestOf(text)).toBeLessThanOrEqual(text.room + 0.01);
}

/** Every row of every card on the drawing has its wire, letter, number, sign or broken end. */
function expectAllWays({ cards, wires, stubs }: Drawing): void {
  const lines = new Set([...wires, ...stubs].map(({ from, path }) => `${from} ${path}`));
  for (const { id, rows } of cards) {
    for (const { path, way } of rows)
      if (way !== 'back' && way !== 'repeat') expect(lines).toContain(`${id} ${path}`);
  }
}

describe('a part of a flow', () => {
  test('is as readable as the whole, whatever the flow and the part', () => {
    const part = fc.record({
      depth: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      minShare: fc.option(fc.constantFrom(0.01, 0.2, 1), { nil: undefined }),
      focus: fc.option(fc.nat(), { nil: undefined }),
    });
    fc.assert(
      fc.property(anyScript(), part, (script, { focus, ...rest }) => {
        const flow = buildCallFlow(script);
        const node = focus === undefined ? undefined : flow.nodes[focus % flow.nodes.length]?.id;
        const drawing = layoutFlow(flow, { ...rest, focus: node, replay: fakeReplay(flow, 300) });
        expectReadable(drawing);
        expectAllWays(drawing);
        if (node !== undefined && rest.depth === undefined && rest.minShare === undefined)
          expect(nodesOn(drawing)).toContain(node);
      }),
      { numRuns: 120 },
    );
  });

  test('by depth holds so many columns, and says how many steps it leaves out', () => {
    const whole = layoutFlow(bank);
    const drawing = layoutFlow(bank, { depth: 2 });
    // Two of the flow, and two on the rail.
    expect(new Set(drawing.cards.map(({ x }) => x)).size).toBeLessThanOrEqual(4);
    const left = whole.cards.length - drawing.cards.length;
    expect(left).toBeGreaterThan(0);
    expect(drawing.notes.map(({ text }) => text)).toEqual([
      `${left} steps further than 2 columns away are not shown.`,
    ]);
    expect(drawing.description).toContain(`${left} steps further`);
    const more = drawing.stubs.filter(({ disc }) => disc?.isMore === true);
    expect(more.length).toBeGreaterThan(0);
    for (const { disc } of more) expect(disc?.text.text).toMatch(/^\+[1-9]\d*$/);
  });

  test('deeper than the flow is the flow', () => {
    expect(layoutFlow(bank, { depth: 99 })).toEqual(layoutFlow(bank));
    expect(layoutFlow(bank, { minShare: 0, replay: calls }).cards).toHaveLength(
      layoutFlow(bank).cards.length,
    );
  });

  test('by calls holds what enough calls came to, and names the rest', () => {
    const drawing = layoutFlow(bank, { minShare: 0.05, replay: calls });
    const entered = new Map<string, number>(calls.nodes.map((node) => [node.id, node.entered]));
    const kept = new Set(nodesOn(drawing));
    for (const [id, count] of entered) {
      if (count >= 1000) expect(kept).toContain(id);
    }
    const left = bank.nodes.map(({ id }) => id as string).filter((id) => !kept.has(id));
    expect(left.length).toBeGreaterThan(2);
    for (const id of left) expect(entered.get(id)).toBeLessThan(1000);
    const said = drawing.notes.map(({ text }) => text).join(' ');
    expect(said).toMatch(new RegExp(`^${left.length} steps that fewer than 5% of calls reached`));
  });

  test('by calls needs calls', () => {
    expect(() => layoutFlow(bank, { minShare: 0.01 })).toThrow(
      expect.objectContaining({ code: 'usage', help: expect.stringContaining('--log') }),
    );
  });

  test('around a node holds the way to it and where it leads', () => {
    const drawing = layoutFlow(bank, { focus: 'cards' });
    const nodes = new Set(nodesOn(drawing));
    for (const id of ['hours', 'language', 'main', 'cards']) expect(nodes).toContain(id);
    const targets = bank.nodes
      .find(({ id }) => id === 'cards')
      ?.exits.flatMap(({ to }) => to ?? []);
    for (const id of targets ?? []) expect(nodes).toContain(id);
    expect(nodes.size).toBeLessThan(bank.nodes.length);
    expect(drawing.notes[0]?.text).toMatch(
      /^Only “Cards”, the path to it and where it leads; \d+ /,
    );
  });

  test('around a node that isn’t there says which may be meant', () => {
    expect(() => layoutFlow(bank, { focus: 'crads' })).toThrow(
      expect.objectContaining({ code: 'usage', help: 'Did you mean "cards"?' }),
    );
  });
});

describe('pages of a flow', () => {
  const everyFlow = (check: (flow: CallFlow, options: DrawOptions) => void): void => {
    fc.assert(
      fc.property(anyScript(40), fc.boolean(), (script, withCalls) => {
        const flow = buildCallFlow(script);
        check(flow, withCalls ? { replay: fakeReplay(flow, 300) } : {});
      }),
      { numRuns: 80 },
    );
  };

  test('are readable, and show every node and every way', () => {
    everyFlow((flow, options) => {
      const pages = layoutPages(flow, options).map(({ drawing }) => drawing);
      for (const page of pages) {
        expectReadable(page);
        expectAllWays(page);
      }
      const shown = new Set(pages.flatMap(nodesOn));
      expect([...shown].sort()).toEqual(flow.nodes.map(({ id }) => id as string).sort());
    });
  });

  test('say “not reached” only of what the whole says it of', () => {
    everyFlow((flow, options) => {
      const stranded = ({ cards }: Drawing) =>
        cards.filter(({ isStranded }) => isStranded).map(({ id }) => id);
      const ofPages = layoutPages(flow, options).flatMap(({ drawing }) => stranded(drawing));
      expect(ofPages.sort()).toEqual([...stranded(layoutFlow(flow, options))].sort());
    });
  });

  test('name one card by one letter, and lead every letter to a card that bears it', () => {
    everyFlow((flow, options) => {
      const pages = layoutPages(flow, options).map(({ drawing }) => drawing);
      const borne = new Map<string, string>();
      for (const { id, disc } of pages.flatMap(({ cards }) => cards)) {
        if (disc === undefined) continue;
        expect(borne.get(disc.text.text) ?? id).toBe(id);
        borne.set(disc.text.text, id);
      }
      for (const { to, disc } of pages.flatMap(({ stubs }) => stubs))
        if (disc !== undefined) expect(borne.get(disc.text.text)).toBe(to);
    });
  });

  test('begin with the overview, and then take the keys of the main menu in their order', () => {
    const pages = layoutPages(bank);
    expect(pages.map(({ name }) => name)).toEqual(['01-overview', '02-accounts', '03-cards']);
    const [first, second] = pages;
    expect(first?.drawing.texts[1]?.text).toMatch(/^Page 1 of 3 · /);
    const ways = first?.drawing.cards
      .find(({ id }) => id === 'main')
      ?.rows.map(({ texts }) => `${texts[0]?.text ?? ''}${texts[0]?.note ?? ''}`);
    expect(ways).toContain('Accounts · page 2');
    const [entrance] = second?.drawing.cards ?? [];
    expect(entrance?.texts.map(({ text }) => text)).toEqual(['Main menu', 'Key 1 · page 1']);
  });

  test('of a thousand steps hold sixty or few more each', () => {
    const pages = layoutPages(buildCallFlow(treeScript(1000)));
    expect(pages.length).toBeGreaterThan(12);
    for (const { drawing } of pages) expect(drawing.cards.length).toBeLessThan(110);
  });
});
