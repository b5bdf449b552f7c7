import type { NodeId } from '../script/names.ts';
import { edgesFrom, type CallFlow } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

/** Steps from the nearest entry to every node that can be reached; breadth first. */
export const depthsOf: (flow: CallFlow) => ReadonlyMap<NodeId, number> = oncePerFlow(findDepths);

function findDepths(flow: CallFlow): ReadonlyMap<NodeId, number> {
  const depths = new Map<NodeId, number>(flow.entries.map(({ start }) => [start, 0]));
  // A map goes on to what is set while it is gone through.
  for (const [id, depth] of depths) {
    for (const { to } of edgesFrom(flow, id)) if (!depths.has(to)) depths.set(to, depth + 1);
  }
  return depths;
}
