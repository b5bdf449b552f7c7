import type { NodeId } from '../script/names.ts';
import { edgesFrom, type CallFlow, type FlowEdge } from './call-flow.ts';
import { leastCosts } from './least-costs.ts';

/** One thing on the way of a call that isn't a matter of course: a key, silence, a failure. */
export interface KeyStep {
  readonly trigger: FlowEdge['trigger'];
  /** The key, or the words that a menu listens for; empty for other triggers. */
  readonly value: string;
}

/** What a way costs: callers press keys willingly, and end up elsewhere only when something is amiss. */
function costOf({ trigger, option }: FlowEdge): number {
  switch (trigger) {
    case 'key':
      return 1;
    case 'case':
      // Words that a menu listens for are like keys; a branch asks nothing of the caller.
      return option === undefined ? 0 : 1;
    case 'next':
    case 'success':
      return 0;
    case 'noInput':
    case 'noMatch':
    case 'overflow':
    case 'closed':
    case 'failure':
    case 'error':
      return 1000;
  }
}

/**
 * The shortest way to every node that a call can come to, in keys: first those without silence,
 * failure or closed doors on the way, then those with the fewest keys. O(nodes + edges, log edges).
 */
export function keyPaths(flow: CallFlow): ReadonlyMap<NodeId, readonly KeyStep[]> {
  const starts = flow.entries.map(({ start }) => ({ to: start, cost: 0 }));
  const costs = leastCosts(starts, (id, take) => {
    for (const edge of edgesFrom(flow, id)) take(edge.to, costOf(edge));
  });
  const paths = new Map<NodeId, readonly KeyStep[]>();
  // Cheapest first, as they were found: so the path before a node is always known.
  for (const [id, { cost, from }] of costs) {
    if (from === undefined) {
      paths.set(id, []);
      continue;
    }
    const edge = edgesFrom(flow, from).find(
      (each) => each.to === id && (costs.get(from)?.cost ?? 0) + costOf(each) === cost,
    );
    const isStep = edge !== undefined && costOf(edge) > 0;
    const step = isStep ? [{ trigger: edge.trigger, value: edge.value ?? '' }] : [];
    paths.set(id, [...(paths.get(from) ?? []), ...step]);
  }
  return paths;
}
