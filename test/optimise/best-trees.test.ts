import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anneal } from '../../src/optimise/anneal.ts';
import { bestBySubsets } from '../../src/optimise/best-by-subsets.ts';
import { bestDissolved } from '../../src/optimise/best-dissolved.ts';
import { bestOfAlike } from '../../src/optimise/best-of-alike.ts';
import { bestOfEqual } from '../../src/optimise/best-of-equal.ts';
import { equalCodeCost } from '../../src/optimise/equal-code-cost.ts';
import type { MenuLeaf, MenuProblem } from '../../src/optimise/menu-problem.ts';
import { isCategory, leavesOf, menusOf, type MenuTree } from '../../src/optimise/menu-tree.ts';
import { solveMenu } from '../../src/optimise/solve-menu.ts';
import { treeSeconds } from '../../src/optimise/tree-seconds.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { allTrees, problemOf, zipf } from '../support/menu-problem.ts';

const anyLeaf: fc.Arbitrary<Partial<MenuLeaf>> = fc.record({
  weight: fc.nat(20),
  seconds: fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2),
  extra: fc.constantFrom(0, 0, 5),
  group: fc.constantFrom(0, 1),
});

/** Problems small enough to try every tree, with whatever can be asked. */
const anyProblem: fc.Arbitrary<MenuProblem> = fc
  .record({
    leaves: fc.array(anyLeaf, { minLength: 2, maxLength: 5 }),
    category: fc.integer({ min: 1, max: 10 }),
    isByLeaves: fc.boolean(),
    width: fc.integer({ min: 2, max: 5 }),
    depth: fc.constantFrom(1, 2, 3, Infinity),
    last: fc.constantFrom(
      undefined,
      undefined,
      { weight: 0, seconds: 2 },
      { weight: 7, seconds: 2 },
    ),
    allowed: fc.constantFrom('any' as const, 'any' as const, 'groups' as const),
    first: fc.constantFrom(undefined, undefined, 0),
    place: fc.constantFrom(undefined, undefined, 1, 2, 5),
    constants: fc.record({
      header: fc.constantFrom(0, 1, 4),
      pause: fc.constantFrom(0, 0.5),
      fullListenShare: fc.constantFrom(0, 0, 0.3, 1),
    }),
  })
  .map(({ leaves, category, isByLeaves, first, place, ...limits }) =>
    problemOf(
      leaves.map((leaf, index) => ({
        ...leaf,
        isFirst: index === first,
        ...(index === 1 && place !== undefined ? { place } : {}),
      })),
      {
        ...limits,
        leastCategorySeconds: category,
        mostCategorySeconds: isByLeaves ? category + 10 : category,
        categorySeconds: isByLeaves
          ? (inside, rank) => category + inside.length + (rank === 'first' ? 0 : 1)
          : category,
      },
    ),
  );

/** True for a tree that breaks no limit; written without the code that is tried. */
function isAllowed({ leaves, width, depth, allowed }: MenuProblem, tree: MenuTree): boolean {
  const isOneGroup = (menu: MenuTree) =>
    new Set(leavesOf(menu).map((leaf) => leaves[leaf]?.group)).size === 1;
  return menusOf(tree).every(({ items, depth: at }) => {
    if (items.length > width || at > depth) return false;
    const own = items.filter((item) => !isCategory(item));
    const held = own.map((item) => leaves[Number(item)]);
    if (at > 1) {
      if (held.some((leaf) => leaf?.isFirst === true || leaf?.place !== undefined)) return false;
      return allowed === 'any' || isOneGroup(items);
    }
    const pinned = items.findIndex((item) => leaves[Number(item)]?.place !== undefined);
    const place = leaves[Number(items[pinned])]?.place;
    if (place !== undefined && pinned !== Math.min(place, items.length) - 1) return false;
    if (allowed === 'any' || isOneGroup(items)) return true;
    const categories = items.filter(isCategory);
    const groups = categories.map((category) => leaves[leavesOf(category)[0] ?? 0]?.group);
    return categories.every(isOneGroup) && new Set(groups).size === groups.length;
  });
}

const bestOfAll = (problem: MenuProblem): number =>
  Math.min(
    Infinity,
    ...[...allTrees(problem.leaves.map((_, index) => index))]
      .filter((tree) => isAllowed(problem, tree))
      .map((tree) => treeSeconds(problem, tree)),
  );

