import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leastCosts } from '../../src/flow/least-costs.ts';
import type { NodeId } from '../../src/script/names.ts';

const name = (index: number): NodeId => `n${index}` as NodeId;

/** Bellman and Ford's way: relax every way as often as there are nodes. */
function slowly(ways: readonly (readonly [number, number, number])[], nodes: number) {
  const costs = new Map([[0, 0]]);
  for (let round = 0; round < nodes; round += 1) {
    for (const [from, to, cost] of ways) {
      const before = costs.get(from);
      if (before !== undefined) costs.set(to, Math.min(costs.get(to) ?? Infinity, before + cost));
    }
  }
  return costs;
}

describe('the least cost to every node', () => {
  const node = fc.nat({ max: 9 });
  test('is that of trying all ways', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node, fc.nat({ max: 5 }))), (ways) => {
        const found = leastCosts([{ to: name(0), cost: 0 }], (id, take) => {
          for (const [from, to, cost] of ways) if (name(from) === id) take(name(to), cost);
        });
        const expected = [...slowly(ways, 10)].map(([to, cost]) => [name(to), cost]);
        expect(new Map([...found].map(([id, { cost }]) => [id, cost]))).toEqual(
          new Map(expected as [NodeId, number][]),
        );
      }),
    );
  });

  test('is found nearest first, each with where it was come from', () => {
    const found = leastCosts([{ to: name(0), cost: 1 }], (id, take) => {
      if (id !== name(0)) take(name(1), 1);
      else {
        take(name(1), 3);
        take(name(2), 1);
      }
    });
    expect([...found]).toEqual([
      [name(0), { cost: 1, from: undefined }],
      [name(2), { cost: 2, from: name(0) }],
      [name(1), { cost: 3, from: name(2) }],
    ]);
  });

  test('is looked for no farther than is asked', () => {
    const asked: NodeId[] = [];
    const found = leastCosts(
      [{ to: name(0), cost: 0 }],
      (id, take) => {
        asked.push(id);
        take(name(Number(id.slice(1)) + 1), 1);
      },
      (id) => id === name(2),
    );
    expect(asked).toEqual([name(0), name(1)]);
    expect([...found.keys()]).toEqual([name(0), name(1), name(2)]);
  });

  test('takes a chain of 200,000 nodes', () => {
    const last = 200_000;
    const found = leastCosts([{ to: name(0), cost: 0 }], (id, take) => {
      const next = Number(id.slice(1)) + 1;
      if (next <= last) take(name(next), 1);
    });
    expect(found.get(name(last))?.cost).toBe(last);
  });
});
