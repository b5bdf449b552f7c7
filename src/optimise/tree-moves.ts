import type { Random } from '../walk/random.ts';
import type { MenuNode } from './menu-node.ts';
import type { NodeMaker } from './menu-nodes.ts';

/** The options of a menu; a menu is known by this very list. */
type Items = readonly MenuNode[];

/** What leaves a menu, and what comes into it. */
interface MenuChange {
  readonly gone: Items;
  readonly come: Items;
}

/** A change of one or two menus of a tree. */
export type TreeMove = ReadonlyMap<Items, MenuChange>;

/** An option, and the menu that it stands in. */
interface Standing {
  readonly node: MenuNode;
  readonly menu: Items;
}

/** A tree taken apart, to choose from. */
export interface TreeParts {
  readonly menus: readonly Items[];
  readonly items: readonly Standing[];
  readonly categories: readonly Standing[];
}

/** All menus and options of a tree. */
export function partsOf(tree: Items): TreeParts {
  const menus: Items[] = [tree];
  const items: Standing[] = [];
  const categories: Standing[] = [];
  for (const menu of menus) {
    for (const node of menu) {
      const standing = { node, menu };
      items.push(standing);
      if (node.leaf !== undefined) continue;
      categories.push(standing);
      menus.push(node.items);
    }
  }
  return { menus, items, categories };
}

/**
 * The tree after a move. Nodes that it doesn't touch stay the same; no category is left with one option.
 * Recursion goes as deep as the trees of a search do.
 */
export function moved(menu: Items, move: TreeMove, maker: NodeMaker): Items {
  const change = move.get(menu);
  let isSame = change === undefined;
  const after = (node: MenuNode): Items => {
    if (node.leaf !== undefined) return [node];
    const items = moved(node.items, move, maker);
    if (items === node.items) return [node];
    isSame = false;
    return items.length > 1 ? [maker.category(items)] : items;
  };
  const items: MenuNode[] = [];
  for (const node of menu) {
    if (change?.gone.includes(node) !== true) items.push(...after(node));
  }
  if (isSame) return menu;
  for (const node of change?.come ?? []) items.push(...after(node));
  return items;
}

/** True for a menu behind a node. */
const isBehind = (menu: Items, node: MenuNode): boolean =>
  node.items === menu || node.items.some((item) => isBehind(menu, item));

/** Puts an option into another menu. */
function moveTo({ node, menu }: Standing, target: Items): TreeMove | undefined {
  if (menu === target || isBehind(target, node)) return undefined;
  return new Map([
    [menu, { gone: [node], come: [] }],
    [target, { gone: [], come: [node] }],
  ]);
}

/** Puts two options of different menus in each other's place. */
function swap(one: Standing, other: Standing): TreeMove | undefined {
  const isNested = isBehind(one.menu, other.node) || isBehind(other.menu, one.node);
  if (one.menu === other.menu || isNested) return undefined;
  return new Map([
    [one.menu, { gone: [one.node], come: [other.node] }],
    [other.menu, { gone: [other.node], come: [one.node] }],
  ]);
}

/** Puts the options of a category into the menu above. */
const dissolve = ({ node, menu }: Standing): TreeMove =>
  new Map([[menu, { gone: [node], come: node.items }]]);

/** Makes a category of two options, where the first stands. */
function group(one: Standing, other: Standing, { category }: NodeMaker): TreeMove | undefined {
  const isNested = isBehind(one.menu, other.node) || isBehind(other.menu, one.node);
  if (one.node === other.node || isNested) return undefined;
  const pair = category([one.node, other.node]);
  if (pair.seconds === Infinity) return undefined;
  if (one.menu === other.menu) {
    if (one.menu.length === 2) return undefined;
    return new Map([[one.menu, { gone: [one.node, other.node], come: [pair] }]]);
  }
  return new Map([
    [one.menu, { gone: [one.node], come: [pair] }],
    [other.menu, { gone: [other.node], come: [] }],
  ]);
}

/** A move drawn at random; nothing where what was drawn can't be moved so. */
export function drawMove(
  { menus, items, categories }: TreeParts,
  random: Random,
  maker: NodeMaker,
): TreeMove | undefined {
  const any = (list: readonly Standing[]) => list[random.below(list.length)];
  const kind = random.next();
  const one = any(items);
  if (one === undefined) return undefined;
  if (kind < 0.35) return moveTo(one, menus[random.below(menus.length)] ?? one.menu);
  if (kind < 0.9) {
    const other = any(items) ?? one;
    return kind < 0.7 ? swap(one, other) : group(one, other, maker);
  }
  const category = categories.length === 0 ? undefined : any(categories);
  return category && dissolve(category);
}

/** Trees of more options have too many pairs to try them all. */
const mostPaired = 40;

/** Every move that there is from a tree; in a large one only those that take one option elsewhere. */
export function* everyMove(
  { menus, items, categories }: TreeParts,
  maker: NodeMaker,
): Generator<TreeMove> {
  for (const category of categories) yield dissolve(category);
  for (const item of items) {
    for (const menu of menus) {
      const move = moveTo(item, menu);
      if (move !== undefined) yield move;
    }
  }
  if (items.length > mostPaired) return;
  for (const [index, one] of items.entries()) {
    for (const other of items.slice(index + 1)) {
      for (const move of [swap(one, other), group(one, other, maker)]) {
        if (move !== undefined) yield move;
      }
    }
  }
}
