/** All leaves of one group, or leaves of several. */
export type NodeGroup = { readonly only: number | undefined } | 'several';

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
  readonly group: NodeGroup;
  /** Seconds to say it in the first menu, and behind it, once someone has asked. */
  readonly labels: { first?: number; inner?: number };
}

/** The one group of what stands in a menu, if it is one. */
export function joinedGroup(items: readonly MenuNode[]): NodeGroup {
  const first = items[0]?.group ?? 'several';
  if (first === 'several') return first;
  const isOne = items.every(({ group }) => group !== 'several' && group.only === first.only);
  return isOne ? first : 'several';
}
