import type { NodeId } from '../script/names.ts';
import type { Path } from '../source/tree.ts';
import { type CallFlow, nodeAt } from './call-flow.ts';
import { heardWhileWaiting } from './heard-while-waiting.ts';
import { reachable } from './reach.ts';

/** The nodes that waiting callers hear and that are tagged as marketing, with the way to the tag. */
export function marketingWhileWaiting(
  flow: CallFlow,
): readonly { readonly id: NodeId; readonly path: Path }[] {
  const reached = reachable(flow);
  return heardWhileWaiting(flow).flatMap((id) => {
    const { node, path } = nodeAt(flow, id);
    const index = node.tags?.indexOf('marketing') ?? -1;
    return index < 0 || !reached.has(id) ? [] : [{ id, path: [...path, 'tags', index] }];
  });
}
