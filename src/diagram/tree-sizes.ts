import type { StepId } from './read-steps.ts';

/** How many steps hang on each step, itself included. `order` has every step before what hangs on it. */
export function sizesOf(
  order: readonly StepId[],
  children: ReadonlyMap<StepId, readonly StepId[]>,
): ReadonlyMap<StepId, number> {
  const sizes = new Map<StepId, number>();
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const id = order[at] ?? '';
    const own = children.get(id) ?? [];
    sizes.set(
      id,
      own.reduce((sum, child) => sum + (sizes.get(child) ?? 0), 1),
    );
  }
  return sizes;
}
