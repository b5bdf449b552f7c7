import type { NodeId } from '../script/names.ts';
import { edgesFrom, type CallFlow } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

/** Steps from the nearest entry to every node that can be reached; breadth first. */
export const depthsOf: (flow: CallFlow) => ReadonlyMap<NodeId, number> = oncePerFlow(findDepths);

function findDepths(flow: CallFlow): ReadonlyMap<NodeId, number> {
  const depths = new Map<NodeId, number>();
  let layer = [...new Set(flow.entries.map((entry) => entry.start))];
  for (let depth = 0; layer.length > 0; depth += 1) {
    for (const id of layer) depths.set(id, depth);
    layer = [
      ...new Set(
        layer
          .flatMap((id) => edgesFrom(flow, id).map((edge) => edge.to))
          .filter((id) => !depths.has(id)),
      ),
    ];
  }
  return depths;
}
