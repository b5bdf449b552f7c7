import type { Card } from './card.ts';
import { highestEdge, joinContours, pushLevel, separation, type Contour } from './contour.ts';
import type { StepTree } from './grow-tree.ts';
import { gaps, levelWith, reachOf, stackTrees, type PlacedTrees } from './place-trees.ts';
import type { StepId } from './read-steps.ts';

/** How far a card of the spine may stand from the one above, to be level with what hangs on it. */
const longestReach = 340;

/** What sticks out at the top of the page has this much room. */
const headRoom = 9;

/** A spine with everything that hangs on it: heights from its first card. */
export interface PlacedSpine {
  readonly contour: Contour;
  readonly heights: ReadonlyMap<StepId, number>;
}

/**
 * Stands a spine in one column, top to bottom, each card level with what hangs on it where that isn't
 * too far down. What hangs on a lower card stands below what hangs on a higher one.
 */
export function placeSpine(
  spine: readonly StepId[],
  tree: StepTree,
  cards: ReadonlyMap<StepId, Card>,
  { contours }: PlacedTrees,
): PlacedSpine {
  const heights = new Map<StepId, number>();
  let beside: Contour = { levels: [], shift: 0 };
  let free = 0;
  let bottom = 0;
  spine.forEach((id, index) => {
    const card = cards.get(id);
    if (card === undefined) return;
    const below = spine[index + 1];
    const children = (tree.children.get(id) ?? []).filter((child) => child !== below);
    const { contour, shifts } = stackTrees(children, contours);
    let y = free;
    if (children.length > 0) {
      const level = levelWith(card, children, shifts, cards);
      // Nothing stands higher than the head of the spine: that is where a reader begins.
      const least = -1 - highestEdge(contour);
      const apart = beside.levels.length === 0 ? least : separation(beside, contour, gaps.between);
      const shift = Math.max(least, apart, free - level);
      y = Math.min(shift + level, free + longestReach);
      contour.shift += shift;
      children.forEach((child, at) => heights.set(child, (shifts[at] ?? 0) + shift));
      beside = joinContours(beside, contour);
    }
    heights.set(id, y);
    bottom = y + card.height + reachOf(card).below;
    free = bottom + gaps.spine;
  });
  pushLevel(beside, -headRoom, bottom);
  return { contour: beside, heights };
}
