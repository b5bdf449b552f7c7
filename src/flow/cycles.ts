import type { NodeId } from '../script/names.ts';
import { edgesFrom, type CallFlow } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

/**
 * The sets of nodes that a call can go round in: strongly connected components with at least one
 * edge inside, each in script order, first node first. Tarjan's algorithm (SIAM J. Comput. 1, 1972)
 * with its own stack, so that long chains don't overflow the engine's.
 */
export const cyclesOf: (flow: CallFlow) => readonly (readonly NodeId[])[] = oncePerFlow(findCycles);

function findCycles(flow: CallFlow): readonly (readonly NodeId[])[] {
  const order = new Map(flow.nodes.map((node, index) => [node.id, index]));
  const index = new Map<NodeId, number>();
  const low = new Map<NodeId, number>();
  const onPath = new Set<NodeId>();
  const path: NodeId[] = [];
  const components: NodeId[][] = [];

  for (const { id: root } of flow.nodes) {
    if (index.has(root)) continue;
    const stack: { id: NodeId; targets: readonly NodeId[]; next: number }[] = [];
    const enter = (id: NodeId) => {
      index.set(id, index.size);
      low.set(id, index.size - 1);
      path.push(id);
      onPath.add(id);
      stack.push({ id, targets: edgesFrom(flow, id).map((edge) => edge.to), next: 0 });
    };
    const lower = (id: NodeId, value: number) => {
      low.set(id, Math.min(low.get(id) ?? value, value));
    };
    enter(root);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const target = frame.targets[frame.next];
      frame.next += 1;
      if (target === undefined) {
        stack.pop();
        const parent = stack.at(-1);
        const own = low.get(frame.id) ?? 0;
        if (parent !== undefined) lower(parent.id, own);
        if (own === index.get(frame.id)) {
          const component = path.splice(path.lastIndexOf(frame.id));
          for (const id of component) onPath.delete(id);
          const loops = component.length > 1 || frame.targets.includes(frame.id);
          if (loops) components.push(component);
        }
      } else if (!index.has(target)) enter(target);
      else if (onPath.has(target)) lower(frame.id, index.get(target) ?? 0);
    }
  }
  const rank = (id: NodeId | undefined) => (id === undefined ? 0 : (order.get(id) ?? 0));
  return components
    .map((component) => component.sort((a, b) => rank(a) - rank(b)))
    .sort((a, b) => rank(a[0]) - rank(b[0]));
}
