import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newcombeDifference } from '../../src/insight/newcombe.ts';
import { wilsonInterval } from '../../src/insight/wilson.ts';

describe('the interval of a share', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d is %d to %d, as Newcombe gives it', (numerator, denominator, low, high) => {
    const interval = wilsonInterval(numerator, denominator);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test('none and all of the calls give an end that is exactly 0 or 1', () => {
    expect(wilsonInterval(0, 7)?.low).toBe(0);
    expect(wilsonInterval(7, 7)?.high).toBe(1);
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });

  test('it holds the share, lies within 0 and 1, and turns round with the share', () => {
    const counts = fc.nat(100_000).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([numerator, denominator]) => {
        fc.pre(denominator > 0);
        const interval = wilsonInterval(numerator, denominator);
        const other = wilsonInterval(denominator - numerator, denominator);
        if (interval === undefined || other === undefined) throw new Error('no interval');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(numerator / denominator);
        expect(interval.high).toBeGreaterThanOrEqual(numerator / denominator);
        expect(other.low).toBeCloseTo(1 - interval.high, 10);
      }),
    );
  });

  test.each([
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
    [1, Number.POSITIVE_INFINITY],
  ])('%d of %d is no share', (numerator, denominator) => {
    expect(() => wilsonInterval(numerator, denominator)).toThrow(RangeError);
  });
});

describe('the difference of two shares', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 20, 1, 0.6791, 1],
  ])('%d/%d less %d/%d is %d, from %d to %d', (a, m, b, n, difference, low, high) => {
    const found = newcombeDifference({ count: a, of: m }, { count: b, of: n });
    expect(found?.difference).toBeCloseTo(difference, 10);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  test('nothing can be compared with a share of nothing', () => {
    const some = { count: 1, of: 2 };
    expect(newcombeDifference(some, { count: 0, of: 0 })).toBeUndefined();
  });
});
