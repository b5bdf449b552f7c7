import type { NodeId } from '../script/names.ts';
import { edgesFrom, edgesInto, type CallFlow, type FlowEdge } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

function spread(
  flow: CallFlow,
  starts: Iterable<NodeId>,
  edgesAt: (flow: CallFlow, id: NodeId) => readonly FlowEdge[],
  end: 'from' | 'to',
): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>(starts);
  const waiting = [...seen];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const edge of edgesAt(flow, here)) {
      const id = edge[end];
      if (seen.has(id)) continue;
      seen.add(id);
      waiting.push(id);
    }
  }
  return seen;
}

/** The nodes that a call can come to from these, and these. Linear in edges, without recursion. */
export function reachableFrom(flow: CallFlow, starts: Iterable<NodeId>): ReadonlySet<NodeId> {
  return spread(flow, starts, edgesFrom, 'to');
}

/** The nodes that a call can come to at all. */
export const reachable: (flow: CallFlow) => ReadonlySet<NodeId> = oncePerFlow((flow) =>
  reachableFrom(
    flow,
    flow.entries.map((entry) => entry.start),
  ),
);

/** The nodes from which a call can come to one of these, and these. */
export function leadingTo(flow: CallFlow, ends: Iterable<NodeId>): ReadonlySet<NodeId> {
  return spread(flow, ends, edgesInto, 'from');
}
