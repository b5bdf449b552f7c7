import type { NodeId } from '../script/names.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import { type CallFlow, edgesInto, nodeAt } from './call-flow.ts';

/** Nodes that a call goes through without being asked anything. */
const unasked: readonly NodeKind[] = ['announcement', 'branch', 'task'];

/**
 * The nodes from which a call can come to one of these with only nodes of the given kinds between
 * them, and these. Ways that a call takes when the system fails don't count. Linear in edges.
 */
export function leadingStraightTo(
  flow: CallFlow,
  ends: Iterable<NodeId>,
  through: readonly NodeKind[] = unasked,
): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>(ends);
  const waiting = [...seen];
  const kinds = new Set<NodeKind>(through);
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const { from, trigger } of edgesInto(flow, here)) {
      if (trigger === 'error' || seen.has(from) || !kinds.has(nodeAt(flow, from).kind)) continue;
      seen.add(from);
      waiting.push(from);
    }
  }
  return seen;
}
