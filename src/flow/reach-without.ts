import type { NodeId } from '../script/names.ts';
import { edgesFrom, type CallFlow, type FlowEdge } from './call-flow.ts';

/**
 * The nodes that a call can come to from these without leaving one of the barred nodes and without
 * taking a barred way. Barred nodes that calls come to are among them: a call ends there.
 */
export function reachableWithout(
  flow: CallFlow,
  starts: Iterable<NodeId>,
  isBarred: (id: NodeId) => boolean,
  isBarredWay: (edge: FlowEdge) => boolean = () => false,
): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>(starts);
  const waiting = [...seen];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    if (isBarred(here)) continue;
    for (const edge of edgesFrom(flow, here)) {
      if (seen.has(edge.to) || isBarredWay(edge)) continue;
      seen.add(edge.to);
      waiting.push(edge.to);
    }
  }
  return seen;
}
