import { describe, expect, test } from '@jest/globals';
import { bootstrapMean, type ClusterKind } from '../../../src/advice/evidence/bootstrap-mean.ts';
import { drawBinomial } from '../../../src/advice/evidence/draw-binomial.ts';
import { gainClusters } from '../../../src/advice/evidence/gain-clusters.ts';
import { randomFrom } from '../../../src/walk/random.ts';

const one = (gain: number, times: number): ClusterKind => ({ calls: 1, gain, times });

describe('a drawn binomial', () => {
  test.each([
    [10, 0.3],
    [1_000, 0.002],
    [5_000, 0.5],
    [100_000, 0.9],
  ])('of %d by %d has the mean and the variance of one', (n, chance) => {
    const random = randomFrom(7, 'test', n);
    const drawn = Array.from({ length: 4_000 }, () => drawBinomial(n, chance, random));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    const expected = n * chance * (1 - chance);
    expect(Math.abs(mean - n * chance)).toBeLessThan(4 * Math.sqrt(expected / drawn.length));
    expect(variance / expected).toBeGreaterThan(0.9);
    expect(variance / expected).toBeLessThan(1.1);
    expect(drawn.every((value) => Number.isInteger(value) && value >= 0 && value <= n)).toBe(true);
  });

  test('is none of nothing, and all of what is certain', () => {
    const random = randomFrom(1, 'test');
    expect([
      drawBinomial(0, 0.5, random),
      drawBinomial(9, 0, random),
      drawBinomial(9, 1, random),
    ]).toEqual([0, 0, 9]);
  });
});

describe('the interval of a mean gain', () => {
  test('is as wide as the variance of paired gains makes it', () => {
    const found = bootstrapMean([one(3, 500), one(-1, 300), one(0, 200)], 1);
    expect(found?.mean).toBeCloseTo(1.2, 12);
    const variance = 0.5 * 9 + 0.3 * 1 - 1.2 ** 2;
    const error = Math.sqrt(variance / 999);
    expect(found?.standardError).toBeCloseTo(error, 12);
    expect(((found?.high ?? 0) - (found?.low ?? 0)) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
  });

  test('is wider where calls come in clusters of one caller', () => {
    const alone = bootstrapMean([one(4, 100), one(0, 100)], 1);
    const together = bootstrapMean(
      [
        { calls: 10, gain: 40, times: 10 },
        { calls: 10, gain: 0, times: 10 },
      ],
      1,
    );
    expect(together?.mean).toBe(alone?.mean);
    const ratio = (together?.standardError ?? 0) / (alone?.standardError ?? 1);
    expect(ratio).toBeCloseTo(Math.sqrt(10) * Math.sqrt(20 / 19 / (200 / 199)), 6);
    const width = (mean: typeof alone) => (mean?.high ?? 0) - (mean?.low ?? 0);
    expect(width(together) / width(alone)).toBeGreaterThan(2.8);
  });

  test('is a point where everybody gains the same, and nothing without calls', () => {
    expect(bootstrapMean([one(2, 50)], 1)).toMatchObject({
      mean: 2,
      low: 2,
      high: 2,
      standardError: 0,
    });
    expect(bootstrapMean([], 1)).toBeUndefined();
  });

  test('is the same for the same seed', () => {
    const kinds = [one(3, 20), one(-2, 30), one(0.5, 7)];
    expect(bootstrapMean(kinds, 5)).toEqual(bootstrapMean(kinds, 5));
    expect(bootstrapMean(kinds, 5)).not.toEqual(bootstrapMean(kinds, 6));
  });
});

describe('callers by what they gain', () => {
  const paths = [
    { calls: 5, seconds: 2 },
    { calls: 3, seconds: -1 },
    { calls: 2, seconds: undefined },
  ];

  test('are calls where the log names no callers', () => {
    expect(gainClusters(paths, undefined)).toEqual([one(2, 5), one(-1, 3)]);
  });

  test('keep their calls together, and unnamed calls stand alone', () => {
    const callers = {
      caller: Float64Array.of(8, 9, 8, 9, 7),
      at: Float64Array.of(1, 2, 3, 4, 5),
      variant: Int32Array.of(0, 0, 1, 2, 2),
      withheld: 5,
      oneOf: 1,
    };
    expect(gainClusters(paths, callers)).toEqual([
      one(2, 4),
      one(-1, 2),
      { calls: 2, gain: 1, times: 1 },
    ]);
  });
});
