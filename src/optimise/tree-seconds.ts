import { categorySeconds, pauseIn, rankAt, totalWeight, type MenuProblem } from './menu-problem.ts';
import { menuSeconds, type MenuItem } from './menu-seconds.ts';
import { isCategory, menusOf, type MenuTree } from './menu-tree.ts';

interface Told {
  readonly weight: number;
  readonly leaves: readonly number[];
}

/**
 * The mean seconds that a call takes in a menu tree: in each menu on its way the header, the options up
 * to the chosen one, and the press, and then what no menu changes. Linear in the leaves; where the time
 * of a category depends on its leaves, in leaves times depth. 0 where nobody calls.
 */
export function treeSeconds(problem: MenuProblem, tree: MenuTree): number {
  const { leaves, constants, last } = problem;
  const needsLeaves = typeof problem.categorySeconds !== 'number';
  const menus = menusOf(tree);
  const told = new Map<MenuTree, Told>();
  let seconds = 0;
  for (const { items, depth } of menus.toReversed()) {
    const pause = pauseIn(items.length, problem);
    const below: number[] = [];
    const said: MenuItem[] = items.map((item) => {
      if (!isCategory(item)) {
        const { weight = 0, seconds: own = 0, extra = 0 } = leaves[item] ?? {};
        seconds += weight * extra;
        if (needsLeaves) below.push(item);
        return { weight, seconds: own + pause };
      }
      const { weight = 0, leaves: inside = [] } = told.get(item) ?? {};
      for (const leaf of inside) below.push(leaf);
      return { weight, seconds: categorySeconds(problem, inside, rankAt(depth)) + pause };
    });
    const atEnd =
      last === undefined
        ? []
        : [{ weight: depth === 1 ? last.weight : 0, seconds: last.seconds + pause }];
    seconds += menuSeconds([...said, ...atEnd], constants);
    const weight = said.reduce((total, item) => total + item.weight, 0);
    told.set(items, { weight, leaves: below.sort((a, b) => a - b) });
  }
  const total = totalWeight(problem);
  return total === 0 ? 0 : seconds / total;
}
