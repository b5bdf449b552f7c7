import { describe, expect, test } from '@jest/globals';
import { bestBySubsets } from '../../src/optimise/best-by-subsets.ts';
import { bestByLevels } from '../../src/optimise/best-by-levels.ts';
import { bestDissolved } from '../../src/optimise/best-dissolved.ts';
import { bestOfEqual } from '../../src/optimise/best-of-equal.ts';
import { classicalBound } from '../../src/optimise/classical-bound.ts';
import { equalCodeCost } from '../../src/optimise/equal-code-cost.ts';
import { quickestWidth } from '../../src/optimise/lee-macgregor.ts';
import { lowerBound } from '../../src/optimise/lower-bound.ts';
import { solveMenu } from '../../src/optimise/solve-menu.ts';
import { treeSeconds } from '../../src/optimise/tree-seconds.ts';
import { problemOf, zipf } from '../support/menu-problem.ts';

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
const equal = (count: number) => Array.from({ length: count }, () => 1);
/** Costs of the options of a menu, in units of one option, where the rest of a menu costs so many. */
const menuLetters = (width: number, alpha = 1) =>
  Array.from({ length: width }, (_, index) => alpha + index + 1);

describe('codes over letters of unequal cost', () => {
  test('Project Euler 219: letters of 1 and 4 make six words for 35 and 10^9 for 64564225042', () => {
    expect([2, 3, 4, 5, 6].map((n) => equalCodeCost(n, [1, 4]))).toEqual([5, 11, 18, 26, 35]);
    expect(equalCodeCost(1e9, [1, 4])).toBe(64_564_225_042);
  });

  test('Golin & Li: weights of 2, 2, 1, 1 cost 21 with letters of 1 and 3, 12 with equal ones', () => {
    const unequal = bestByLevels([2, 2, 1, 1], [1, 3]);
    expect(unequal?.cost).toBe(21);
    expect(unequal?.wordCosts).toEqual([3, 3, 4, 5]);
    expect(bestByLevels([2, 2, 1, 1], [1, 1])?.cost).toBe(12);
  });

  test('Bundeswettbewerb Informatik 43, Schmucknachrichten: chains of 113 and 3162 mm', () => {
    const example = [5, 5, 4, 4, 3, 2, 2, 2, 2, 2, 1, 1];
    expect(bestByLevels(example, [1, 1])?.cost).toBe(113);
    expect(classicalBound(example, [1, 1]) * sum(example)).toBeCloseTo(112.49, 2);
    const fifth = [
      ...[151, 110, 71, 67, 64, 61, 58, 56, 51, 44, 37, 33, 27, 26, 25, 20, 20, 16, 13, 11, 8],
      ...[5, 5, 5, 5, 4, 3, 3],
      ...equal(13),
    ];
    const letters = [1, 1, 2, 3, 4, 5, 6];
    expect(bestByLevels(fifth, letters)?.cost).toBe(3162);
    expect(classicalBound(fifth, letters) * sum(fifth)).toBeCloseTo(3132.89, 2);
  });
});

