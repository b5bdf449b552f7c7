import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactModel, expectExact, expectWritten, groundIn, madeOn } from '../support/held-kinds.ts';
import { writtenTrees } from '../support/written-tree.ts';

/** Kinds that the trees lead to; in them no menu leaves nothing to choose. */
const tried = [
  ...['drop-filler', 'duplicate', 'flatten', 'group', 'merge', 'move'],
  ...['promote', 'prune', 'reorder', 'shorten'],
];

describe('every kind of change, on any menu', () => {
  test('saves what its identity says, to a billionth of a second', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(writtenTrees, fc.constantFrom(0, 0.3, 1), (tree, fullListenShare) => {
        const ground = groundIn(tree, { ...exactModel, fullListenShare });
        for (const { proposal, made } of madeOn(ground)) {
          expectExact(ground, proposal, made);
          seen.add(made.change.about.kind);
        }
      }),
      { numRuns: 60 },
    );
    expect([...seen].sort()).toEqual(tried);
  });

  test('reads the same from the changed text as from the changed value, comments kept', () => {
    const written = new Set<string>();
    fc.assert(
      fc.property(writtenTrees, (tree) => {
        const ground = groundIn(tree);
        const done = new Set<string>();
        for (const { made } of madeOn(ground)) {
          const { kind } = made.change.about;
          if (done.has(kind)) continue;
          done.add(kind);
          if (!expectWritten(tree, ground, made.change)) continue;
          written.add(`${kind} in ${tree.path.endsWith('json') ? 'JSON' : 'YAML'}`);
        }
      }),
      { numRuns: 40 },
    );
    expect([...written].sort()).toEqual(
      tried.flatMap((kind) => [`${kind} in JSON`, `${kind} in YAML`]),
    );
  });
});
