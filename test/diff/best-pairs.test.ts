import { describe, expect, test } from '@jest/globals';
import { bestPairs } from '../../src/diff/best-pairs.ts';

describe('pairing up what stands on both sides', () => {
  test('the likeliest find each other first, and each has one partner', () => {
    const likeness = [
      [1, 3],
      [2, 4],
    ];
    const pairs = bestPairs({ before: 2, after: 2 }, (one, other) => likeness[one]?.[other] ?? 0);
    expect(pairs).toMatchObject([
      { before: 1, after: 1 },
      { before: 0, after: 0 },
    ]);
  });

  test('of equals those that stand first come first, from either side', () => {
    const sides = { before: 3, after: 3 };
    // The middle one of either side is like the first and the last of the other.
    const like = (one: number, other: number) => (Math.abs(one - other) === 1 ? 1 : 0);
    const pairs = bestPairs(sides, like).map(({ before, after }) => [before, after]);
    expect(pairs).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(bestPairs({ before: 1, after: 2 }, () => 1)).toMatchObject([{ before: 0, after: 0 }]);
  });

  test('what is not alike at all stays alone', () => {
    expect(bestPairs({ before: 2, after: 2 }, () => 0)).toEqual([]);
  });

  test('lists too long to weigh are paired by place', () => {
    const pairs = bestPairs({ before: 501, after: 500 }, () => 1);
    expect(pairs).toHaveLength(500);
    expect(pairs.every(({ before, after }) => before === after)).toBe(true);
  });
});
