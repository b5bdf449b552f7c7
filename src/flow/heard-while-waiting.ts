import type { NodeId } from '../script/names.ts';
import { edgesFrom, type CallFlow } from './call-flow.ts';
import { leadingStraightTo } from './straight-to.ts';

/**
 * The nodes that callers hear while they wait for a person: queues, and what stands between leaving
 * a queue that took too long and coming to a queue again. In script order.
 */
export function heardWhileWaiting(flow: CallFlow): readonly NodeId[] {
  const queues = flow.nodes.filter(({ kind }) => kind === 'queue').map(({ id }) => id);
  const back = leadingStraightTo(flow, queues);
  const seen = new Set<NodeId>(queues);
  const waiting = queues.flatMap((id) =>
    edgesFrom(flow, id)
      .filter(({ trigger }) => trigger === 'overflow')
      .map(({ to }) => to),
  );
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    if (seen.has(here) || !back.has(here)) continue;
    seen.add(here);
    for (const { to } of edgesFrom(flow, here)) waiting.push(to);
  }
  return flow.nodes.map(({ id }) => id).filter((id) => seen.has(id));
}
