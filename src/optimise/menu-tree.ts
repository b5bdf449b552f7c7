/**
 * A menu tree as numbers: a menu is a list of its options in the order in which they are said. A number
 * is a leaf, by its position in the problem; a list is a category, and the menu behind it.
 */
export type MenuTree = readonly TreeItem[];
export type TreeItem = number | MenuTree;

/** A menu on the way through a tree: what stands in it, and how deep it lies; the first is at 1. */
export interface TreeMenu {
  readonly items: MenuTree;
  readonly depth: number;
}

export const isCategory = (item: TreeItem): item is MenuTree => typeof item !== 'number';

/** All menus of a tree, each before those behind it. */
export function menusOf(tree: MenuTree): readonly TreeMenu[] {
  const menus: TreeMenu[] = [{ items: tree, depth: 1 }];
  for (const { items, depth } of menus) {
    for (const item of items) if (isCategory(item)) menus.push({ items: item, depth: depth + 1 });
  }
  return menus;
}

/** The leaves of a tree, menu by menu. */
export const leavesOf = (tree: MenuTree): readonly number[] =>
  menusOf(tree).flatMap(({ items }) => items.filter((item) => typeof item === 'number'));
