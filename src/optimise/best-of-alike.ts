import { bestByLevels } from './best-by-levels.ts';
import type { FoundTree } from './best-by-subsets.ts';
import { optionsUnpaused, type MenuProblem } from './menu-problem.ts';
import { menusOf, type MenuTree, type TreeItem } from './menu-tree.ts';
import { treeSeconds } from './tree-seconds.ts';

/** Units of cost in the dearest option at most; each is a place in the states of the search. */
const mostUnits = 40;
const mostAlike = 400;

/** What options cost by their place, in whole units; nothing where there is no such unit. */
function wholeLetters({ leaves, constants, width }: MenuProblem): readonly number[] | undefined {
  const beta = leaves[0]?.seconds ?? 0;
  const alpha = constants.header + constants.entry + constants.press;
  const most = Math.min(width, leaves.length);
  for (let parts = 1; parts * most <= mostUnits; parts += 1) {
    const share = (alpha / beta) * parts;
    const whole = Math.round(share);
    if (Math.abs(share - whole) > 1e-9 || whole + parts * most > mostUnits) continue;
    return Array.from({ length: most }, (_, place) => whole + parts * (place + 1));
  }
  return undefined;
}

/** True where all options take as long and only the width of menus is limited. */
function areAlike({ leaves, constants, ...limits }: MenuProblem): boolean {
  const [first] = leaves;
  const hasPauses = constants.pause > 0 && limits.width > optionsUnpaused({ ...limits, constants });
  return (
    first !== undefined &&
    leaves.length <= mostAlike &&
    limits.width >= 2 &&
    limits.categorySeconds === first.seconds &&
    first.seconds > 0 &&
    constants.fullListenShare === 0 &&
    (limits.last?.weight ?? 0) === 0 &&
    !hasPauses &&
    (limits.allowed === 'any' || leaves.every(({ group }) => group === first.group)) &&
    leaves.every(
      ({ seconds, isFirst, place }) => seconds === first.seconds && !isFirst && place === undefined,
    )
  );
}

interface Place {
  readonly children: Place[];
  leaf?: number;
}

/** The tree with so many ends and so many menus at each cost; places that nothing needs are left out. */
function treeOf(
  wordCosts: readonly number[],
  goingOn: readonly number[],
  letters: readonly number[],
  order: readonly number[],
): MenuTree {
  const root: Place = { children: [] };
  const due: Place[][] = [[root]];
  let next = 0;
  for (let cost = 0; cost < due.length; cost += 1) {
    const places = due[cost] ?? [];
    while (wordCosts[next] === cost && places.length > 0) {
      const place = places.pop();
      if (place !== undefined) place.leaf = order[next] ?? 0;
      next += 1;
    }
    for (const place of places.slice(0, goingOn[cost] ?? 0)) {
      for (const letter of letters) {
        const child: Place = { children: [] };
        place.children.push(child);
        while (due.length <= cost + letter) due.push([]);
        due[cost + letter]?.push(child);
      }
    }
  }
  const itemsOf = (place: Place): MenuTree =>
    place.children.flatMap((child): readonly TreeItem[] => {
      if (child.leaf !== undefined) return [child.leaf];
      const inside = itemsOf(child);
      return inside.length > 1 ? [inside] : inside;
    });
  return itemsOf(root);
}

/**
 * The best tree where all options take as long and α is a whole multiple of a part of that: then a menu
 * is the choice of a letter with whole cost, and `bestByLevels` solves it. Nothing where that doesn't
 * fit, or where the tree found is deeper than is allowed.
 */
export function bestOfAlike(problem: MenuProblem): FoundTree | undefined {
  const letters = areAlike(problem) ? wholeLetters(problem) : undefined;
  if (letters === undefined || problem.leaves.length < 2) return undefined;
  const { leaves } = problem;
  const order = leaves
    .map((_, index) => index)
    .sort((a, b) => (leaves[b]?.weight ?? 0) - (leaves[a]?.weight ?? 0) || a - b);
  const code = bestByLevels(
    leaves.map(({ weight }) => weight),
    letters,
  );
  if (code === undefined) return undefined;
  const tree = treeOf(code.wordCosts, code.goingOn, letters, order);
  const depth = Math.max(...menusOf(tree).map((menu) => menu.depth));
  return depth > problem.depth ? undefined : { tree, seconds: treeSeconds(problem, tree) };
}
