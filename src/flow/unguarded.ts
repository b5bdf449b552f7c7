import type { NodeId } from '../script/names.ts';
import { edgesFrom, type CallFlow, type FlowEdge } from './call-flow.ts';

/**
 * The nodes that a call can come to from these without ever taking a guarded way, and these. What can
 * be reached but isn't among them has a guard on every path: the guards dominate it together, where
 * no single one need do so. Linear in edges, without recursion.
 */
export function reachableUnguarded(
  flow: CallFlow,
  starts: Iterable<NodeId>,
  isGuarded: (edge: FlowEdge) => boolean,
): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>(starts);
  const waiting = [...seen];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const edge of edgesFrom(flow, here)) {
      if (seen.has(edge.to) || isGuarded(edge)) continue;
      seen.add(edge.to);
      waiting.push(edge.to);
    }
  }
  return seen;
}
