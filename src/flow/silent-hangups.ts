import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesInto, type FlowEdge, nodeAt } from './call-flow.ts';

/**
 * The ways out of menus and collects that lead to a hangup without a word: nothing but branches lies
 * between, and the hangup says nothing. Those of queues that are full or closed count where nothing at
 * all lies between: behind a branch, only some callers may meet the hangup. In script order. One walk
 * back from all such hangups.
 */
export function silentHangups(flow: CallFlow): readonly FlowEdge[] {
  const mute = new Set<NodeId>();
  for (const { id, node } of flow.nodes) {
    if (node.kind === 'hangup' && node.say === undefined) mute.add(id);
  }
  const ways: FlowEdge[] = [];
  for (const id of mute) {
    for (const edge of edgesInto(flow, id)) {
      const { kind } = nodeAt(flow, edge.from);
      const isDirect = nodeAt(flow, id).kind === 'hangup';
      if (kind === 'branch') mute.add(edge.from);
      else if (kind === 'menu' || kind === 'collect') ways.push(edge);
      else if (kind === 'queue' && isDirect) ways.push(edge);
    }
  }
  const order = new Map(flow.nodes.map(({ id }, index) => [id, index]));
  return ways.sort((a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0));
}
