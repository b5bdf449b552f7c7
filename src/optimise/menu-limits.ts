import type { MenuNode, NodeGroup } from './menu-node.ts';
import { standsFirst, type MenuProblem, type MenuRank } from './menu-problem.ts';

/** Whether a menu breaks a limit of the problem; `group` is the one group of what stands in it. */
export type BreaksLimit = (items: readonly MenuNode[], group: NodeGroup, rank: MenuRank) => boolean;

/** Judges single menus by the limits of a problem: their width, and what may stand in them together. */
export function menuLimits({ leaves, width, allowed }: MenuProblem): BreaksLimit {
  const firstOnly = leaves.map(standsFirst);
  const hasFirst = firstOnly.includes(true);
  return (items, group, rank) => {
    if (items.length > width) return true;
    const isInner = rank === 'inner';
    if (hasFirst && isInner && items.some(({ leaf }) => leaf !== undefined && firstOnly[leaf]))
      return true;
    if (allowed === 'any' || group !== 'several') return false;
    if (isInner) return true;
    const categories = items.filter(({ leaf }) => leaf === undefined);
    const groups = categories.map((node) =>
      node.group === 'several' ? 'several' : node.group.only,
    );
    return new Set(groups).size < groups.length;
  };
}
