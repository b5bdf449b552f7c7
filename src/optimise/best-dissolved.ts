import type { FoundTree } from './best-by-subsets.ts';
import type { MenuProblem } from './menu-problem.ts';
import { isCategory, menusOf, type MenuTree, type TreeItem } from './menu-tree.ts';
import { nodeMaker } from './menu-nodes.ts';

/** With more categories there are too many ways to dissolve some of them: 2^16. */
const mostCategories = 16;

/** The tree without the categories that are dissolved; their options stand in the menu above. */
function without(tree: MenuTree, gone: ReadonlySet<MenuTree>): MenuTree {
  const made = new Map<MenuTree, MenuTree>();
  for (const { items } of menusOf(tree).toReversed()) {
    const next = items.flatMap((item): readonly TreeItem[] => {
      if (!isCategory(item)) return [item];
      const inside = made.get(item) ?? item;
      return gone.has(item) ? inside : [inside];
    });
    made.set(items, next);
  }
  return made.get(tree) ?? tree;
}

/**
 * The best tree that can be had of this one by dissolving categories and putting each menu in its best
 * order: what stands together stays together or stands in the menu above. All 2^b ways for b categories
 * are tried. Nothing where none fits the limits; throws `RangeError` for more than 16 categories.
 */
export function bestDissolved(problem: MenuProblem, tree: MenuTree): FoundTree | undefined {
  const categories = menusOf(tree).slice(1);
  if (categories.length > mostCategories) throw new RangeError('too many categories');
  const maker = nodeMaker(problem);
  let best: FoundTree | undefined;
  for (let ways = 0; ways < 2 ** categories.length; ways += 1) {
    const gone = new Set(
      categories.filter((_, index) => (ways & (1 << index)) !== 0).map(({ items }) => items),
    );
    const next = without(tree, gone);
    const seconds = maker.secondsOf(maker.fromTree(next));
    if (seconds < (best?.seconds ?? Infinity)) best = { tree: next, seconds };
  }
  return best && { ...best, tree: maker.toTree(maker.fromTree(best.tree)) };
}
