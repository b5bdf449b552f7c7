import { menuLimits } from './menu-limits.ts';
import { joinedGroup, type MenuNode, type NodeGroup } from './menu-node.ts';
import { totalWeight, type MenuProblem } from './menu-problem.ts';
import { menusOf, type MenuTree, type TreeItem } from './menu-tree.ts';
import { saidMenus, type SaidMenus } from './said-menus.ts';

/** No way at all. A constant of this file is read faster than a global one. */
const never = Infinity;

/** Builds and judges trees for one problem. */
export interface NodeMaker {
  readonly category: (items: readonly MenuNode[]) => MenuNode;
  /** Mean seconds a call of the tree with this first menu; infinite where it breaks a limit. */
  readonly secondsOf: (items: readonly MenuNode[]) => number;
  readonly fromTree: (tree: MenuTree) => readonly MenuNode[];
  /** As a plain tree again, every menu in its best order. */
  readonly toTree: (items: readonly MenuNode[]) => MenuTree;
}

/** The nodes of the first menu of a tree, with all that lies behind them. */
function nodesOf(
  tree: MenuTree,
  leafNode: (leaf: number) => MenuNode,
  category: NodeMaker['category'],
): readonly MenuNode[] {
  const made = new Map<TreeItem, MenuNode>();
  const inMenu = (menu: MenuTree) => menu.map((item) => made.get(item) ?? leafNode(Number(item)));
  for (const { items } of menusOf(tree).slice(1).toReversed())
    made.set(items, category(inMenu(items)));
  return inMenu(tree);
}

function treeOf(first: readonly MenuNode[], inOrder: SaidMenus['inOrder']): MenuTree {
  const menus = [first];
  for (const menu of menus)
    for (const { leaf, items } of menu) if (leaf === undefined) menus.push(items);
  const made = new Map<readonly MenuNode[], MenuTree>();
  for (const menu of menus.toReversed()) {
    const said = inOrder(menu, menu === first ? 'first' : 'inner');
    made.set(
      menu,
      said.map(({ node }) => node.leaf ?? made.get(node.items) ?? []),
    );
  }
  return made.get(first) ?? [];
}

/** What makes nodes and judges trees under the limits of a problem. */
export function nodeMaker(problem: MenuProblem): NodeMaker {
  const { leaves, depth, allowed } = problem;
  const menus = saidMenus(problem);
  const breaksLimit = menuLimits(problem);
  const needsLeaves = typeof problem.categorySeconds !== 'number';
  const total = totalWeight(problem) || 1;
  const extra = leaves.reduce((sum, leaf) => sum + leaf.weight * (leaf.extra ?? 0), 0);

  const groupOf = (items: readonly MenuNode[]): NodeGroup =>
    allowed === 'groups' ? joinedGroup(items) : 'several';
  const leafNode = (leaf: number): MenuNode => ({
    leaf,
    items: [],
    weight: leaves[leaf]?.weight ?? 0,
    seconds: 0,
    depth: 0,
    leaves: needsLeaves ? [leaf] : [],
    group: { only: leaves[leaf]?.group },
    labels: {},
  });
  const category = (items: readonly MenuNode[]): MenuNode => {
    const group = groupOf(items);
    let [weight, deepest] = [0, 0];
    for (const item of items) {
      weight += item.weight;
      deepest = Math.max(deepest, item.depth);
    }
    return {
      leaf: undefined,
      items,
      weight,
      seconds: breaksLimit(items, group, 'inner') ? never : menus.seconds(items, weight, 'inner'),
      depth: deepest + 1,
      leaves: needsLeaves ? items.flatMap((item) => item.leaves).sort((a, b) => a - b) : [],
      group,
      labels: {},
    };
  };
  return {
    category,
    secondsOf(items) {
      const isTooDeep = items.some((item) => item.depth >= depth);
      if (isTooDeep || breaksLimit(items, groupOf(items), 'first')) return never;
      const weight = items.reduce((sum, item) => sum + item.weight, 0);
      return (menus.seconds(items, weight, 'first') + extra) / total;
    },
    fromTree: (tree) => nodesOf(tree, leafNode, category),
    toTree: (items) => treeOf(items, menus.inOrder),
  };
}
