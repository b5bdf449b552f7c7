import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, edgesOf, type FlowEdge, nodeAt } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';
import { reachable } from './reach.ts';

/** Ways on which nothing new happens to callers: who had got what they called for still has. */
function goesOn(flow: CallFlow, { from, to, trigger }: FlowEdge): boolean {
  const { kind } = nodeAt(flow, from);
  const isRetry = trigger === 'noInput' || trigger === 'noMatch';
  return kind === 'announcement' || kind === 'branch' || isRetry || from === to;
}

function serves(flow: CallFlow, { from, trigger }: FlowEdge): boolean {
  const { node } = nodeAt(flow, from);
  return node.kind === 'task' && trigger === 'success' && node.selfService !== false;
}

/**
 * The nodes that callers come to only when they have got what they called for: behind the success of
 * a self-service task, with nothing but announcements, branches and retries between.
 */
export const servedOnly: (flow: CallFlow) => ReadonlySet<NodeId> = oncePerFlow((flow) => {
  const unserved = new Set<NodeId>([
    ...flow.entries.map(({ start }) => start),
    ...edgesOf(flow)
      .filter((edge) => !goesOn(flow, edge) && !serves(flow, edge))
      .map(({ to }) => to),
  ]);
  const waiting = [...unserved];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const edge of edgesFrom(flow, here)) {
      if (unserved.has(edge.to) || !goesOn(flow, edge)) continue;
      unserved.add(edge.to);
      waiting.push(edge.to);
    }
  }
  return new Set([...reachable(flow)].filter((id) => !unserved.has(id)));
});
