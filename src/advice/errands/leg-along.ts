import type { FlowEdge } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { Counterparts } from './counterparts.ts';
import { addEffort, noEffort } from './effort.ts';
import type { Stop } from './errand.ts';
import { cheapest, withLane, withLeg, type Leg } from './leg.ts';
import type { PricedFlow, Spot } from './priced-flow.ts';

const isGivingUp = ({ trigger }: FlowEdge): boolean =>
  trigger === 'noInput' || trigger === 'noMatch';

/** The ways that a leg is put together from. */
export interface Ways {
  readonly reaching: (from: Spot, id: NodeId) => Leg | undefined;
  readonly isOpen: (edge: FlowEdge, language: Language) => boolean;
}

/** Where a leg sets out, and what for; `isChosen`: its option was chosen before. */
export type Asked = readonly [from: Spot, stop: Stop, isChosen: boolean];

/** The cheapest leg to a stop along such ways; nothing where it can't be come to. */
export function legAlong(
  { reaching, isOpen }: Ways,
  priced: PricedFlow,
  counterparts: Counterparts,
  [from, stop, isChosen]: Asked,
): Leg | undefined {
  const toAny = (start: Spot, ids: readonly NodeId[]): Leg | undefined =>
    cheapest(ids.map((id) => reaching(start, id)));
  /** By an option of these, and on to the goal: only the cheapest way is put together. */
  const byOptions = (edges: readonly FlowEdge[], goals: readonly NodeId[]): Leg | undefined => {
    let [least, best] = [Infinity, (): Leg | undefined => undefined];
    for (const edge of edges) {
      const toMenu = reaching(from, edge.from);
      if (toMenu === undefined || !isOpen(edge, toMenu.to.language)) continue;
      const lane = priced.lane(toMenu.to, edge);
      const tail = toAny(lane.to, goals);
      if (tail === undefined) continue;
      const seconds = toMenu.effort.seconds + lane.effort.seconds + tail.effort.seconds;
      if (seconds >= least) continue;
      [least, best] = [seconds, () => withLeg(withLane(toMenu, lane), tail)];
    }
    return best();
  };
  switch (stop.kind) {
    case 'goal': {
      const goals = counterparts.nodes(stop.node);
      const choices =
        stop.by === undefined || isChosen ? undefined : counterparts.choices(stop.by, stop.node);
      if (choices === undefined) return toAny(from, goals);
      return byOptions(choices, goals);
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
}
