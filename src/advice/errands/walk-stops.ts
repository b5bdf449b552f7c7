import type { CallFlow, FlowEdge } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import { cheapestWays, type CheapestWays, type Place } from './cheapest-ways.ts';
import type { Counterparts } from './counterparts.ts';
import { addEffort, noEffort, sumOfEfforts, type Effort } from './effort.ts';
import type { Circumstances, Stop } from './errand.ts';
import { openEdges } from './open-edges.ts';
import type { Lane, PricedFlow, Spot } from './priced-flow.ts';

/** A leg of a call: from one stop to the next. */
export interface Leg {
  readonly effort: Effort;
  /** Where it ends. */
  readonly to: Spot;
  /** The lanes that it takes, in order. */
  readonly lanes: readonly Lane[];
}

/** Leads calls in the same circumstances from stop to stop. */
export interface Guide {
  /** The cheapest leg to a stop; nothing where it can't be come to. */
  readonly leg: (from: Spot, stop: Stop, isChosen: boolean) => Leg | undefined;
  readonly ways: (from: Spot) => CheapestWays;
}

/** The way to a place, with what it takes. */
function legTo(last: Place): Leg {
  const lanes: Lane[] = [];
  for (let place = last; place.by !== undefined && place.from !== undefined; place = place.from)
    lanes.push(place.by);
  lanes.reverse();
  return {
    effort: sumOfEfforts(lanes.map(({ effort }) => effort)),
    to: last.spot,
    lanes,
  };
}

/** A leg and one lane more; for silence that is counted elsewhere the lane takes nothing. */
const withLane = ({ effort, lanes }: Leg, lane: Lane, takes = lane.effort): Leg => ({
  effort: addEffort(effort, takes),
  to: lane.to,
  lanes: [...lanes, lane],
});

const withLeg = (first: Leg, { effort, to, lanes }: Leg): Leg => ({
  effort: addEffort(first.effort, effort),
  to,
  lanes: [...first.lanes, ...lanes],
});

function cheapest(legs: Iterable<Leg | undefined>): Leg | undefined {
  let best: Leg | undefined;
  for (const leg of legs) {
    if (leg === undefined) continue;
    if (best === undefined || leg.effort.seconds < best.effort.seconds) best = leg;
  }
  return best;
}

const isGivingUp = ({ trigger }: FlowEdge): boolean =>
  trigger === 'noInput' || trigger === 'noMatch';

/** A guide through a flow for calls that were made over another version of it, or over itself. */
export function guideThrough(
  priced: PricedFlow,
  was: CallFlow,
  counterparts: Counterparts,
  circumstances: Circumstances,
): Guide {
  const isOpen = openEdges(was, priced.flow, circumstances);
  const known = new Map<Spot, CheapestWays>();
  const ways = (from: Spot): CheapestWays => {
    const found = known.get(from) ?? cheapestWays(priced, from, isOpen);
    known.set(from, found);
    return found;
  };
  const reaching = (from: Spot, id: NodeId): Leg | undefined => {
    const place = ways(from).reach(id);
    return place === undefined ? undefined : legTo(place);
  };
  const toAny = (from: Spot, ids: readonly NodeId[]): Leg | undefined =>
    cheapest(ids.map((id) => reaching(from, id)));
  /** To the menu of an option, by the option, and on to the goal. */
  const byOption = (from: Spot, edge: FlowEdge, goals: readonly NodeId[]): Leg | undefined => {
    const toMenu = reaching(from, edge.from);
    if (toMenu === undefined || !isOpen(edge, toMenu.to.language)) return undefined;
    const chosen = withLane(toMenu, priced.lane(toMenu.to, edge));
    const tail = toAny(chosen.to, goals);
    return tail === undefined ? undefined : withLeg(chosen, tail);
  };
  return {
    ways,
    leg(from, stop, isChosen) {
      switch (stop.kind) {
        case 'goal': {
          const goals = counterparts.nodes(stop.node);
          const choices =
            stop.by === undefined || isChosen
              ? undefined
              : counterparts.choices(stop.by, stop.node);
          if (choices === undefined) return toAny(from, goals);
          return cheapest(choices.map((edge) => byOption(from, edge, goals)));
        }
        case 'way':
          return cheapest(
            counterparts.ways(stop.edge).map((edge): Leg | undefined => {
              const leg = reaching(from, edge.from);
              if (leg === undefined) return undefined;
              const lane = priced.lane(leg.to, edge);
              const isFree = isGivingUp(stop.edge) && !stop.isUntold;
              return withLane(leg, lane, isFree ? noEffort : lane.effort);
            }),
          );
        case 'jump': {
          const [id] = counterparts.nodes(stop.node);
          if (id === undefined) return undefined;
          const before = toAny(from, counterparts.nodes(stop.from)) ?? {
            ...{ effort: noEffort, to: from, lanes: [] },
          };
          const effort = addEffort(before.effort, priced.stay(before.to));
          return { ...before, effort, to: priced.spot(id, before.to.language) };
        }
        case 'end': {
          for (const node of stop.nodes) {
            for (const id of counterparts.nodes(node)) {
              const leg = reaching(from, id);
              if (leg === undefined) continue;
              return { ...leg, effort: addEffort(leg.effort, priced.stay(leg.to)) };
            }
          }
          return undefined;
        }
      }
    },
  };
}
