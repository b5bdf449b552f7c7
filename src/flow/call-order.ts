import type { NodeId } from '../script/names.ts';
import type { CallFlow } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

/** All nodes in the order in which a reader of the menu meets them, and which of them calls reach. */
export interface CallOrder {
  /** What calls come to: each node before what it leads to for the first time, option by option. */
  readonly reached: readonly NodeId[];
  /** What no call comes to, in the order of the script. */
  readonly unreached: readonly NodeId[];
}

/** The order of a flow for readers: depth first from the entries, without recursion. */
export const callOrder = oncePerFlow((flow: CallFlow): CallOrder => {
  const seen = new Set<NodeId>();
  const waiting = flow.entries.map(({ start }) => start).reverse();
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    if (seen.has(here)) continue;
    seen.add(here);
    for (const { to } of (flow.leaving.get(here) ?? []).toReversed()) {
      if (!seen.has(to)) waiting.push(to);
    }
  }
  const unreached = flow.nodes.map(({ id }) => id).filter((id) => !seen.has(id));
  return { reached: [...seen], unreached };
});
