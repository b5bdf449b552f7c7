import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactUpperBound } from '../../src/insight/exact-bounds.ts';

/** The chance of at most `count` in `of`, term by term. */
function binomialBelow(count: number, of: number, p: number): number {
  let term = (1 - p) ** of;
  let sum = term;
  for (let k = 1; k <= count; k += 1) {
    term *= ((of - k + 1) / k) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

describe('exact bounds', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 5 (Clopper and Pearson).
  test.each([
    [81, 263, 0.3676],
    [15, 148, 0.1617],
    [0, 20, 0.1684],
    [1, 29, 0.1776],
  ])('the upper end of the exact interval of %d of %d is %d', (count, of, high) => {
    expect(exactUpperBound(count, of, 0.975)).toBeCloseTo(high, 4);
  });

  test('0 of n is at most about 3/n: the rule of three', () => {
    expect(exactUpperBound(0, 100)).toBeCloseTo(0.0295, 4);
    expect(exactUpperBound(0, 30_000) * 30_000).toBeCloseTo(3, 2);
  });

  test('at the bound, so few would be seen in one of twenty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (of, some) => {
        const count = Math.min(some, of - 1);
        expect(binomialBelow(count, of, exactUpperBound(count, of))).toBeCloseTo(0.05, 6);
      }),
    );
  });

  test('what is no share is refused, and nothing is known of 0 of 0', () => {
    expect(() => exactUpperBound(2, 1)).toThrow(RangeError);
    expect(exactUpperBound(0, 0)).toBe(1);
  });
});
