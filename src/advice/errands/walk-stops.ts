import type { CallFlow, FlowEdge } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import {
  cheapestWays,
  noEffort,
  addEffort,
  type CheapestWays,
  type Effort,
  type Place,
  type PricedFlow,
  type Spot,
} from './cheapest-ways.ts';
import type { Counterparts } from './counterparts.ts';
import type { Circumstances, Stop } from './errand.ts';
import { openEdges } from './open-edges.ts';

/** A leg of a call: from one stop to the next. */
export interface Leg {
  readonly effort: Effort;
  /** Where it ends. */
  readonly to: Spot;
  /** Every place that it comes through, the one it sets out from first; for the edges between them. */
  readonly places: readonly Place[];
  /** The edge that the stop itself is, behind the places. */
  readonly last: FlowEdge | undefined;
}

/** Leads calls in the same circumstances from stop to stop. */
export interface Guide {
  /** The cheapest leg to a stop; nothing where it can't be come to. */
  readonly leg: (from: Spot, stop: Stop, isChosen: boolean) => Leg | undefined;
  readonly ways: (from: Spot) => CheapestWays;
}

/** The places of a way, in order. */
export function placesTo(last: Place): readonly Place[] {
  const places: Place[] = [];
  for (let place: Place | undefined = last; place !== undefined; place = place.from)
    places.push(place);
  return places.reverse();
}

/** A guide through a flow for calls that were made over another version of it, or over itself. */
export function guideThrough(
  priced: PricedFlow,
  was: CallFlow,
  counterparts: Counterparts,
  circumstances: Circumstances,
): Guide {
  const isOpen = openEdges(was, priced.flow, circumstances);
  const known = new Map<string, CheapestWays>();
  const ways = (from: Spot): CheapestWays => {
    const key = `${from.id} ${from.language}`;
    const before = known.get(key) ?? cheapestWays(priced, from, isOpen);
    known.set(key, before);
    return before;
  };
  const legTo = (place: Place): Leg => ({
    ...{ effort: place.effort, to: place, places: placesTo(place), last: undefined },
  });
  const reaching = (place: Place | undefined): Leg | undefined =>
    place === undefined ? undefined : legTo(place);
  const cheapest = (legs: Iterable<Leg | undefined>): Leg | undefined => {
    let best: Leg | undefined;
    for (const leg of legs)
      if (leg !== undefined && !(best !== undefined && best.effort.seconds <= leg.effort.seconds))
        best = leg;
    return best;
  };
  /** To the menu of an option, by the option, and on to the goal. */
  const byOption = (from: Spot, edge: FlowEdge, goals: readonly NodeId[]): Leg | undefined => {
    const menu = ways(from).reach(edge.from);
    if (menu === undefined || !isOpen(edge, menu.language)) return undefined;
    const effort = addEffort(menu.effort, priced.leave(menu, edge));
    const start = priced.behind(menu, edge);
    const tail = cheapest(goals.map((goal) => reaching(ways(start).reach(goal))));
    if (tail === undefined) return undefined;
    const chosen: Place = {
      ...start,
      effort,
      cost: effort.seconds,
      order: 0,
      from: menu,
      by: edge,
    };
    return {
      effort: addEffort(effort, tail.effort),
      to: tail.to,
      places: [...placesTo(chosen), ...tail.places.slice(1)],
      last: undefined,
    };
  };
  return {
    ways,
    leg(from, stop, isChosen) {
      switch (stop.kind) {
        case 'goal': {
          const goals = counterparts.nodes(stop.node);
          const plain = () => cheapest(goals.map((goal) => reaching(ways(from).reach(goal))));
          if (stop.by === undefined || isChosen) return plain();
          const choices = counterparts.choices(stop.by, stop.node);
          // Where no option leads there any more, calls come there without one.
          if (choices.length === 0) return plain();
          return cheapest(choices.map((edge) => byOption(from, edge, goals)));
        }
        case 'way':
          return cheapest(
            counterparts.ways(stop.edge).map((edge): Leg | undefined => {
              const place = ways(from).reach(edge.from);
              if (place === undefined) return undefined;
              const own = stop.edge.trigger === 'noInput' || stop.edge.trigger === 'noMatch';
              const effort = own && !stop.isUntold ? noEffort : priced.leave(place, edge);
              return {
                effort: addEffort(place.effort, effort),
                to: priced.behind(place, edge),
                places: placesTo(place),
                last: edge,
              };
            }),
          );
        case 'jump': {
          const [id] = counterparts.nodes(stop.node);
          if (id === undefined) return undefined;
          const before = cheapest(
            counterparts.nodes(stop.from).map((place) => reaching(ways(from).reach(place))),
          );
          const { effort, to, places } = before ?? legTo(ways(from).root);
          return {
            effort: addEffort(effort, priced.stay(to)),
            to: { id, language: to.language },
            places,
            last: undefined,
          };
        }
        case 'end': {
          for (const node of stop.nodes) {
            for (const id of counterparts.nodes(node)) {
              const place = ways(from).reach(id);
              if (place === undefined) continue;
              return { ...legTo(place), effort: addEffort(place.effort, priced.stay(place)) };
            }
          }
          return undefined;
        }
      }
    },
  };
}
