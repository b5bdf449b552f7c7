import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { edgesInto, edgesFrom, type CallFlow } from '../../src/flow/call-flow.ts';
import { menusBefore } from '../../src/flow/menus-before.ts';
import { reachable } from '../../src/flow/reach.ts';
import type { NodeId } from '../../src/script/names.ts';
import { flowOf } from '../support/script-of.ts';

const backsFrom = (flow: CallFlow, id: string) =>
  edgesFrom(flow, id)
    .filter(({ does }) => does === 'back')
    .map(({ to }) => to);

/** The same, node by node from the menu backwards, as one would do it by hand. */
function askedBackwards(flow: CallFlow, id: NodeId): readonly NodeId[] {
  const reached = reachable(flow);
  const seen = new Set<NodeId>([id]);
  const waiting = [id];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const { from, does } of edgesInto(flow, here)) {
      if (does === 'back' || seen.has(from)) continue;
      seen.add(from);
      if (flow.graph.node(from).kind !== 'menu') waiting.push(from);
    }
  }
  seen.delete(id);
  return flow.nodes
    .filter((node) => seen.has(node.id) && node.kind === 'menu')
    .map((node) => node.id)
    .filter((menu) => reached.has(menu) === reached.has(id));
}

describe('where callers go back to', () => {
  test('past everything that is no menu', () => {
    const flow = flowOf(`
  top: {kind: menu, options: [{key: "1", to: told}, {key: "2", to: side}]}
  side: {kind: menu, options: [{key: "1", to: open}]}
  told: {kind: announcement, say: One moment., to: open}
  open: {kind: branch, on: {calendar: office}, cases: [{when: open, to: last}], otherwise: told}
  last: {kind: menu, options: [{key: "*", do: back}]}`);
    expect(backsFrom(flow, 'last')).toEqual(['top', 'side']);
  });

  test('not to a menu that no call comes to: it would count as reached', () => {
    const flow = flowOf(`
  top: {kind: menu, options: [{key: "1", to: last}]}
  old: {kind: menu, options: [{key: "1", to: last}]}
  last: {kind: menu, options: [{key: "*", do: back}]}`);
    expect(backsFrom(flow, 'last')).toEqual(['top']);
    expect(reachable(flow).has('old' as NodeId)).toBe(false);
  });

  test('from an unreachable menu, to those before it', () => {
    const flow = flowOf(`
  top: {kind: hangup}
  old: {kind: menu, options: [{key: "1", to: last}]}
  last: {kind: menu, options: [{key: "*", do: back}]}`);
    expect(backsFrom(flow, 'last')).toEqual(['old']);
  });

  test('to the same menus as asking backwards from each of them', () => {
    const count = 9;
    const targets = fc.array(fc.nat(count - 1), { minLength: 1, maxLength: 3 });
    const node = fc.record({ isMenu: fc.boolean(), goesBack: fc.boolean(), targets });
    fc.assert(
      fc.property(fc.array(node, { minLength: count, maxLength: count }), (all) => {
        const lines = all.map(({ isMenu, goesBack, targets: to }, at) => {
          const options = to.map((one, key) => `{key: "${key + 1}", to: n-${one}}`);
          if (goesBack) options.push('{key: "*", do: back}');
          const cases = to.map((one, key) => `{when: "${key}", to: n-${one}}`);
          return isMenu
            ? `  n-${at}: {kind: menu, options: [${options.join(', ')}]}`
            : `  n-${at}: {kind: branch, on: {attribute: a}, cases: [${cases.join(', ')}]}`;
        });
        const flow = flowOf(`\n${lines.join('\n')}`);
        for (const [at, { isMenu, goesBack }] of all.entries()) {
          const id = `n-${at}` as NodeId;
          const expected = isMenu && goesBack ? askedBackwards(flow, id) : [];
          expect({ lines, id, backs: backsFrom(flow, id) }).toEqual({ lines, id, backs: expected });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('thousands of menus that all go back behind one branch have a limit, the same for each', () => {
    const count = 2_000;
    const ids = Array.from({ length: count }, (_, at) => `n-${at}`);
    const cases = ids.map((id, at) => `{when: "${at}", to: ${id}}`);
    const flow = flowOf(`
  hub: {kind: branch, on: {attribute: a}, cases: [${cases.join(', ')}]}
${ids.map((id) => `  ${id}: {kind: menu, options: [{key: "1", to: hub}, {key: "*", do: back}]}`).join('\n')}`);
    const backs = ids.map((id) => backsFrom(flow, id));
    expect(new Set(backs.slice(60).map((all) => all.length))).toEqual(new Set([50]));
    expect(backs.at(-1)?.[0]).toBe('n-0');
    expect(reachable(flow).size).toBe(count + 1);
  });

  test('a menu behind very many others goes back to the first thousand', () => {
    const count = 1_500;
    const ids = Array.from({ length: count }, (_, at) => `n-${at}`);
    const flow = flowOf(`
${ids.map((id, at) => `  ${id}: {kind: menu, options: [{key: "1", to: last}, {key: "2", to: n-${(at + 1) % count}}]}`).join('\n')}
  last: {kind: menu, options: [{key: "*", do: back}]}`);
    expect(menusBefore(flow, ['last' as NodeId]).get('last' as NodeId)).toEqual(
      ids.slice(0, 1_000),
    );
  });
});
