import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergePaths } from '../../src/calls/merge-paths.ts';
import { createPathTrie, type PathTrie } from '../../src/calls/path-trie.ts';
import type { PathStep } from '../../src/calls/variant.ts';

interface Call {
  readonly steps: readonly PathStep[];
  readonly ms: number;
  readonly part: number;
}

function count(trie: PathTrie, { steps, ms }: Call): void {
  const state = steps.reduce(
    (before, { event, node, value }) => trie.next(before, trie.token(event, node, value)),
    0,
  );
  trie.end(state, ms);
}

/** Each part's paths, as a thread would hand them over. */
function partsOf(calls: readonly Call[], parts: number) {
  return Array.from({ length: parts }, (_, part) => {
    const trie = createPathTrie();
    for (const call of calls) if (call.part === part) count(trie, call);
    return trie.packed();
  });
}

/** The same by comparing whole paths as texts. */
function naiveVariants(calls: readonly Call[]) {
  const keyOf = (steps: readonly PathStep[]): string =>
    steps.map(({ event, node, value }) => `${event}\u0001${node}\u0001${value}\u0000`).join('');
  const paths = new Map<string, Call[]>();
  for (const call of calls) {
    const key = keyOf(call.steps);
    paths.set(key, [...(paths.get(key) ?? []), call]);
  }
  return [...paths]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))
    .map(([, same]) => {
      const times = same.map(({ ms }) => ms);
      return {
        steps: same[0]?.steps,
        calls: same.length,
        duration: {
          sum: times.reduce((sum, ms) => sum + ms, 0),
          ...{ min: Math.min(...times), max: Math.max(...times) },
        },
      };
    });
}

const step: fc.Arbitrary<PathStep> = fc.record({
  event: fc.constantFrom('start', 'enter', 'input', 'hangup'),
  node: fc.constantFrom('', 'a', 'ab', 'b', 'é', '\u{1F4DE}'),
  value: fc.constantFrom('', '1', '10', '2'),
});
const call: fc.Arbitrary<Call> = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  ms: fc.integer({ min: 0, max: 1_000_000 }),
  part: fc.nat({ max: 3 }),
});

describe('the paths of several parts', () => {
  test('are those of all calls, however the calls were shared out', () => {
    fc.assert(
      fc.property(fc.array(call, { maxLength: 60 }), (calls) => {
        expect(mergePaths(partsOf(calls, 4)).variants).toEqual(naiveVariants(calls));
      }),
    );
  });

  test('are found by the state in which a call ended', () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 1, maxLength: 40 }), (calls) => {
        const trie = createPathTrie();
        for (const one of calls) count(trie, one);
        const variants = trie.variants();
        for (const { steps } of calls) {
          const state = steps.reduce(
            (before, { event, node, value }) => trie.next(before, trie.token(event, node, value)),
            0,
          );
          expect(variants[trie.positionOf(state)]?.steps).toEqual(steps);
        }
      }),
    );
  });

  test('are none where nobody called', () => {
    expect(mergePaths([]).variants).toEqual([]);
    expect(mergePaths([createPathTrie().packed()]).variants).toEqual([]);
  });
});
