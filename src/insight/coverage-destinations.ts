import type { CallFlow } from '../flow/call-flow.ts';
import type { Directory, Queue } from '../routing/directory.ts';
import type { NodeId } from '../script/names.ts';
import { isUnknown } from '../script/values.ts';

/** A queue or an outside number that calls are led to, and the nodes that lead there. */
export interface Destination {
  readonly kind: 'queue' | 'number';
  readonly id: string;
  readonly title: string;
  readonly calendar: string | undefined;
  readonly nodes: readonly NodeId[];
}

/** The queues and numbers that a script leads to, in its order, and the queues that take over. */
export function coverageDestinations(flow: CallFlow, directory: Directory): readonly Destination[] {
  const queues = new Map<string, Queue>(Object.entries(directory.queues));
  const numbers = Object.entries(directory.numbers);
  const found = new Map<string, { destination: Omit<Destination, 'nodes'>; nodes: NodeId[] }>();
  const add = (destination: Omit<Destination, 'nodes'>, node: NodeId | undefined) => {
    const key = `${destination.kind} ${destination.id}`;
    const known = found.get(key) ?? { destination, nodes: [] };
    found.set(key, known);
    if (node !== undefined) known.nodes.push(node);
  };
  const addQueue = (id: string, node: NodeId | undefined) => {
    const queue = queues.get(id);
    add({ kind: 'queue', id, title: queue?.title ?? id, calendar: queue?.calendar }, node);
    return queue?.overflow ?? [];
  };
  for (const { id, node } of flow.nodes) {
    if (node.kind === 'queue' && !isUnknown(node.queue)) {
      const seen = new Set([node.queue]);
      for (const name of seen) {
        for (const { to } of addQueue(name, name === node.queue ? id : undefined)) seen.add(to);
      }
    }
    if (node.kind !== 'transfer' || isUnknown(node.number)) continue;
    const { number } = node;
    const entry = numbers.find(([name, one]) => name === number || one.number === number);
    if (entry === undefined) continue;
    const [name, { title = name, calendar }] = entry;
    add({ kind: 'number', id: name, title, calendar }, id);
  }
  return [...found.values()].map(({ destination, nodes }) => ({ ...destination, nodes }));
}
