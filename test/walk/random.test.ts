import { describe, expect, test } from '@jest/globals';
import { randomFrom, xoshiro128 } from '../../src/walk/random.ts';

describe('chance', () => {
  test('xoshiro128** gives the numbers of its authors for the state 1, 2, 3, 4', () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  test('a seed gives the same numbers again, and other streams, numbers and seeds give others', () => {
    const ten = (seed: number, stream: string, index?: number) => {
      const random = randomFrom(seed, stream, index);
      return Array.from({ length: 10 }, () => random.next());
    };
    expect(ten(7, 'call', 3)).toEqual(ten(7, 'call', 3));
    for (const other of [
      ten(8, 'call', 3),
      ten(7, 'calls', 3),
      ten(7, 'call', 4),
      ten(7 + 2 ** 32, 'call', 3),
      ten(-7, 'call', 3),
    ])
      expect(other).not.toEqual(ten(7, 'call', 3));
  });

  test('no two of 100,000 calls begin alike, and their first draws are even', () => {
    const firsts = Array.from({ length: 100_000 }, (_, index) =>
      randomFrom(1, 'call', index).next(),
    );
    expect(new Set(firsts).size).toBe(100_000);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const first of firsts)
      tenths[Math.floor(first * 10)] = (tenths[Math.floor(first * 10)] ?? 0) + 1;
    const chiSquare = tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // The 99.9 % point of chi square with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.88);
  });

  test('draws have the means and the spread that they promise', () => {
    const random = randomFrom(5, 'means');
    const mean = (draw: () => number) =>
      Array.from({ length: 40_000 }, draw).reduce((sum, one) => sum + one, 0) / 40_000;
    expect(mean(() => random.exponential(3))).toBeCloseTo(3, 1);
    expect(mean(() => random.gamma(1.6))).toBeCloseTo(1.6, 1);
    expect(mean(() => (random.gamma(2) - 2) ** 2)).toBeCloseTo(1, 0.5);
    expect(mean(() => (random.chance(0.3) ? 1 : 0))).toBeCloseTo(0.3, 1);
    expect(mean(() => random.below(7))).toBeCloseTo(3, 1);
  });

  test('seeds that are no numbers are taken for 0', () => {
    expect(randomFrom(Number.NaN, 'a').next()).toBe(randomFrom(0, 'a').next());
  });
});
