import type { NodeId } from '../script/names.ts';
import { type CallFlow, hasNode } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';
import { reachable } from './reach.ts';

/** The only one of several names, or nothing where there are none, or two that differ. */
function onlyOne(names: Iterable<NodeId>): NodeId | undefined {
  const distinct = [...new Set(names)];
  return distinct.length === 1 ? distinct[0] : undefined;
}

interface People {
  /** Where the agent options of each menu lead. */
  readonly offered: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** Where people answer. */
  readonly answering: readonly NodeId[];
}

const peopleOf = oncePerFlow((flow): People => {
  const reached = reachable(flow);
  const offered = new Map<NodeId, readonly NodeId[]>();
  const answering: NodeId[] = [];
  for (const { id, kind, node } of flow.nodes) {
    if (!reached.has(id)) continue;
    if (kind === 'queue' || kind === 'transfer') answering.push(id);
    if (node.kind !== 'menu') continue;
    const agents = node.options.flatMap(({ role, to }) =>
      role === 'agent' && to !== undefined && hasNode(flow, to) ? [to] : [],
    );
    if (agents.length > 0) offered.set(id, agents);
  }
  return { offered, answering };
});

const anywhere = oncePerFlow((flow): NodeId | undefined => {
  const { offered, answering } = peopleOf(flow);
  const agents = [...offered.values()].flat();
  return onlyOne(agents.length > 0 ? agents : answering);
});

/**
 * Where callers of a node who need a person are meant to go, if only one place can be meant: that of
 * the node's own agent option, else of the script's agent options, else its one queue or transfer.
 * Nothing where there is a choice, or where it would be the node itself.
 */
export function personFor(flow: CallFlow, id: NodeId): NodeId | undefined {
  const own = peopleOf(flow).offered.get(id);
  const person = own === undefined ? anywhere(flow) : onlyOne(own);
  return person === id ? undefined : person;
}