describe('menus whose best seconds are known', () => {
  test('options of 8, 2, 3 and 4 s: 13 s in one menu, the third first, and no tree is better', () => {
    const seconds = [8, 2, 3, 4];
    const weights = [0.4, 0.1, 0.3, 0.2];
    const problem = problemOf(
      weights.map((weight, index) => ({ weight, seconds: seconds[index] ?? 0 })),
    );
    const best = bestBySubsets(problem);
    expect(best?.seconds).toBeCloseTo(13, 10);
    expect(best?.tree[0]).toBe(2);
    expect(best?.tree).toHaveLength(4);
  });

  test('half of the calls, a fifth, a fifth and a tenth: one menu of 8.7 s', () => {
    const best = bestBySubsets(problemOf([0.5, 0.2, 0.2, 0.1]));
    expect(best?.seconds).toBeCloseTo(8.7, 10);
    expect(best?.tree).toEqual([0, 1, 2, 3]);
  });

  test.each([
    [6, 4, 11.3673, 11.0875],
    [8, 4, 13.1091, 12.7285],
    [12, 4, 15.1444, 14.9793],
    [6, 9, 10.3469, 9.9391],
    [8, 9, 11.8305, 11.4101],
    [12, 9, 13.7748, 13.4278],
  ])(
    '%i reasons by rank in menus of %i: best %d s, classical bound %d s',
    (n, width, best, bound) => {
      const problem = problemOf(zipf(n), { width });
      const found = bestBySubsets(problem);
      expect(found?.seconds).toBeCloseTo(best, 4);
      expect(found?.tree.every((item) => typeof item === 'number')).toBe(width === 9 && n < 12);
      expect(classicalBound(zipf(n), menuLetters(width)) * 3).toBeCloseTo(bound, 4);
      // Rates above that of the classical bound may give more.
      expect(lowerBound(problem).seconds).toBeGreaterThan(bound - 1e-4);
      expect(lowerBound(problem).seconds).toBeLessThan(best);
    },
  );

  test('13 and 14 reasons by rank: 14.1673 s and 14.5151 s', () => {
    expect(bestBySubsets(problemOf(zipf(13)))?.seconds).toBeCloseTo(14.1673, 4);
    expect(solveMenu(problemOf(zipf(14)))?.seconds).toBeCloseTo(14.5151, 4);
  });

  test.each([
    [4, [5, 3.5, 3.5], [4.93, 3.239, 2.904]],
    [6, [6.5, 4.5, 4.5], []],
    [8, [7.5, 5.25, 5], [7.395, 4.859, 4.355]],
    [12, [8.9167, 6.1667, 5.8333], []],
    [32, [12.4375, 8.4375, 7.875], []],
    [64, [14.875, 10.0625, 9.328125], [14.79, 9.717, 8.711]],
  ])('%i reasons that are wanted alike, in menus of 2, 4 and 9', (n, optima, bounds) => {
    [2, 4, 9].forEach((width, index) => {
      const problem = problemOf(equal(n), { width });
      const best = bestOfEqual(problem);
      expect(best.seconds / 3).toBeCloseTo(optima[index] ?? NaN, 3);
      expect(equalCodeCost(n, menuLetters(width)) / n).toBeCloseTo(optima[index] ?? NaN, 3);
      expect(treeSeconds(problem, best.tree)).toBeCloseTo(best.seconds, 10);
      expect(solveMenu(problem)).toMatchObject({ isOptimal: true });
      if (bounds[index] === undefined) return;
      expect(classicalBound(equal(n), menuLetters(width))).toBeCloseTo(bounds[index], 3);
    });
  });

  test('8 reasons that are wanted alike: 15 s, the bound is 13.0664 s, one menu takes 16.5 s', () => {
    const problem = problemOf(equal(8));
    expect(solveMenu(problem)?.seconds).toBeCloseTo(15, 10);
    expect(lowerBound(problem).seconds).toBeCloseTo(13.0664, 4);
    expect(treeSeconds(problem, [0, 1, 2, 3, 4, 5, 6, 7])).toBeCloseTo(16.5, 10);
  });

  test('64 items at α/β = 2, as Boren and others 1997 tried: pairs are far slower, nines a little faster than fours', () => {
    const costs = [2, 4, 9].map((width) => equalCodeCost(64, menuLetters(width, 2)) / 64);
    expect(costs.map((cost) => cost.toFixed(2))).toEqual(['20.97', '13.27', '11.80']);
  });

  test('Lee & MacGregor: the quickest size of equal menus by what else a menu costs', () => {
    const ratios = [0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5];
    const stopping = [3.59, 3.97, 4.32, 4.97, 5.57, 6.14, 7.19, 8.17, 9.1];
    const hearing = [2.72, 2.96, 3.18, 3.59, 3.97, 4.32, 4.97, 5.57, 6.14];
    ratios.forEach((ratio, index) => {
      expect(quickestWidth(ratio, false)).toBeCloseTo(stopping[index] ?? NaN, 2);
      expect(quickestWidth(ratio, true)).toBeCloseTo(hearing[index] ?? NaN, 2);
    });
  });
});

describe('the worked tree: accounts, cards, loans and an agent', () => {
  const names = ['statements', 'balance', 'open', 'lost', 'pin', 'limit', 'new', 'repay', 'agent'];
  const problem = problemOf([0.05, 0.3, 0.03, 0.12, 0.06, 0.02, 0.04, 0.08, 0.3]);
  const today = [[0, 1, 2], [3, 4, 5], [6, 7], 8];
  const sorted = [[1, 0, 2], 8, [3, 4, 5], [7, 6]];

  test('takes 15.84 s today and 14.13 s with every menu in order', () => {
    expect(treeSeconds(problem, today)).toBeCloseTo(15.84, 10);
    expect(treeSeconds(problem, sorted)).toBeCloseTo(14.13, 10);
  });

  test('takes 13.41 s without the loans menu, or 13.05 s with the balance in front', () => {
    expect(treeSeconds(problem, [[1, 0, 2], 8, [3, 4, 5], 7, 6])).toBeCloseTo(13.41, 10);
    expect(treeSeconds(problem, [1, 8, [3, 4, 5], [7, 6], [0, 2]])).toBeLessThanOrEqual(
      13.05 + 1e-9,
    );
  });

  test('takes 11.64 s as one menu, which is the best there is, and none can be below 11.3712 s', () => {
    const solved = solveMenu(problem);
    expect(solved?.seconds).toBeCloseTo(11.64, 10);
    expect(solved?.isOptimal).toBe(true);
    expect(solved?.tree.map((item) => names[Number(item)]).slice(0, 2)).toEqual([
      'balance',
      'agent',
    ]);
    expect(solved?.bound.seconds).toBeCloseTo(11.3712, 4);
    expect(solved?.bound.lambda).toBeCloseTo(0.15914, 5);
    expect(bestDissolved(problem, today)?.seconds).toBeCloseTo(11.64, 10);
  });

  test('today is at most 39.3 % above any possible menu, the flat one 2.4 %', () => {
    const { seconds } = lowerBound(problem);
    expect(((treeSeconds(problem, today) / seconds - 1) * 100).toFixed(1)).toBe('39.3');
    expect(((11.64 / seconds - 1) * 100).toFixed(1)).toBe('2.4');
  });
});
