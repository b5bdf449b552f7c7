import { atTheirPlaces } from './at-their-places.ts';
import {
  categorySeconds,
  pauseIn,
  standsFirst,
  totalWeight,
  type MenuProblem,
} from './menu-problem.ts';
import { menusOf, type MenuTree, type TreeItem } from './menu-tree.ts';
import { smithOrder } from './smith-order.ts';

/** No way at all. A constant of this file is read faster than a global one. */
const never = Infinity;

/** All leaves of one group, or leaves of several. */
type Group = { readonly only: number | undefined } | 'several';

/** An option with all that lies behind it, reckoned once: trees that are alike share their nodes. */
export interface MenuNode {
  readonly leaf: number | undefined;
  /** The options behind it; none for a leaf. */
  readonly items: readonly MenuNode[];
  readonly weight: number;
  /** Weight times seconds behind the option, each menu in its best order; infinite where it can't be. */
  readonly seconds: number;
  /** Menus on the longest way behind it. */
  readonly depth: number;
  /** Ascending; empty where no one asks for them. */
  readonly leaves: readonly number[];
  readonly group: Group;
  /** Seconds to say it in the first menu, and behind it, once someone has asked. */
  readonly labels: { first?: number; inner?: number };
}

/** Builds and judges trees for one problem. */
export interface NodeMaker {
  readonly category: (items: readonly MenuNode[]) => MenuNode;
  /** Mean seconds a call of the tree with this first menu; infinite where it breaks a limit. */
  readonly secondsOf: (items: readonly MenuNode[]) => number;
  readonly fromTree: (tree: MenuTree) => readonly MenuNode[];
  /** As a plain tree again, every menu in its best order. */
  readonly toTree: (items: readonly MenuNode[]) => MenuTree;
}

interface Said {
  readonly node: MenuNode;
  readonly weight: number;
  readonly seconds: number;
  readonly place: number | undefined;
  readonly pinned: boolean;
}

const several = 'several';

function joined(nodes: readonly MenuNode[]): Group {
  const first = nodes[0]?.group ?? several;
  if (first === several) return first;
  const isOne = nodes.every(({ group }) => group !== several && group.only === first.only);
  return isOne ? first : several;
}

/** What makes nodes and judges trees under the limits of a problem. */
export function nodeMaker(problem: MenuProblem): NodeMaker {
  const { leaves, constants, width, depth, allowed, last } = problem;
  const { header, entry, press, fullListenShare: q } = constants;
  const alpha = header + entry + press;
  const needsLeaves = typeof problem.categorySeconds !== 'number';
  const needsGroups = allowed === 'groups';
  const total = totalWeight(problem) || 1;
  const extra = leaves.reduce((sum, leaf) => sum + leaf.weight * (leaf.extra ?? 0), 0);
  const firstOnly = leaves.map(standsFirst);
  const hasFirst = firstOnly.includes(true);
  const hasPlaces = leaves.some(({ place }) => place !== undefined);

  const label = (node: MenuNode, isInFirst: boolean): number => {
    if (node.leaf !== undefined) return leaves[node.leaf]?.seconds ?? 0;
    if (typeof problem.categorySeconds === 'number') return problem.categorySeconds;
    const place = isInFirst ? 'first' : 'inner';
    return (node.labels[place] ??= categorySeconds(problem, node.leaves, isInFirst));
  };
  const inOrder = (items: readonly MenuNode[], isFirst: boolean): readonly Said[] => {
    const pause = pauseIn(items.length, problem);
    const said = items.map((node): Said => {
      const place = node.leaf === undefined ? undefined : leaves[node.leaf]?.place;
      const seconds = label(node, isFirst) + pause;
      return { node, weight: node.weight, seconds, place, pinned: place !== undefined };
    });
    if (isFirst && hasPlaces) {
      const placed = atTheirPlaces(said);
      return smithOrder(placed).order.flatMap((index) => placed[index] ?? []);
    }
    return said.sort((a, b) => b.weight * a.seconds - a.weight * b.seconds);
  };
  const breaks = (items: readonly MenuNode[], group: Group, isFirst: boolean): boolean => {
    if (items.length > width) return true;
    if (hasFirst && !isFirst && items.some(({ leaf }) => leaf !== undefined && firstOnly[leaf]))
      return true;
    if (!needsGroups || group !== several) return false;
    if (!isFirst) return true;
    const categories = items.filter(({ leaf }) => leaf === undefined);
    const groups = categories.map((node) => (node.group === several ? several : node.group.only));
    return new Set(groups).size < groups.length;
  };
  const menuSeconds = (items: readonly MenuNode[], weight: number, isFirst: boolean): number => {
    const atEnd = isFirst ? (last?.weight ?? 0) : 0;
    const callers = weight + atEnd;
    let [whole, left, heard, behind] = [0, callers, 0, 0];
    for (const { node, seconds } of inOrder(items, isFirst)) {
      whole += seconds;
      heard += (1 - q) * seconds * left;
      left -= node.weight;
      behind += node.seconds;
    }
    if (last !== undefined) {
      const seconds = last.seconds + pauseIn(items.length, problem);
      whole += seconds;
      heard += (1 - q) * seconds * atEnd;
    }
    return heard + q * callers * whole + behind + alpha * callers;
  };
  const category = (items: readonly MenuNode[]): MenuNode => {
    const group = needsGroups ? joined(items) : several;
    let [weight, deepest] = [0, 0];
    for (const item of items) {
      weight += item.weight;
      deepest = Math.max(deepest, item.depth);
    }
    return {
      leaf: undefined,
      items,
      weight,
      seconds: breaks(items, group, false) ? never : menuSeconds(items, weight, false),
      depth: deepest + 1,
      leaves: needsLeaves ? items.flatMap((item) => item.leaves).sort((a, b) => a - b) : [],
      group,
      labels: {},
    };
  };
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
  return {
    category,
    secondsOf: (items) => {
      const isTooDeep = items.some((item) => item.depth >= depth);
      const group = needsGroups ? joined(items) : several;
      if (isTooDeep || breaks(items, group, true)) return never;
      return (
        (menuSeconds(
          items,
          items.reduce((sum, { weight }) => sum + weight, 0),
          true,
        ) +
          extra) /
        total
      );
    },
    fromTree: (tree) => {
      const made = new Map<TreeItem, MenuNode>();
      const nodesOf = (menu: MenuTree) =>
        menu.map((item) => made.get(item) ?? leafNode(Number(item)));
      for (const { items } of menusOf(tree).slice(1).toReversed()) {
        made.set(items, category(nodesOf(items)));
      }
      return nodesOf(tree);
    },
    toTree: (items) => {
      const menus: { readonly items: readonly MenuNode[]; readonly isFirst: boolean }[] = [
        { items, isFirst: true },
      ];
      for (const { items: nodes } of menus) {
        for (const node of nodes)
          if (node.leaf === undefined) menus.push({ items: node.items, isFirst: false });
      }
      const made = new Map<readonly MenuNode[], MenuTree>();
      for (const menu of menus.toReversed()) {
        const said = inOrder(menu.items, menu.isFirst);
        made.set(
          menu.items,
          said.map(({ node }) => node.leaf ?? made.get(node.items) ?? []),
        );
      }
      return made.get(items) ?? [];
    },
  };
}
