import { callerOrder } from './caller-order.ts';
import type { Card } from './card.ts';
import { portOf } from './ports.ts';
import { joinContours, pushLevel, separation, type Contour } from './contour.ts';
import type { StepTree } from './grow-tree.ts';
import type { StepId } from './read-steps.ts';

/** Room between neighbours in a tree, on a spine, and between the blocks of two starts. */
export const gaps = { between: 15, spine: 26, block: 44 } as const;

/** How far what sticks to a card reaches out of it: badges and letters above, drop-outs below. */
export function reachOf({ findings, letter, lost }: Card): {
  readonly above: number;
  readonly below: number;
} {
  return {
    above: findings.length > 0 ? 9 : letter === undefined ? 1 : 8,
    below: lost === undefined ? 1 : 10,
  };
}

/** Trees placed against each other: the offset of a card from the one it hangs on. */
export interface PlacedTrees {
  readonly contours: Map<StepId, Contour>;
  readonly offsets: Map<StepId, number>;
}

/** Trees below each other, as close as their outlines allow, with the offset of each. */
export function stackTrees(
  ids: readonly StepId[],
  contours: ReadonlyMap<StepId, Contour>,
): { readonly contour: Contour; readonly shifts: readonly number[] } {
  let stack: Contour = { levels: [], shift: 0 };
  const shifts = ids.map((id) => {
    const contour = contours.get(id) ?? { levels: [], shift: 0 };
    const shift = separation(stack, contour, gaps.between);
    contour.shift += shift;
    stack = joinContours(stack, contour);
    return shift;
  });
  return { contour: stack, shifts };
}

/**
 * Where a card wants to stand beside its children, with the first child at its shift: the middle of its
 * outer lines level with the middle of the children they lead to. One child alone gets a straight line.
 */
export function levelWith(
  card: Card | undefined,
  children: readonly StepId[],
  shifts: readonly number[],
  cards: ReadonlyMap<StepId, Card>,
): number {
  if (card === undefined || children.length === 0) return 0;
  const drop = (at: number): number => {
    const child = children[at] ?? '';
    const row = card.exits.findIndex(
      ({ folded }) => folded.way === 'wire' && folded.targets[0] === child,
    );
    return (shifts[at] ?? 0) + portOf(cards.get(child), -1) - portOf(card, row);
  };
  return Math.round((drop(0) + drop(children.length - 1)) / 2);
}

/**
 * Places every tree under these roots, leaves first: children stand as close as their outlines allow,
 * and a card level with its children (a tidy tree of cards with different heights). `held` are steps
 * that someone else places. Linear in the cards, without recursion.
 */
export function placeTrees(
  roots: readonly StepId[],
  tree: StepTree,
  cards: ReadonlyMap<StepId, Card>,
  held: ReadonlySet<StepId>,
): PlacedTrees {
  const contours = new Map<StepId, Contour>();
  const offsets = new Map<StepId, number>();
  const order = callerOrder(roots, tree.children);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const id = order[at] ?? '';
    const card = cards.get(id);
    if (card === undefined || held.has(id)) continue;
    const children = tree.children.get(id) ?? [];
    const { contour, shifts } = stackTrees(children, contours);
    const y = levelWith(card, children, shifts, cards);
    children.forEach((child, index) => {
      offsets.set(child, (shifts[index] ?? 0) - y);
      contours.delete(child);
    });
    contour.shift -= y;
    const reach = reachOf(card);
    pushLevel(contour, -reach.above, card.height + reach.below);
    contours.set(id, contour);
  }
  return { contours, offsets };
}