describe('the best menu tree', () => {
  test('is what trying every tree with up to 5 leaves finds, under any limit', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const best = bestOfAll(problem);
        const found = bestBySubsets(problem);
        expect(found?.seconds ?? Infinity).toBeCloseTo(best, 8);
        if (found === undefined) return;
        expect(isAllowed(problem, found.tree)).toBe(true);
        expect(treeSeconds(problem, found.tree)).toBeCloseTo(found.seconds, 8);
        const solved = solveMenu(problem);
        expect(solved?.isOptimal).toBe(true);
        expect(solved?.bound.seconds).toBeLessThanOrEqual(best + 1e-9);
      }),
      { numRuns: 120 },
    );
  });

  test('is never below what annealing finds, which breaks no limit either', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const found = anneal(problem, { moves: 300 });
        if (found === undefined) return;
        expect(isAllowed(problem, found.tree)).toBe(true);
        expect(treeSeconds(problem, found.tree)).toBeCloseTo(found.seconds, 8);
        expect(found.seconds).toBeGreaterThanOrEqual(
          (bestBySubsets(problem)?.seconds ?? Infinity) - 1e-9,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('is the same by levels and by subsets where all options take as long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 2, max: 9 }),
        fc.constantFrom(0, 1.5, 3, 6),
        (weights, width, press) => {
          fc.pre(weights.some((weight) => weight > 0));
          const problem = problemOf(weights, { width, constants: { header: 0, press } });
          const best = bestBySubsets(problem)?.seconds;
          expect(bestOfAlike(problem)?.seconds).toBeCloseTo(best ?? NaN, 8);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('is the same by count, by levels and by subsets where all are wanted alike', () => {
    for (const n of [2, 3, 5, 8, 9, 17, 40]) {
      for (const width of [2, 3, 5, 9]) {
        const problem = problemOf(
          Array.from({ length: n }, () => 1),
          { width },
        );
        const letters = Array.from({ length: width }, (_, index) => index + 2);
        const cost = (3 * equalCodeCost(n, letters)) / n;
        expect(bestOfEqual(problem).seconds).toBeCloseTo(cost, 8);
        expect(bestOfAlike(problem)?.seconds).toBeCloseTo(cost, 8);
        if (n < 9) expect(bestBySubsets(problem)?.seconds).toBeCloseTo(cost, 8);
      }
    }
  });

  test('with the order kept is the best of all trees that keep it', () => {
    fc.assert(
      fc.property(anyProblem, (given) => {
        const { constants, leaves: some } = given;
        const leaves = some.map(({ weight, seconds }) => ({ weight, seconds }));
        const problem: MenuProblem = {
          ...{ ...given, last: given.last?.weight === 0 ? given.last : undefined },
          leaves,
          allowed: 'any',
          constants: { ...constants, fullListenShare: 0 },
          keepsOrder: true,
        };
        const all = [...allTrees(leaves.map((_, index) => index))]
          .filter((tree) => isAllowed(problem, tree))
          .filter((tree) => {
            const order = JSON.stringify(tree).match(/\d+/g) ?? [];
            return order.every((leaf, index) => Number(leaf) === index);
          });
        const best = Math.min(Infinity, ...all.map((tree) => treeSeconds(problem, tree)));
        const found = solveMenu(problem);
        expect(found?.seconds ?? Infinity).toBeCloseTo(best, 8);
        expect(found?.isOptimal ?? true).toBe(true);
        expect(found?.bound.seconds ?? 0).toBeLessThanOrEqual(best + 1e-9);
        const free = bestBySubsets(problem)?.seconds ?? Infinity;
        expect(found?.seconds ?? Infinity).toBeGreaterThanOrEqual(free - 1e-9);
      }),
      { numRuns: 80 },
    );
  });

  test('of a taxonomy that is only dissolved lies between today and the best', () => {
    const problem = problemOf(zipf(9), { width: 5 });
    const today = [
      [8, 7, 6],
      [5, [4, 3]],
      [2, 1, 0],
    ];
    const found = bestDissolved(problem, today);
    expect(found?.seconds).toBeLessThan(treeSeconds(problem, today));
    expect(found?.seconds).toBeGreaterThanOrEqual((bestBySubsets(problem)?.seconds ?? 0) - 1e-9);
  });

  test('of an uncapped width never ends a menu with a category: it would be dissolved', () => {
    const random = randomFrom(3, 'no last category');
    for (let round = 0; round < 20; round += 1) {
      const leaves = Array.from({ length: 7 }, () => ({
        weight: random.exponential(1),
        seconds: 2 + 4 * random.next(),
      }));
      const best = bestBySubsets(problemOf(leaves, { width: 99 }));
      for (const { items } of menusOf(best?.tree ?? [])) {
        expect(isCategory(items.at(-1) ?? 0)).toBe(false);
      }
    }
  });

  test('is none where the leaves don’t fit', () => {
    expect(solveMenu(problemOf(zipf(9), { width: 2, depth: 3 }))).toBeUndefined();
    expect(solveMenu(problemOf(zipf(30), { width: 3, depth: 3 }))).toBeUndefined();
    expect(solveMenu(problemOf([]))).toBeUndefined();
    expect(solveMenu(problemOf([1]))).toMatchObject({ tree: [0], seconds: 6, isOptimal: true });
  });
});

describe('seconds of a tree', () => {
  test('grow with the constants and with the options alike', () => {
    const tree = [3, [0, [1, 4]], 2];
    const problem = problemOf([3, 1, 4, 1, 5]);
    const free = problemOf([3, 1, 4, 1, 5], { constants: { header: 0, press: 0 } });
    const slow = problemOf(
      problem.leaves.map(({ weight }) => ({ weight, seconds: 9 })),
      { categorySeconds: 9, constants: { header: 0, press: 0 } },
    );
    expect(treeSeconds(slow, tree)).toBeCloseTo(3 * treeSeconds(free, tree), 10);
    expect(treeSeconds(problem, tree)).toBeGreaterThan(treeSeconds(free, tree));
  });

  test('of an unwanted option at the end of a menu are none, unless callers hear everything', () => {
    const tree = [0, 1, [2, 3]];
    const longer = [0, 1, [2, 3, 4]];
    const seconds = (share: number, menu: MenuTree) =>
      treeSeconds(problemOf([4, 3, 2, 1, 0], { constants: { fullListenShare: share } }), menu);
    expect(seconds(0, longer)).toBeCloseTo(seconds(0, tree), 10);
    expect(seconds(0.5, longer) - seconds(0.5, tree)).toBeCloseTo(0.5 * 3 * 0.3, 10);
  });

  test('fall by what the identity of flattening says when a category is dissolved in its place', () => {
    const random = randomFrom(5, 'flatten');
    for (let round = 0; round < 50; round += 1) {
      const leaves = Array.from({ length: 6 }, () => ({
        weight: random.exponential(1),
        seconds: 2 + 4 * random.next(),
      }));
      const problem = problemOf(leaves);
      const weight = (from: number, to = 6) =>
        leaves.slice(from, to).reduce((sum, leaf) => sum + leaf.weight, 0);
      const inside = leaves.slice(2, 4).reduce((sum, leaf) => sum + leaf.seconds, 0);
      const saving = weight(2, 4) * 3 + 3 * weight(2) - weight(4) * inside;
      const before = treeSeconds(problem, [0, 1, [2, 3], 4, 5]);
      const after = treeSeconds(problem, [0, 1, 2, 3, 4, 5]);
      expect((before - after) * weight(0)).toBeCloseTo(saving, 9);
    }
  });

  test('are told for a tree as deep as you like', () => {
    let tree: MenuTree = [0, 1];
    for (let depth = 0; depth < 20_000; depth += 1) tree = [tree, 2];
    expect(treeSeconds(problemOf([1, 1, 0]), tree)).toBeGreaterThan(20_000);
  });
});

describe('annealing', () => {
  test('finds the very best of 40 random menus of 6 to 8 reasons nearly always, and is never far', () => {
    const random = randomFrom(7, 'annealing');
    let hits = 0;
    for (let round = 0; round < 40; round += 1) {
      const leaves = Array.from({ length: 6 + random.below(3) }, () => ({
        weight: random.exponential(1) ** (1 + random.below(2)),
        seconds: 2 + 4 * random.next(),
      }));
      const width = [3, 4, 5, 9][random.below(4)] ?? 9;
      const problem = problemOf(leaves, { width, categorySeconds: 2 + 3 * random.next() });
      const best = bestBySubsets(problem)?.seconds ?? NaN;
      const found = anneal(problem, { moves: 2500 })?.seconds ?? NaN;
      expect(found / best).toBeLessThan(1.005);
      if (found < best * (1 + 1e-9)) hits += 1;
    }
    expect(hits).toBeGreaterThanOrEqual(38);
  });

  test('of 20 reasons ends within 3 % of the bound, and the same seed gives the same tree', () => {
    const problem = problemOf(zipf(20));
    const found = anneal(problem);
    expect(found).toEqual(anneal(problem));
    expect(found?.seconds).toBeCloseTo(bestOfAlike(problem)?.seconds ?? NaN, 2);
    const { bound } = solveMenu(problem) ?? {};
    expect((found?.seconds ?? NaN) / (bound?.seconds ?? NaN)).toBeLessThan(1.03);
  });

  test('is never worse than the tree it begins with', () => {
    const problem = problemOf(zipf(12), { width: 4 });
    const today = [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9, 10, 11],
    ];
    const found = anneal(problem, { starts: [today], moves: 1 });
    expect(found?.seconds).toBeLessThanOrEqual(treeSeconds(problem, today));
  });
});
