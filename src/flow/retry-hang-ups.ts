import { type CallFlow, type FlowEdge, nodeAt } from './call-flow.ts';
import { hangUpOnly, speechless } from './hang-up-only.ts';
import { knownHours } from './known-hours.ts';
import { leadingTo } from './reach.ts';
import { oncePerFlow } from './once-per-flow.ts';
import { reachableWithout } from './reach-without.ts';
import { retryWays, type RetryWay } from './retry-ways.ts';
import { servedOnly } from './served-only.ts';

/** A question that ends the call of those who stay silent or enter what it doesn't know. */
export interface RetryHangUp extends RetryWay {
  /** True where the question's own options could lead them to people, and these may be there. */
  readonly couldHelp: boolean;
}

/**
 * Where callers are hung up on because they didn't answer. Left out is where that is no harm: where
 * an option leads to the same end, and where callers have got what they called for.
 */
export const retryHangUps: (flow: CallFlow) => readonly RetryHangUp[] = oncePerFlow((flow) => {
  const perhaps = retryWays(flow).filter(
    ({ edge, isChoice }) => !isChoice && speechless.has(nodeAt(flow, edge.to).kind),
  );
  if (perhaps.length === 0) return [];
  const ends = hangUpOnly(flow);
  const ending = perhaps.filter(({ edge }) => ends.has(edge.to));
  if (ending.length === 0) return [];
  const served = servedOnly(flow);
  const people = flow.nodes.filter(({ kind }) => kind === 'queue' || kind === 'transfer');
  const hopeful = leadingTo(
    flow,
    people.map(({ id }) => id),
  );
  const starts = flow.entries.map(({ start }) => start);
  const isShut = (edge: FlowEdge) => knownHours(flow, edge) === 'shut';
  const inHours = reachableWithout(flow, starts, () => false, isShut);
  return ending
    .filter(({ id }) => !served.has(id))
    .map((way) => ({ ...way, couldHelp: hopeful.has(way.id) && inHours.has(way.id) }));
});
