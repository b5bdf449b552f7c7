import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';
import type { Path } from '../source/tree.ts';
import { type CallFlow, edgesFrom, edgesOf, type FlowEdge, nodeAt } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

type Heard = 'told' | 'untold' | 'as before';

function heardAt(node: ScriptNode, { trigger }: FlowEdge): Heard {
  switch (node.kind) {
    case 'announcement':
    case 'task':
      return node.say === undefined ? 'as before' : 'told';
    case 'branch':
      return 'as before';
    case 'menu':
    case 'collect':
      return trigger === 'noInput' || trigger === 'noMatch' || trigger === 'error'
        ? 'untold'
        : 'told';
    case 'queue':
      return node.announce?.offer === undefined ? 'untold' : 'told';
    case 'transfer':
    case 'voicemail':
    case 'callback':
    case 'hangup':
      return 'untold';
    case 'subflow':
    case 'opaque':
      return 'told';
  }
}

/**
 * The nodes that callers may come to without a word of what follows: nothing was said since they last
 * waited, failed or stayed silent, or since the call began at a number. Each with the place of such a
 * way in the script. Choosing a key counts as a word, for the option said what it is for; so does
 * what can't be seen.
 */
export const untoldWays: (flow: CallFlow) => ReadonlyMap<NodeId, Path> = oncePerFlow((flow) => {
  const ways = new Map<NodeId, Path>();
  const begin = (id: NodeId, path: Path) => {
    if (!ways.has(id)) ways.set(id, path);
  };
  for (const { start, number, path } of flow.entries) {
    if (number !== undefined) begin(start, path);
  }
  const heard = (edge: FlowEdge) => heardAt(nodeAt(flow, edge.from).node, edge);
  for (const edge of edgesOf(flow)) if (heard(edge) === 'untold') begin(edge.to, edge.path);
  // A map that grows while it is walked is a queue.
  for (const [here, path] of ways) {
    for (const edge of edgesFrom(flow, here)) {
      if (heard(edge) === 'as before') begin(edge.to, path);
    }
  }
  return ways;
});
