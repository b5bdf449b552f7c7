import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { edgesFrom, edgesOf, type CallFlow, type FlowEdge } from '../../src/flow/call-flow.ts';
import { reachableWithout } from '../../src/flow/reach-without.ts';
import type { NodeId } from '../../src/script/names.ts';
import type { Script } from '../../src/script/script.ts';
import { flowOf } from '../support/script-of.ts';

const id = (name: string) => name as NodeId;
const isOpen = (edge: FlowEdge) => edge.value === 'open';
const unguarded = (flow: CallFlow, start: NodeId) =>
  reachableWithout(flow, [start], () => false, isOpen);

/** Whether some path that never comes to a node twice leads there without a guard: by trying all. */
function hasFreePath(flow: CallFlow, from: NodeId, to: NodeId, past: readonly NodeId[]): boolean {
  if (from === to) return true;
  return edgesFrom(flow, from).some(
    (edge) =>
      !isOpen(edge) &&
      !past.includes(edge.to) &&
      hasFreePath(flow, edge.to, to, [...past, edge.to]),
  );
}

describe('what can be reached without taking a barred way', () => {
  test('leaves out a node that two guards on two paths dominate together', () => {
    const flow = flowOf(`
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}]}
  b: {kind: branch, on: {calendar: x}, cases: [{when: open, to: q}], otherwise: x}
  c: {kind: branch, on: {calendar: y}, cases: [{when: open, to: q}], otherwise: x}
  q: {kind: queue, queue: general}
  x: {kind: hangup}`);
    expect([...unguarded(flow, id('a'))].sort()).toEqual(['a', 'b', 'c', 'x']);
  });

  test('is what trying every path finds, on any graph', () => {
    const nodes = fc.array(
      fc.array(fc.record({ to: fc.nat(5), guarded: fc.boolean() }), { maxLength: 3 }),
      { minLength: 6, maxLength: 6 },
    );
    fc.assert(
      fc.property(nodes, (graph) => {
        const lines = graph.map((ways, index) => {
          const cases = ways.map(
            ({ to, guarded }, way) => `{when: ${guarded ? 'open' : `w${way}`}, to: n${to}}`,
          );
          return `  n${index}: {kind: branch, on: {attribute: x}, cases: [${cases.join(', ')}]}`;
        });
        const flow = flowOf(lines.join('\n'));
        const found = unguarded(flow, id('n0'));
        for (const { id: node } of flow.nodes) {
          expect(found.has(node)).toBe(hasFreePath(flow, id('n0'), node, [id('n0')]));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('takes a chain of 100,000 nodes without recursion', () => {
    const length = 100_000;
    const chain = Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `n${index}`,
        { kind: 'announcement', ...(index + 1 < length ? { to: `n${index + 1}` } : {}) },
      ]),
    );
    const script = { ivr: 1, id: 't', language: 'en', entries: [{ start: 'n0' }], nodes: chain };
    const flow = buildCallFlow(script as unknown as Script);
    expect(edgesOf(flow)).toHaveLength(length - 1);
    expect(unguarded(flow, id('n0')).size).toBe(length);
  });
});
