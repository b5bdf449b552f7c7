import type { NodeId } from '../script/names.ts';
import { popCheapest, pushCost } from './cost-heap.ts';

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

/**
 * The least that it costs to come from the starts to every node that can be come to (Dijkstra 1959);
 * `eachWay` tells of the ways on from a node, `isEnough` whether no other has to be found behind it.
 * O((nodes + ways) log ways), without recursion; the same answer every time.
 */
export function leastCosts(
  starts: Iterable<CostlyWay>,
  eachWay: (id: NodeId, take: (to: NodeId, cost: number) => void) => void,
  isEnough: (id: NodeId) => boolean = () => false,
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
    pushCost(heap, { id, cost, from, order: order++ });
  };
  for (const { to, cost } of starts) offer(to, cost, undefined);
  let here: Waiting | undefined;
  const take = (to: NodeId, cost: number): void => {
    if (here !== undefined) offer(to, here.cost + cost, here.id);
  };
  for (here = popCheapest(heap); here !== undefined; here = popCheapest(heap)) {
    if (done.has(here.id)) continue;
    done.set(here.id, { cost: here.cost, from: here.from });
    if (isEnough(here.id)) break;
    eachWay(here.id, take);
  }
  return done;
}
