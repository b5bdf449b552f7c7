import type { NodeId } from '../script/names.ts';
import { edgesInto, type CallFlow } from './call-flow.ts';

/** Farther back than this, what was done isn't what a question is about. */
const mostNodesBack = 50;

/**
 * Whether callers come to a node only when they have got what they called for: behind the success of
 * a self-service task, with nothing but announcements and branches between.
 */
export function comesAfterService(flow: CallFlow, id: NodeId): boolean {
  if (flow.entries.some(({ start }) => start === id)) return false;
  const seen = new Set<NodeId>([id]);
  const waiting = [id];
  let isServed = false;
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const { from, trigger } of edgesInto(flow, here)) {
      const { node } = flow.graph.node(from);
      if (node.kind === 'task' && trigger === 'success' && node.selfService !== false) {
        isServed = true;
      } else if (!seen.has(from)) {
        const isBetween = node.kind === 'announcement' || node.kind === 'branch';
        if (!isBetween || seen.size > mostNodesBack) return false;
        if (flow.entries.some(({ start }) => start === from)) return false;
        seen.add(from);
        waiting.push(from);
      }
    }
  }
  return isServed;
}
