import type { StepId } from './read-steps.ts';

/** Every step under these roots, each before what hangs on it, in the order that callers hear. */
export function callerOrder(
  roots: readonly StepId[],
  children: ReadonlyMap<StepId, readonly StepId[]>,
): readonly StepId[] {
  const order: StepId[] = [];
  const waiting = [...roots].reverse();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    order.push(id);
    const own = children.get(id) ?? [];
    for (let at = own.length - 1; at >= 0; at -= 1) waiting.push(own[at] ?? '');
  }
  return order;
}
