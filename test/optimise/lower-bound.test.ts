import { describe, expect, test } from '@jest/globals';
import { bestBySubsets } from '../../src/optimise/best-by-subsets.ts';
import { classicalBound } from '../../src/optimise/classical-bound.ts';
import { lowerBound } from '../../src/optimise/lower-bound.ts';
import { solveMenu } from '../../src/optimise/solve-menu.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { problemOf, zipf } from '../support/menu-problem.ts';
import { boundViolations } from '../support/bound-violations.ts';

describe('the lower bound', () => {
  test('is never above the best tree, whatever the labels, limits and listeners', () => {
    expect(boundViolations(150, 11)).toEqual([]);
  });

  test('is the classical bound where all options take as long and the width is what binds', () => {
    for (const n of [8, 12, 64]) {
      const letters = Array.from({ length: 4 }, (_, index) => index + 2);
      const bound = lowerBound(problemOf(zipf(n), { width: 4 })).seconds;
      expect(bound).toBeCloseTo(3 * classicalBound(zipf(n), letters), 8);
    }
  });

  test('of one menu is what its best order takes', () => {
    const problem = problemOf(zipf(9), { depth: 1 });
    expect(lowerBound(problem).seconds).toBeCloseTo(bestBySubsets(problem)?.seconds ?? NaN, 10);
  });

  test('holds what no menu changes', () => {
    const leaves = zipf(8).map((weight) => ({ weight, seconds: 3 }));
    const with7 = leaves.map((leaf) => ({ ...leaf, extra: 7 }));
    const difference = lowerBound(problemOf(with7)).seconds - lowerBound(problemOf(leaves)).seconds;
    expect(difference).toBeCloseTo(7, 10);
  });

  test('is far higher where everyone hears everything: there the classical one knows nothing', () => {
    const constants = { fullListenShare: 1 };
    const heard = lowerBound(problemOf(zipf(12), { constants })).seconds;
    const best = bestBySubsets(problemOf(zipf(12), { constants }))?.seconds ?? NaN;
    expect(heard).toBeLessThanOrEqual(best);
    expect(heard).toBeGreaterThan(0.85 * best);
    expect(heard).toBeGreaterThan(lowerBound(problemOf(zipf(12))).seconds + 3);
  });

  test('counts the pauses that only longer menus have', () => {
    const without = lowerBound(problemOf(zipf(20))).seconds;
    const paused = lowerBound(problemOf(zipf(20), { constants: { pause: 0.5 } })).seconds;
    const longer = lowerBound(
      problemOf(
        zipf(20).map((weight) => ({ weight, seconds: 3.5 })),
        { categorySeconds: 3.5 },
      ),
    ).seconds;
    expect(paused).toBeGreaterThan(without + 1);
    expect(paused).toBeCloseTo(longer, 2);
  });

  test('lies close below the best where labels differ: 3 to 6 % on average', () => {
    const random = randomFrom(9, 'tightness');
    let gap = 0;
    for (let round = 0; round < 30; round += 1) {
      const leaves = Array.from({ length: 8 }, () => ({
        weight: random.exponential(1),
        seconds: 2 + 4 * random.next(),
      }));
      const solved = solveMenu(problemOf(leaves, { width: 5 }));
      gap += 1 - (solved?.bound.seconds ?? NaN) / (solved?.seconds ?? NaN);
    }
    expect(gap / 30).toBeGreaterThan(0.02);
    expect(gap / 30).toBeLessThan(0.07);
  });

  test('is a number for labels of no length, for one reason, and for no calls', () => {
    expect(lowerBound(problemOf([{ seconds: 0 }, { seconds: 0 }, 1])).seconds).toBeGreaterThan(3);
    expect(lowerBound(problemOf([1])).seconds).toBeCloseTo(6, 10);
    expect(lowerBound(problemOf([0, 0])).seconds).toBe(0);
    expect(lowerBound(problemOf(zipf(9), { categorySeconds: 0 })).seconds).toBeCloseTo(6, 10);
    expect(lowerBound(problemOf(zipf(9), { width: Infinity })).seconds).toBeGreaterThan(6);
  });
});
