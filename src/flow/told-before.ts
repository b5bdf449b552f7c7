import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';
import type { Path } from '../source/tree.ts';
import { edgesInto, type CallFlow, type FlowEdge } from './call-flow.ts';

/** Farther back than this nobody can say whether callers still know. */
const mostNodesBack = 50;

type Heard = 'told' | 'untold' | 'farther back';

function heardAt(node: ScriptNode, { trigger }: FlowEdge): Heard {
  switch (node.kind) {
    case 'announcement':
    case 'task':
      return node.say === undefined ? 'farther back' : 'told';
    case 'branch':
      return 'farther back';
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
 * A way on which callers come to a node without a word of what follows: nothing was said since they
 * last waited, failed or stayed silent. Choosing a key counts as a word, for the option said what it
 * is for. Gives the place of that way in the script, or nothing where callers are told on every one,
 * or where it can't be known.
 */
export function untoldWay(flow: CallFlow, id: NodeId): Path | undefined {
  const seen = new Set<NodeId>([id]);
  for (const here of seen) {
    const entry = flow.entries.find(({ start, number }) => start === here && number !== undefined);
    if (entry !== undefined) return entry.path;
    for (const edge of edgesInto(flow, here)) {
      const heard = heardAt(flow.graph.node(edge.from).node, edge);
      if (heard === 'untold') return edge.path;
      if (heard === 'farther back') seen.add(edge.from);
      if (seen.size > mostNodesBack) return undefined;
    }
  }
  return undefined;
}
