import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, type FlowEdge, nodeAt } from './call-flow.ts';

/** Where a silent caller is led from a node; nothing where it ends or depends on more than silence. */
function silentWay(flow: CallFlow, id: NodeId): FlowEdge | undefined {
  const { kind } = nodeAt(flow, id);
  if (kind !== 'menu' && kind !== 'collect' && kind !== 'announcement') return undefined;
  const trigger = kind === 'announcement' ? 'next' : 'noInput';
  return edgesFrom(flow, id).find((edge) => edge.trigger === trigger);
}

/**
 * The rounds that a line on which nobody speaks never leaves: every node leads a silent caller to the
 * next of them. Branches and tasks end the search: they may count. Each node has at most one such
 * way, so one walk with marks finds all rounds in linear time.
 */
export function silentRounds(flow: CallFlow): readonly (readonly FlowEdge[])[] {
  const seen = new Set<NodeId>();
  const rounds: FlowEdge[][] = [];
  for (const { id: start } of flow.nodes) {
    const ways: FlowEdge[] = [];
    let here: NodeId | undefined = start;
    while (here !== undefined && !seen.has(here)) {
      seen.add(here);
      const way = silentWay(flow, here);
      if (way !== undefined) ways.push(way);
      here = way?.to;
    }
    const first = ways.findIndex(({ from }) => from === here);
    if (first >= 0) rounds.push(ways.slice(first));
  }
  return rounds;
}
