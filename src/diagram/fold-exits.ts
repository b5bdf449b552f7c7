import { callerOrder } from './caller-order.ts';
import { sizesOf } from './tree-sizes.ts';
import type { StepTree } from './grow-tree.ts';
import type { Step, StepExit, StepId } from './read-steps.ts';

/**
 * How a way out of a step is shown: `wire` to a card that hangs on this one; `jump` by a letter to a
 * card elsewhere; `repeat` and `back` by a sign in the row; `more` by the number of steps that the sheet
 * leaves out; `loose` as a broken end.
 */
export type Way = 'wire' | 'jump' | 'repeat' | 'back' | 'more' | 'loose';

export interface FoldedExit extends StepExit {
  readonly way: Way;
}

/** Tells in constant time whether one step was found on the way to another. */
function ancestry(tree: StepTree): (upper: StepId, lower: StepId) => boolean {
  const found = new Map<StepId, StepId[]>();
  const roots: StepId[] = [];
  for (const id of tree.steps.keys()) {
    const from = tree.foundFrom.get(id);
    if (from === undefined) roots.push(id);
    else {
      const others = found.get(from);
      if (others === undefined) found.set(from, [id]);
      else others.push(id);
    }
  }
  const order = callerOrder(roots, found);
  const first = new Map(order.map((id, index) => [id, index]));
  const size = sizesOf(order, found);
  return (upper, lower) => {
    const start = first.get(upper) ?? 0;
    const at = first.get(lower) ?? 0;
    return start < at && at < start + (size.get(upper) ?? 0);
  };
}

/** Decides for every way out of every step how it is shown; this takes most lines off the picture. */
export function foldExits(tree: StepTree): ReadonlyMap<StepId, readonly FoldedExit[]> {
  const isAbove = ancestry(tree);
  const rail = new Set(tree.rail);
  const wayOf = ({ id }: Step, { exit, targets, away }: StepExit): Way => {
    if (away !== undefined) return away.way;
    const [target] = targets;
    if (target === undefined) return 'loose';
    if (exit.does !== undefined) return exit.does;
    if (target === id) return 'repeat';
    if (tree.parent.get(target) === id) return 'wire';
    return !rail.has(target) && isAbove(target, id) ? 'back' : 'jump';
  };
  return new Map(
    [...tree.steps.values()].map((step) => [
      step.id,
      step.exits.map((own): FoldedExit => {
        const { exit, targets, edges, away } = own;
        const way = wayOf(step, own);
        return away === undefined
          ? { exit, targets, edges, way }
          : { exit, targets: away.to, edges, away, way };
      }),
    ]),
  );
}
