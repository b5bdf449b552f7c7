import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nodesOnCycles } from '../../src/import/nodes-on-cycles.ts';
import '../support/fixed-seed.ts';

test('are those from which a way leads back to themselves, however the ways lie', () => {
  const ways = fc.array(fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(ways, (targets) => {
      const to = (id: number) => targets[id] ?? [];
      const reaches = (from: number): ReadonlySet<number> => {
        const seen = new Set(to(from));
        for (const id of seen) for (const next of to(id)) seen.add(next);
        return seen;
      };
      const expected = [...targets.keys()].filter((id) => reaches(id).has(id));
      const found = nodesOnCycles(targets.keys(), to);
      expect([...found].toSorted((a, b) => a - b)).toEqual(expected);
    }),
  );
});

test('are found in a chain of any length', () => {
  const length = 200_000;
  const found = nodesOnCycles([0], (id) => (id < length ? [id + 1] : [length - 1]));
  expect([...found].toSorted((a, b) => a - b)).toEqual([length - 1, length]);
});
