import type { MenuProblem } from './menu-problem.ts';
import { standsFirst } from './menu-problem.ts';
import type { MenuTree, TreeItem } from './menu-tree.ts';

interface Weighed {
  readonly item: TreeItem;
  readonly weight: number;
}

const heaviest = (a: Weighed, b: Weighed): number => b.weight - a.weight;
const itemsOf = (list: readonly Weighed[]): MenuTree => list.map(({ item }) => item);
const together = (list: readonly Weighed[]): Weighed => ({
  item: itemsOf(list),
  weight: list.reduce((sum, { weight }) => sum + weight, 0),
});

/**
 * The grouping of D. A. Huffman ("A method for the construction of minimum-redundancy codes", 1952) for
 * menus of a width: the least wanted go into a category, again and again, until all fit one menu.
 */
function byHuffman(list: readonly Weighed[], width: number): readonly Weighed[] {
  const sorted = list.toSorted(heaviest);
  while (sorted.length > width) {
    const size = Math.min(width, sorted.length - width + 1);
    const category = together(sorted.splice(-size));
    const place = sorted.findIndex(({ weight }) => weight < category.weight);
    sorted.splice(place < 0 ? sorted.length : place, 0, category);
  }
  return sorted;
}

/**
 * The most wanted in the menu itself as far as the others then still fit behind it, and these in equal
 * parts: a tree that is no deeper than it must be. Nothing where it would be deeper than allowed.
 */
function byDepth(
  list: readonly Weighed[],
  width: number,
  depth: number,
): readonly Weighed[] | undefined {
  if (list.length <= width) return list;
  if (depth <= 1 || width < 2) return undefined;
  const below = Math.min(width ** Math.min(depth - 1, 32), list.length);
  const singles = Math.max(0, Math.floor((width * below - list.length) / Math.max(1, below - 1)));
  const sorted = list.toSorted(heaviest);
  const alone = sorted.slice(0, Math.min(singles, width - 1));
  const rest = sorted.slice(alone.length);
  const parts = Math.min(width - alone.length, Math.ceil(rest.length / 2));
  const size = Math.ceil(rest.length / parts);
  const categories: Weighed[] = [];
  for (let start = 0; start < rest.length; start += size) {
    const part = rest.slice(start, start + size);
    const inside = byDepth(part, width, depth - 1);
    if (inside === undefined) return undefined;
    const [only] = part;
    categories.push(part.length === 1 && only !== undefined ? only : together(inside));
  }
  return [...alone, ...categories];
}

type Grouping = (
  list: readonly Weighed[],
  width: number,
  depth: number,
) => readonly Weighed[] | undefined;

/** One category for each group, those that must stand first beside them. */
function groupsFirst({ leaves, width, depth }: MenuProblem, group: Grouping): MenuTree | undefined {
  const weighed = leaves.map(({ weight }, item) => ({ item, weight }));
  const first = weighed.filter((_, index) =>
    standsFirst(leaves[index] ?? { weight: 0, seconds: 0 }),
  );
  const groups = new Map<number | undefined, Weighed[]>();
  for (const leaf of weighed) {
    if (first.includes(leaf)) continue;
    const key = leaves[leaf.item]?.group;
    const list = groups.get(key) ?? [];
    list.push(leaf);
    groups.set(key, list);
  }
  const categories: Weighed[] = [];
  for (const list of groups.values()) {
    const inside = list.length === 1 ? list : group(list, width, depth - 1);
    if (inside === undefined) return undefined;
    categories.push(list.length === 1 ? together(list) : together(inside));
  }
  const items = [...first, ...categories].map(({ item }) =>
    typeof item !== 'number' && item.length === 1 ? (item[0] ?? item) : item,
  );
  return items.length > width ? undefined : items;
}

function freely({ leaves, width, depth }: MenuProblem, group: Grouping): MenuTree | undefined {
  const weighed = leaves.map(({ weight }, item) => ({ item, weight }));
  const isFirst = ({ item }: { readonly item: number }) =>
    standsFirst(leaves[item] ?? { weight: 0, seconds: 0 });
  const first = weighed.filter(isFirst);
  const others = weighed.filter((leaf) => !isFirst(leaf));
  const room = width - first.length;
  if (others.length <= room) return itemsOf([...first, ...others]);
  if (room < 1) return undefined;
  // The first menu has less room than the others: what stands there besides is grouped into so many.
  const inner = group(others, width, room === 1 ? depth - 1 : depth);
  if (inner === undefined) return undefined;
  if (inner.length <= room) return itemsOf([...first, ...inner]);
  const kept = inner.toSorted(heaviest);
  const category = together(kept.splice(room - 1));
  return itemsOf([...first, ...kept, category]);
}

/**
 * Trees to begin a search with: groupings that are quick to make and not bad. They may still break a
 * limit of depth; who searches judges them first. None where the leaves don't fit.
 */
export function groupGreedily(problem: MenuProblem): readonly MenuTree[] {
  const isOneGroup = problem.leaves.every(({ group }) => group === problem.leaves[0]?.group);
  const way = problem.allowed === 'any' || isOneGroup ? freely : groupsFirst;
  const trees = [byHuffman, byDepth].map((grouping: Grouping) => way(problem, grouping));
  return trees.filter((tree) => tree !== undefined);
}
