import type { NodeId } from '../script/names.ts';
import type { Script } from '../script/script.ts';
import { isUnknown } from '../script/values.ts';
import type { CallFlow, FlowEdge, FlowEntry, FlowGraph, FlowNode, LooseExit } from './call-flow.ts';
import { graphOf } from './graph-of.ts';
import { menusBefore } from './menus-before.ts';
import { newExitsOf, type Exit, type NewExit } from './node-exits.ts';

/** Adds to the list of a key, and makes it where there is none. */
function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** What all flows share. An accessor of their own would make each of them an object that is slow to read. */
const shared = {
  get graph(): FlowGraph {
    // It is called only on flows, which have this as their prototype.
    return graphOf(this as unknown as CallFlow);
  },
};

const isEdge = (exit: Exit): exit is FlowEdge => exit.to !== undefined;

/**
 * Builds the graph of a script. An option that goes back becomes an edge to every menu that the
 * caller can have come from. Time and memory are linear in nodes and edges; ways back have a limit.
 */
export function buildCallFlow(script: Script): CallFlow {
  const byId = new Map<string, FlowNode & { readonly exits: readonly NewExit[] }>();
  for (const [name, node] of Object.entries(script.nodes)) {
    const id = name as NodeId;
    const exits = newExitsOf(id, node, script);
    byId.set(id, { id, kind: node.kind, node, path: ['nodes', id], exits });
  }
  const nodes = [...byId.values()];

  const loose: LooseExit[] = [];
  const returns: Exit[] = [];
  const leaving = new Map<string, FlowEdge[]>();
  const arriving = new Map<string, FlowEdge[]>();
  const connect = (edge: FlowEdge) => {
    addTo(leaving, edge.from, edge);
    addTo(arriving, edge.to, edge);
  };
  for (const { exits } of nodes) {
    for (const exit of exits) {
      const target = exit.to === undefined ? undefined : byId.get(exit.to)?.id;
      // The node's own id, not the equal text of the script: finding it again is quicker.
      if (target !== undefined) exit.to = target;
      if (exit.does === 'back') returns.push(exit);
      else if (isEdge(exit) && target !== undefined) connect(exit);
      else loose.push(exit);
    }
  }

  const entries = script.entries.map(({ number, start }, index): FlowEntry => ({
    number: number === undefined || isUnknown(number) ? undefined : number,
    start: byId.get(start)?.id ?? start,
    path: ['entries', index, 'start'],
  }));
  const flow: CallFlow = Object.assign(Object.create(shared) as typeof shared, {
    script,
    nodes,
    byId,
    entries: entries.filter(({ start }) => byId.has(start)),
    loose,
    looseEntries: entries.filter(({ start }) => !byId.has(start)),
    leaving,
    arriving,
    answers: new Map(),
  });
  const before = menusBefore(
    flow,
    returns.map(({ from }) => from),
  );
  for (const exit of returns) {
    const menus = before.get(exit.from) ?? [];
    for (const menu of menus) connect({ ...exit, to: menu });
    if (menus.length === 0) loose.push(exit);
  }
  return flow;
}
