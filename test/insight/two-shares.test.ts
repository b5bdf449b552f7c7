import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { upperTail } from '../../src/insight/normal.ts';
import { stratified } from '../../src/insight/strata.ts';
import { benjaminiHochberg, callsForTest, chanceOf } from '../../src/insight/two-shares.ts';

describe('the tail of the normal distribution', () => {
  // Abramowitz & Stegun, Handbook of Mathematical Functions, table 26.1.
  test.each([
    [0, 0.5],
    [1, 0.158655254],
    [1.96, 0.0249978951],
    [3, 0.00134989803],
    [-1, 0.841344746],
  ])('above %d lies %d', (z, tail) => {
    expect(upperTail(z)).toBeCloseTo(tail, 6);
  });
});

describe('calls that a fair test needs', () => {
  // Two-sided 5 %, power 80 %.
  test.each([
    [0.1, 0.08, 3213],
    [0.1, 0.05, 434],
    [0.3, 0.25, 1251],
    [0.2, 0.18, 6039],
  ])('%d against %d: %d a side', (one, other, calls) => {
    expect(callsForTest(one, other)).toBe(calls);
    expect(callsForTest(other, one)).toBe(calls);
  });

  test('no number of calls tells equal shares apart', () => {
    expect(callsForTest(0.2, 0.2)).toBeUndefined();
  });
});

describe('the chance of a difference', () => {
  test('is that of the chi-squared test of the four counts', () => {
    // 20/100 against 30/100: chi-squared 8/3, one degree of freedom.
    expect(chanceOf({ count: 20, of: 100 }, { count: 30, of: 100 })).toBeCloseTo(0.10247, 4);
  });

  test('nothing, and no difference, are chance', () => {
    expect(chanceOf({ count: 0, of: 0 }, { count: 3, of: 9 })).toBe(1);
    expect(chanceOf({ count: 0, of: 10 }, { count: 0, of: 9 })).toBe(1);
  });
});

describe('many tests together', () => {
  test('are corrected as Benjamini and Hochberg have it', () => {
    // The fifteen chances of their example, 1995, 3.2: the first four stay below 5 %.
    const chances = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const corrected = benjaminiHochberg(chances);
    expect(corrected.filter((chance) => chance <= 0.05)).toHaveLength(4);
    expect(corrected[3]).toBeCloseTo((0.0095 * 15) / 4, 10);
  });

  test('correcting keeps the order, and only raises', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        const corrected = benjaminiHochberg(chances);
        corrected.forEach((chance, index) => {
          expect(chance).toBeGreaterThanOrEqual(chances[index] ?? 0);
          expect(chance).toBeLessThanOrEqual(1);
          chances.forEach((other, at) => {
            if (other < (chances[index] ?? 0)) expect(corrected[at]).toBeLessThanOrEqual(chance);
          });
        });
      }),
    );
  });
});

describe('the same mix of calls on both sides', () => {
  test('kidney stones: each kind favours the one side, all together the other', () => {
    // C. R. Charig et al., British Medical Journal 292 (1986) 879–882.
    const { pooled, standardised, flips, unmatched } = stratified([
      { stratum: 'small', first: { count: 81, of: 87 }, second: { count: 234, of: 270 } },
      { stratum: 'large', first: { count: 192, of: 263 }, second: { count: 55, of: 80 } },
    ]);
    expect(pooled?.difference).toBeCloseTo(273 / 350 - 289 / 350, 10);
    const small = (357 / 700) * (81 / 87 - 234 / 270);
    const large = (343 / 700) * (192 / 263 - 55 / 80);
    expect(standardised?.difference).toBeCloseTo(small + large, 10);
    expect({ flips, unmatched }).toEqual({ flips: true, unmatched: 0 });
  });

  test('kinds that one side lacks are in no standardised number, and are counted', () => {
    const found = stratified([
      { stratum: 'both', first: { count: 1, of: 10 }, second: { count: 2, of: 10 } },
      { stratum: 'one', first: { count: 5, of: 7 }, second: { count: 0, of: 0 } },
    ]);
    expect(found.unmatched).toBe(7);
    expect(found.standardised?.difference).toBeCloseTo(-0.1, 10);
    expect(found.flips).toBe(true);
  });

  test('one kind alone is what it is pooled', () => {
    const share = fc.nat(50).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
    fc.assert(
      fc.property(share, share, ([a, n], [b, m]) => {
        fc.pre(n > 0 && m > 0);
        const found = stratified([
          { stratum: 'all', first: { count: a, of: n }, second: { count: b, of: m } },
        ]);
        expect(found.standardised?.difference).toBeCloseTo(a / n - b / m, 10);
        expect(found.flips).toBe(false);
      }),
    );
  });
});
