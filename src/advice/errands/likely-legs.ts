import type { FlowEdge } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { Counterparts } from './counterparts.ts';
import type { Stop } from './errand.ts';
import { legTo, type Leg } from './leg.ts';
import { legAlong, type Asked, type Ways } from './leg-along.ts';
import { dependsOnAnswers } from './open-edges.ts';
import type { PricedFlow, Spot } from './priced-flow.ts';
import { waysOnce } from './ways-once.ts';

/** An edge that is open to some callers only, and the language in which they come to it. */
export interface Doubt {
  readonly edge: FlowEdge;
  readonly language: Language;
}

/** A leg that callers take as long as all of its doubtful edges are open to them. */
export interface LikelyLeg {
  readonly leg: Leg | undefined;
  readonly doubts: readonly Doubt[];
}

/** Legs as they are where every edge is open that answers may open. */
export interface LikelyLegs {
  readonly reaching: (from: Spot, id: NodeId) => LikelyLeg;
  readonly leg: (...asked: Asked) => LikelyLeg;
}

function doubtsOf({ flow }: PricedFlow, leg: Leg | undefined, from: Spot): readonly Doubt[] {
  let { language } = from;
  return (leg?.lanes ?? []).flatMap(({ edge, to }): readonly Doubt[] => {
    const doubt = { edge, language };
    language = to.language;
    return dependsOnAnswers(flow, edge) ? [doubt] : [];
  });
}

/**
 * The legs of callers who may get everywhere. With fewer edges open no way gets cheaper, and of ways that
 * cost the same the first stays the first; so a cheapest way of these is one of all callers to whom its
 * own edges are open.
 */
export function likelyLegs(
  priced: PricedFlow,
  counterparts: Counterparts,
  isOpen: Ways['isOpen'],
): LikelyLegs {
  const { flow } = priced;
  const isLikely = (edge: FlowEdge, language: Language): boolean =>
    dependsOnAnswers(flow, edge) || isOpen(edge, language);
  const ways = waysOnce(priced, isLikely);
  const reached = new Map<Spot, Map<NodeId, LikelyLeg>>();
  const reaching = (from: Spot, id: NodeId): LikelyLeg => {
    const own = reached.get(from) ?? new Map<NodeId, LikelyLeg>();
    reached.set(from, own);
    const known = own.get(id);
    if (known !== undefined) return known;
    const place = ways(from).reach(id);
    const leg = place === undefined ? undefined : legTo(place);
    const found: LikelyLeg = { leg, doubts: doubtsOf(priced, leg, from) };
    own.set(id, found);
    return found;
  };
  const legs = {
    chosen: new WeakMap<Stop, Map<Spot, LikelyLeg>>(),
    unchosen: new WeakMap<Stop, Map<Spot, LikelyLeg>>(),
  };
  return {
    reaching,
    leg(from, stop, isChosen) {
      const kept = isChosen ? legs.chosen : legs.unchosen;
      const own = kept.get(stop) ?? new Map<Spot, LikelyLeg>();
      kept.set(stop, own);
      const known = own.get(from);
      if (known !== undefined) return known;
      // All that was asked counts, not only what was taken: in another language the next option may
      // take less.
      const doubts = new Map<FlowEdge, Doubt[]>();
      const doubt = (one: Doubt) => {
        const same = doubts.get(one.edge) ?? [];
        doubts.set(one.edge, same);
        if (!same.some(({ language }) => language === one.language)) same.push(one);
      };
      const along: Ways = {
        reaching(start, id) {
          const found = reaching(start, id);
          found.doubts.forEach(doubt);
          return found.leg;
        },
        isOpen(edge, language) {
          if (dependsOnAnswers(flow, edge)) doubt({ edge, language });
          return isLikely(edge, language);
        },
      };
      const leg = legAlong(along, priced, counterparts, [from, stop, isChosen]);
      const found: LikelyLeg = { leg, doubts: [...doubts.values()].flat() };
      own.set(from, found);
      return found;
    },
  };
}
