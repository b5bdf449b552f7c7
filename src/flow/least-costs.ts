import type { NodeId } from '../script/names.ts';

/** A way on, and what it costs to take it: seconds, menus, whatever is asked for; never below 0. */
export interface CostlyWay {
  readonly to: NodeId;
  readonly cost: number;
}

/** How cheaply a node can be come to, and from where. */
export interface LeastCost {
  readonly cost: number;
  readonly from: NodeId | undefined;
}

interface Waiting extends LeastCost {
  readonly id: NodeId;
  readonly order: number;
}

/** Cheapest first; of equals, the one that was found first. */
const isBefore = (a: Waiting, b: Waiting): boolean =>
  a.cost === b.cost ? a.order < b.order : a.cost < b.cost;

function push(heap: Waiting[], item: Waiting): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || !isBefore(item, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = item;
}

function pop(heap: Waiting[]): Waiting | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = last;
  return first;
}

/**
 * The least that it costs to come from the starts to every node that can be come to (Dijkstra 1959).
 * O((nodes + ways) log ways), without recursion; the same answer every time.
 */
export function leastCosts(
  starts: Iterable<CostlyWay>,
  waysFrom: (id: NodeId, cost: number) => Iterable<CostlyWay>,
): ReadonlyMap<NodeId, LeastCost> {
  const done = new Map<NodeId, LeastCost>();
  const heap: Waiting[] = [];
  const offers = new Map<NodeId, number>();
  let order = 0;
  const offer = (id: NodeId, cost: number, from: NodeId | undefined): void => {
    const before = offers.get(id);
    // Who comes later and no cheaper never has a turn.
    if (before !== undefined && before <= cost) return;
    offers.set(id, cost);
    push(heap, { id, cost, from, order: order++ });
  };
  for (const { to, cost } of starts) offer(to, cost, undefined);
  for (let here = pop(heap); here !== undefined; here = pop(heap)) {
    if (done.has(here.id)) continue;
    done.set(here.id, { cost: here.cost, from: here.from });
    for (const { to, cost } of waysFrom(here.id, here.cost)) offer(to, here.cost + cost, here.id);
  }
  return done;
}
