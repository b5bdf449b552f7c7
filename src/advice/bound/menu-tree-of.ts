import { edgesFrom, nodeOfKind, type CallFlow } from '../../flow/call-flow.ts';
import type { MenuTree, TreeItem } from '../../optimise/menu-tree.ts';
import type { NodeId } from '../../script/names.ts';

/** An option that is a leaf of a tree. */
export interface LeafOption {
  readonly menu: NodeId;
  readonly option: number;
}

/** The menus behind a first one as a tree: what stands in which, today. */
export interface ScriptTree {
  readonly tree: MenuTree;
  readonly leaves: readonly LeafOption[];
  /** For each menu but the first the option that leads to it, by the list that it is in the tree. */
  readonly categories: ReadonlyMap<MenuTree, LeafOption>;
}

/** The menu that an option leads to without anything to choose or to meet on the way. */
function menuBehind(flow: CallFlow, target: NodeId): NodeId | undefined {
  const seen = new Set<NodeId>();
  for (let at: NodeId | undefined = target; at !== undefined && !seen.has(at);) {
    seen.add(at);
    if (nodeOfKind(flow, at, 'menu') !== undefined) return at;
    const edges = edgesFrom(flow, at);
    at = nodeOfKind(flow, at, 'announcement') === undefined ? undefined : edges[0]?.to;
  }
  return undefined;
}

interface OpenMenu {
  readonly id: NodeId;
  readonly items: (LeafOption | OpenMenu)[];
  readonly by: LeafOption | undefined;
}

const isOpen = (item: LeafOption | OpenMenu): item is OpenMenu => 'items' in item;

/**
 * Reads the tree of menus behind one of them. Each menu stands where it is first come to; options that
 * lead to menus that are there already, and options that are left out, are none of it.
 */
export function menuTreeOf(
  flow: CallFlow,
  first: NodeId,
  isLeftOut: (option: LeafOption, isInFirst: boolean) => boolean,
): ScriptTree {
  const root: OpenMenu = { id: first, items: [], by: undefined };
  const menus = [root];
  const seen = new Set<NodeId>([first]);
  for (const menu of menus) {
    const { options = [] } = nodeOfKind(flow, menu.id, 'menu') ?? {};
    options.forEach(({ to, do: does }, option) => {
      const own: LeafOption = { menu: menu.id, option };
      if (does !== undefined || to === undefined || isLeftOut(own, menu === root)) return;
      const behind = menuBehind(flow, to);
      if (behind === undefined) menu.items.push(own);
      else if (!seen.has(behind)) {
        seen.add(behind);
        const next: OpenMenu = { id: behind, items: [], by: own };
        menus.push(next);
        menu.items.push(next);
      }
    });
  }
  const leaves: LeafOption[] = [];
  const made = new Map<OpenMenu, MenuTree>();
  const categories = new Map<MenuTree, LeafOption>();
  for (const menu of menus.toReversed()) {
    const items = menu.items.flatMap((item): readonly TreeItem[] => {
      if (!isOpen(item)) return [leaves.push(item) - 1];
      const inside = made.get(item) ?? [];
      return inside.length > 1 ? [inside] : inside;
    });
    made.set(menu, items);
    if (menu.by !== undefined) categories.set(items, menu.by);
  }
  return { tree: made.get(root) ?? [], leaves, categories };
}
