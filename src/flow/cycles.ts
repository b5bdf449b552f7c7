import type { NodeId } from '../script/names.ts';
import { edgesFrom, type CallFlow, type FlowEdge } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

/**
 * The sets of nodes that a call can go round in: strongly connected components with at least one
 * edge inside, each in script order, first node first. Tarjan's algorithm (SIAM J. Comput. 1, 1972)
 * with its own stack, so that long chains don't overflow the engine's.
 */
export const cyclesOf: (flow: CallFlow) => readonly (readonly NodeId[])[] = oncePerFlow(findCycles);

/** A node on the way that is being walked, and the edge that comes next. */
interface Frame {
  readonly place: number;
  readonly edges: readonly FlowEdge[];
  next: number;
}

function findCycles(flow: CallFlow): readonly (readonly NodeId[])[] {
  const { nodes } = flow;
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  /** The turn in which each node was met, from 1, and the earliest that a way leads back to. */
  const turns = new Uint32Array(nodes.length);
  const low = new Uint32Array(nodes.length);
  const onPath = new Uint8Array(nodes.length);
  const path: number[] = [];
  const stack: Frame[] = [];
  const components: number[][] = [];
  let turn = 0;

  const enter = (place: number): void => {
    turn += 1;
    turns[place] = turn;
    low[place] = turn;
    onPath[place] = 1;
    path.push(place);
    stack.push({ place, edges: edgesFrom(flow, nodes[place]?.id ?? ''), next: 0 });
  };
  const lower = (place: number, value: number): void => {
    if (value < (low[place] ?? 0)) low[place] = value;
  };
  /** Takes what was walked since a node from the path: nothing of it leads farther back. */
  const close = ({ place, edges }: Frame): void => {
    const component = path.splice(path.lastIndexOf(place));
    for (const each of component) onPath[each] = 0;
    const id = nodes[place]?.id;
    if (component.length > 1 || edges.some(({ to }) => to === id)) components.push(component);
  };

  for (const root of nodes.keys()) {
    if (turns[root] !== 0) continue;
    enter(root);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const edge = frame.edges[frame.next];
      frame.next += 1;
      if (edge === undefined) {
        stack.pop();
        const parent = stack.at(-1);
        if (parent !== undefined) lower(parent.place, low[frame.place] ?? 0);
        if (low[frame.place] === turns[frame.place]) close(frame);
        continue;
      }
      const target = places.get(edge.to) ?? 0;
      if (turns[target] === 0) enter(target);
      else if (onPath[target] === 1) lower(frame.place, turns[target] ?? 0);
    }
  }
  return components
    .map((component) => component.sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b)
    .map((component) => component.flatMap((place) => nodes[place]?.id ?? []));
}
