import { popCheapest, pushCost, type Costly } from '../../flow/cost-heap.ts';
import { edgesFrom, nodeAt, type CallFlow, type FlowEdge } from '../../flow/call-flow.ts';
import { languageSetBy } from '../../replay/language-set-by.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';
import { nodeTimes, type NodeTimes } from '../node-times.ts';

/** What a stretch of a call costs: all of it adds up along the way. */
export interface Effort {
  readonly seconds: number;
  /** Choices in menus. */
  readonly presses: number;
  /** Options heard before them. */
  readonly options: number;
  /** Prompts said, and those of them whose length is a default. */
  readonly said: number;
  readonly unknown: number;
}

export const noEffort: Effort = { seconds: 0, presses: 0, options: 0, said: 0, unknown: 0 };

export const addEffort = (a: Effort, b: Effort): Effort => ({
  seconds: a.seconds + b.seconds,
  presses: a.presses + b.presses,
  options: a.options + b.options,
  said: a.said + b.said,
  unknown: a.unknown + b.unknown,
});

/** Where a call is, and the language that it goes on in. */
export interface Spot {
  readonly id: NodeId;
  readonly language: Language;
}

/** A spot that a call can come to, with what that costs from where it set out. */
export interface Place extends Spot, Costly {
  readonly effort: Effort;
  /** The place before and the edge from there; nothing where the call set out. */
  readonly from: Place | undefined;
  readonly by: FlowEdge | undefined;
}

/** A flow whose ways have prices: what leaving a node by an edge takes. */
export interface PricedFlow {
  readonly flow: CallFlow;
  readonly times: (spot: Spot) => NodeTimes;
  /** To be at a spot and leave it by this edge. */
  readonly leave: (spot: Spot, edge: FlowEdge) => Effort;
  /** To be at a spot last, or to be torn away from it. */
  readonly stay: (spot: Spot) => Effort;
  /** The spot that an edge leads to. */
  readonly behind: (spot: Spot, edge: FlowEdge) => Spot;
}

/** Prices the ways of a flow under a model. Times are reckoned when they are first asked for. */
export function pricedFlow(flow: CallFlow, model: CallerTimeModel): PricedFlow {
  const known = new Map<Language, Map<NodeId, NodeTimes>>();
  const times = ({ id, language }: Spot): NodeTimes => {
    const own = known.get(language) ?? new Map<NodeId, NodeTimes>();
    known.set(language, own);
    const found = own.get(id) ?? nodeTimes(flow.script, nodeAt(flow, id).node, language, model);
    own.set(id, found);
    return found;
  };
  const effort = (seconds: number, of: NodeTimes, presses = 0, options = 0): Effort => ({
    ...{ seconds, presses, options },
    said: of.prompts,
    unknown: of.unknownPrompts,
  });
  const sets = new Map<FlowEdge, Language | undefined>();
  return {
    flow,
    times,
    leave(spot, { option, trigger }) {
      const of = times(spot);
      if (option !== undefined)
        return effort(of.choices[option] ?? 0, of, 1, of.optionsHeard[option]);
      return effort(trigger === 'next' ? of.completed : of.left, of);
    },
    stay(spot) {
      const of = times(spot);
      return effort(of.left, of);
    },
    behind({ language }, edge) {
      if (!sets.has(edge)) sets.set(edge, languageSetBy(flow, edge));
      return { id: edge.to, language: sets.get(edge) ?? language };
    },
  };
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
  const done = new Map<NodeId, Place[]>();
  const heap: Place[] = [];
  let order = 0;
  const root: Place = {
    ...start,
    effort: noEffort,
    cost: 0,
    order,
    from: undefined,
    by: undefined,
  };
  pushCost(heap, root);
  const settledAt = ({ id, language }: Spot): Place | undefined =>
    done.get(id)?.find((place) => place.language === language);

  /** Settles one more place; says false where there is none. */
  const goOn = (): boolean => {
    const here = popCheapest(heap);
    if (here === undefined) return false;
    if (settledAt(here) !== undefined) return true;
    const others = done.get(here.id);
    if (others === undefined) done.set(here.id, [here]);
    else others.push(here);
    for (const edge of edgesFrom(priced.flow, here.id)) {
      if (!isOpen(edge, here.language)) continue;
      const spot = priced.behind(here, edge);
      if (settledAt(spot) !== undefined) continue;
      const effort = addEffort(here.effort, priced.leave(here, edge));
      order += 1;
      pushCost(heap, { ...spot, effort, cost: effort.seconds, order, from: here, by: edge });
    }
    return true;
  };
  return {
    root,
    reach(id) {
      while (!done.has(id)) if (!goOn()) return undefined;
      return done.get(id)?.[0];
    },
    at(spot) {
      while (settledAt(spot) === undefined) if (!goOn()) return undefined;
      return settledAt(spot);
    },
  };
}
