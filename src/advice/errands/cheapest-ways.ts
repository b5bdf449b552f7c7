import type { FlowEdge } from '../../flow/call-flow.ts';
import { popCheapest, pushCost, type Costly } from '../../flow/cost-heap.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { Lane, PricedFlow, Spot } from './priced-flow.ts';

/** A spot that a call can come to; `cost` is seconds from where it set out. */
export interface Place extends Costly {
  readonly spot: Spot;
  /** The place before and the lane from there; nothing where the call set out. */
  readonly from: Place | undefined;
  readonly by: Lane | undefined;
}

/** The cheapest ways from one spot; looks no further than it is asked to. */
export interface CheapestWays {
  readonly root: Place;
  /** The place at a node that is come to most cheaply, in whatever language. */
  readonly reach: (id: NodeId) => Place | undefined;
  /** The place at a spot. */
  readonly at: (spot: Spot) => Place | undefined;
}

/**
 * The cheapest ways from a spot to all others along the ways that are open (Dijkstra 1959), found as
 * far as they are asked for. Without recursion; the same answer every time.
 */
export function cheapestWays(
  priced: PricedFlow,
  start: Spot,
  isOpen: (edge: FlowEdge, language: Language) => boolean,
): CheapestWays {
  const done = new Map<Spot, Place>();
  const first = new Map<NodeId, Place>();
  const offers = new Map<Spot, number>();
  const heap: Place[] = [];
  let order = 0;
  const root: Place = { spot: start, cost: 0, order, from: undefined, by: undefined };
  pushCost(heap, root);

  /** Settles one more place; says false where there is none. */
  const goOn = (): boolean => {
    const here = popCheapest(heap);
    if (here === undefined) return false;
    const { spot } = here;
    if (done.has(spot)) return true;
    done.set(spot, here);
    if (!first.has(spot.id)) first.set(spot.id, here);
    for (const lane of priced.lanes(spot)) {
      const cost = here.cost + lane.effort.seconds;
      // Who comes later and no cheaper never has a turn.
      const offer = offers.get(lane.to);
      if ((offer !== undefined && offer <= cost) || done.has(lane.to)) continue;
      if (!isOpen(lane.edge, spot.language)) continue;
      offers.set(lane.to, cost);
      order += 1;
      pushCost(heap, { spot: lane.to, cost, order, from: here, by: lane });
    }
    return true;
  };
  return {
    root,
    reach(id) {
      while (!first.has(id)) if (!goOn()) return undefined;
      return first.get(id);
    },
    at(spot) {
      while (!done.has(spot)) if (!goOn()) return undefined;
      return done.get(spot);
    },
  };
}
