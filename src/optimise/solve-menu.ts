import { anneal, type AnnealOptions } from './anneal.ts';
import { bestBySubsets, fitsSubsets, type FoundTree } from './best-by-subsets.ts';
import { bestInOrder } from './best-in-order.ts';
import { bestOfAlike } from './best-of-alike.ts';
import { areEqual, bestOfEqual } from './best-of-equal.ts';
import { lowerBound, type LowerBound } from './lower-bound.ts';
import type { MenuProblem } from './menu-problem.ts';

/** The best tree that was found, and how good it can be at all. */
export interface SolvedMenu extends FoundTree {
  /** True where it is proved that no tree within the limits takes less. */
  readonly isOptimal: boolean;
  readonly bound: LowerBound;
}

/** A tree that meets its own bound needs no other proof. */
const rounding = 1e-9;

/** The best of all trees, where one of the exact ways fits the problem. */
function solveExactly(problem: MenuProblem): FoundTree | 'none fits' | undefined {
  if (problem.keepsOrder === true) return bestInOrder(problem) ?? 'none fits';
  if (fitsSubsets(problem)) return bestBySubsets(problem) ?? 'none fits';
  if (areEqual(problem)) return bestOfEqual(problem);
  return bestOfAlike(problem);
}

/**
 * The best menu tree for a problem: exact where the leaves keep their order and up to 14 leaves, and for
 * more where all options take as long and nothing but the width is limited; else by annealing. Nothing where no tree fits the limits, or
 * none was found that does. The same problem and seed give the same tree.
 */
export function solveMenu(
  problem: MenuProblem,
  options: AnnealOptions = {},
): SolvedMenu | undefined {
  if (problem.leaves.length === 0) return undefined;
  const exact = solveExactly(problem);
  if (exact === 'none fits') return undefined;
  const found = exact ?? anneal(problem, options);
  if (found === undefined) return undefined;
  const bound = lowerBound(problem);
  const isOptimal = exact !== undefined || found.seconds <= bound.seconds + rounding;
  return { ...found, isOptimal, bound };
}
