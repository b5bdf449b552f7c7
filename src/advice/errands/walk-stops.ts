import type { CallFlow } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { CheapestWays } from './cheapest-ways.ts';
import type { Counterparts } from './counterparts.ts';
import type { Circumstances, Stop } from './errand.ts';
import { legTo, type Leg } from './leg.ts';
import { legAlong, type Asked } from './leg-along.ts';
import { likelyLegs, type LikelyLeg, type LikelyLegs } from './likely-legs.ts';
import { openEdges } from './open-edges.ts';
import type { PricedFlow, Spot } from './priced-flow.ts';
import { remembering } from './remembering.ts';
import { waysOnce } from './ways-once.ts';

/** Leads calls in the same circumstances from stop to stop. */
export interface Guide {
  /** The cheapest leg to a stop; nothing where it can't be come to. */
  readonly leg: (...asked: Asked) => Leg | undefined;
  readonly ways: (from: Spot) => CheapestWays;
}

/**
 * Guides through a flow for calls that were made over another version of it, or over itself: one for each
 * kind of circumstances. What is the same for all that speak the same languages is looked for once.
 */
export function guidesThrough(
  priced: PricedFlow,
  was: CallFlow,
  counterparts: Counterparts,
): (circumstances: Circumstances) => Guide {
  const { flow } = priced;
  const likely = remembering<LikelyLegs>();
  return (circumstances) => {
    const isOpen = openEdges(was, flow, circumstances);
    const { languages } = circumstances;
    const shared = likely(languages.join('\n'), () =>
      likelyLegs(priced, counterparts, openEdges(was, flow, { answers: new Map(), languages })),
    );
    const isTheirs = ({ doubts }: LikelyLeg): boolean =>
      doubts.every(({ edge, language }) => isOpen(edge, language));
    const ways = waysOnce(priced, isOpen);
    const reaching = (from: Spot, id: NodeId): Leg | undefined => {
      const found = shared.reaching(from, id);
      if (isTheirs(found)) return found.leg;
      const place = ways(from).reach(id);
      return place === undefined ? undefined : legTo(place);
    };
    const own = {
      chosen: new Map<Stop, Map<Spot, Leg | undefined>>(),
      unchosen: new Map<Stop, Map<Spot, Leg | undefined>>(),
    };
    return {
      ways,
      leg(from, stop, isChosen) {
        const found = shared.leg(from, stop, isChosen);
        if (isTheirs(found)) return found.leg;
        const kept = isChosen ? own.chosen : own.unchosen;
        const legs = kept.get(stop) ?? new Map<Spot, Leg | undefined>();
        kept.set(stop, legs);
        if (!legs.has(from)) {
          const asked = [from, stop, isChosen] as const;
          legs.set(from, legAlong({ reaching, isOpen }, priced, counterparts, asked));
        }
        return legs.get(from);
      },
    };
  };
}
