import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, type FlowEdge, nodeAt } from './call-flow.ts';

/** The edges that calls can take while the place is open: a check of the hours leads on by `open`. */
export function openWays(flow: CallFlow, id: NodeId): readonly FlowEdge[] {
  const { node } = nodeAt(flow, id);
  const edges = edgesFrom(flow, id);
  if (node.kind !== 'branch' || typeof node.on !== 'object' || !('calendar' in node.on)) {
    return edges;
  }
  const open = edges.filter(({ trigger, value }) => trigger === 'case' && value === 'open');
  return open.length > 0 ? open : edges;
}
