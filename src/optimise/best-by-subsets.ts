import { totalWeight, type MenuProblem } from './menu-problem.ts';
import type { MenuTree, TreeItem } from './menu-tree.ts';
import { splitByGroups } from './split-by-groups.ts';
import { splitMenu } from './split-menu.ts';
import { isSingle, lowestOf, subsetFacts } from './subset-facts.ts';
import { subsetMenus } from './subset-menus.ts';

/** A menu tree and the mean seconds that a call takes in it. */
export interface FoundTree {
  readonly tree: MenuTree;
  readonly seconds: number;
}

/** More leaves have too many subsets: 3^14 pairs of them are weighed within about a second. */
const mostLeaves = 14;
/** Where callers hear everything of labels that differ, each set is parted by itself: 4^n steps. */
const mostHeard = 10;

/** True where `bestBySubsets` can weigh all trees. */
export function fitsSubsets({ leaves, constants, categorySeconds }: MenuProblem): boolean {
  const same = leaves[0]?.seconds;
  const isUniform = categorySeconds === same && leaves.every(({ seconds }) => seconds === same);
  const isSeparable = constants.fullListenShare === 0 || isUniform;
  return leaves.length > 0 && leaves.length <= (isSeparable ? mostLeaves : mostHeard);
}

/**
 * The best of all menu trees within the limits, or nothing where none fits them: dynamic programming over
 * the subsets of the leaves (as Held & Karp 1962). The best menu for a set is the best way to part it into
 * options and to order them, and what a part costs behind its option doesn't depend on the others.
 * Throws `RangeError` for more leaves than `fitsSubsets` allows.
 */
export function bestBySubsets(problem: MenuProblem): FoundTree | undefined {
  if (!fitsSubsets(problem)) throw new RangeError('too many leaves to weigh all subsets');
  const { leaves, allowed } = problem;
  const facts = subsetFacts(problem);
  const levels = subsetMenus(problem, facts);
  const whole = facts.size - 1;
  const insideOf = (depth: number) => levels[Math.max(0, Math.min(depth, levels.length - 1))];
  const isOneGroup = leaves.every(({ group }) => group === leaves[0]?.group);
  const first = {
    labels: facts.firstLabel,
    inside: insideOf(problem.depth - 1) ?? facts.weight,
    lastWeight: problem.last?.weight ?? 0,
  };
  const root =
    allowed === 'any' || isOneGroup
      ? splitMenu(problem, facts, whole, first)
      : splitByGroups(problem, facts, first);
  if (root.seconds === Infinity) return undefined;
  const menuOf = (options: readonly number[], depth: number): MenuTree =>
    options.map((option): TreeItem => {
      if (isSingle(option)) return lowestOf(option);
      const inside = insideOf(depth - 1) ?? facts.weight;
      const behind = { labels: facts.label, inside, lastWeight: 0 };
      return menuOf(splitMenu(problem, facts, option, behind).options, depth - 1);
    });
  const total = totalWeight(problem);
  const extra = leaves.reduce((sum, leaf) => sum + leaf.weight * (leaf.extra ?? 0), 0);
  const seconds = total === 0 ? 0 : (root.seconds + extra) / total;
  return { tree: menuOf(root.options, problem.depth - 1), seconds };
}
