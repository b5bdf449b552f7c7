import type { FlowEdge } from '../../flow/call-flow.ts';
import { languageSetBy } from '../../replay/language-set-by.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { Arrival } from './call-trace.ts';
import type { Place } from './cheapest-ways.ts';
import type { Slips, Stop } from './errand.ts';
import { goalsOf } from './goals-of.ts';
import type { Leg } from './leg.ts';
import type { PricedFlow, Spot } from './priced-flow.ts';
import type { Guide } from './walk-stops.ts';

/** The spots of a trace: its nodes, each in the language that the call had there. */
function spotsOf(
  { flow, spot }: PricedFlow,
  trace: readonly Arrival[],
  begins: Language,
): readonly Spot[] {
  let language = begins;
  return trace.map(({ node, by }) => {
    if (by !== undefined) language = languageSetBy(flow, by) ?? language;
    return spot(node, language);
  });
}

/** Whether a leg goes the way that the call went between two positions. */
function isWay({ lanes }: Leg, trace: readonly Arrival[], from: number, to: number): boolean {
  return (
    lanes.length === to - from &&
    lanes.every(({ edge }, index) => trace[from + 1 + index]?.by === edge)
  );
}

/** What a stop is made for: a position of the trace. */
interface Aim {
  readonly at: number;
  readonly by: number | undefined;
  readonly node: NodeId;
  readonly isEnd: boolean;
}

/**
 * The stops of a call: what it reached, and between that the ways that it took although a cheaper one
 * led on. Walked over its own flow they are the call again, step by step. Linear in the trace, but for
 * the cheapest ways, which calls share.
 */
export function stopsOf(
  priced: PricedFlow,
  guide: Guide,
  trace: readonly Arrival[],
  begins: Language,
  slips: readonly Slips[],
): { readonly stops: readonly Stop[]; readonly goals: readonly NodeId[] } {
  const spots = spotsOf(priced, trace, begins);
  const spotAt = (at: number): Spot => {
    const spot = spots[at];
    if (spot === undefined) throw new Error(`a call of ${spots.length} places has none at ${at}`);
    return spot;
  };
  const reached = goalsOf(priced.flow, trace);
  const last = trace.length - 1;
  const aims: readonly Aim[] = [
    ...reached.map(({ at, by }) => ({ at, by, node: spotAt(at).id, isEnd: false })),
    { at: last, by: undefined, node: spotAt(last).id, isEnd: true },
  ];
  const before = [...new Set(trace.map(({ node }) => node).reverse())];
  const unheard = new Map(slips.map((own) => [own.node, own.noInputs + own.noMatches]));
  const stops: Stop[] = [];
  let here = 0;
  /** Whether the log doesn't tell the silence or the wrong entry by which a menu went on. */
  const isUntold = ({ from, trigger }: FlowEdge): boolean => {
    if (trigger !== 'noInput' && trigger !== 'noMatch') return false;
    const left = unheard.get(from) ?? 0;
    unheard.set(from, left - 1);
    return left <= 0;
  };
  /** How far the cheapest ways from here are those of the call. */
  const commonWay = (to: number): number => {
    const ways = guide.ways(spotAt(here));
    let place: Place | undefined = ways.root;
    let at = here;
    while (at < to) {
      const next: Place | undefined = ways.at(spotAt(at + 1));
      const by = trace[at + 1]?.by;
      if (by === undefined || next?.by?.edge !== by || next.from !== place) break;
      // A node that the way comes by in another language more cheaply would be gone to in that one.
      if (ways.reach(next.spot.id) !== next) break;
      place = next;
      at += 1;
    }
    return at;
  };
  for (const { at, by, node, isEnd } of aims) {
    const option = by === undefined ? undefined : trace[by]?.by;
    const chosen =
      option?.option === undefined ? undefined : { menu: option.from, option: option.option };
    for (;;) {
      const isChosen = by !== undefined && by <= here;
      const stop: Stop = isEnd
        ? { kind: 'end', nodes: before }
        : { kind: 'goal', node, by: chosen, isChosen };
      const leg = guide.leg(spotAt(here), stop, isChosen);
      if (leg?.to.id === node && isWay(leg, trace, here, at)) {
        stops.push(stop);
        here = at;
        break;
      }
      if (here >= at) throw new Error(`a call that is at "${node}" cannot get there`);
      const common = commonWay(at);
      const edgeAt = common < at ? common + 1 : (by ?? at) > here ? (by ?? at) : at;
      const edge = trace[edgeAt]?.by;
      if (edge === undefined) {
        const from = spotAt(edgeAt - 1).id;
        stops.push({ kind: 'jump', from, node: spotAt(edgeAt).id });
      } else {
        const isChoice = by !== undefined && by <= edgeAt && by > here;
        stops.push({ kind: 'way', edge, isChoice, isUntold: isUntold(edge) });
      }
      here = edgeAt;
    }
  }
  return { stops, goals: reached.map(({ at }) => spotAt(at).id) };
}
