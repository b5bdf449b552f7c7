import type { NodeOfKind } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { CallFlow, FlowNode } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';
import { reachable } from './reach.ts';

/** A node of a kind, as the flow holds it. */
export type FlowNodeOfKind<Kind extends NodeKind> = FlowNode & { readonly node: NodeOfKind<Kind> };

function reachedOfKind<const Kind extends NodeKind>(
  wanted: Kind,
): (flow: CallFlow) => readonly FlowNodeOfKind<Kind>[] {
  return oncePerFlow((flow) => {
    const reached = reachable(flow);
    const isWanted = (one: FlowNode): one is FlowNodeOfKind<Kind> =>
      one.kind === wanted && reached.has(one.id);
    return flow.nodes.filter(isWanted);
  });
}

/** The menus that a call can come to, in script order. */
export const reachedMenus = reachedOfKind('menu');

/** The queues that a call can come to, in script order. */
export const reachedQueues = reachedOfKind('queue');
