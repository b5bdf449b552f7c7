import { edgesFrom, nodeAt, type CallFlow, type FlowEdge } from '../../flow/call-flow.ts';
import { languageSetBy } from '../../replay/language-set-by.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';
import { nodeTimes, type NodeTimes } from '../node-times.ts';
import type { Effort } from './effort.ts';

/** Where a call is, and the language that it goes on in; one object for each in a flow. */
export interface Spot {
  readonly id: NodeId;
  readonly language: Language;
}

/** A way on from a spot, and what it takes to be there and leave by it. */
export interface Lane {
  readonly edge: FlowEdge;
  readonly to: Spot;
  readonly effort: Effort;
}

/** A flow whose ways have prices, which are reckoned when they are first asked for. */
export interface PricedFlow {
  readonly flow: CallFlow;
  readonly spot: (id: NodeId, language: Language) => Spot;
  readonly times: (spot: Spot) => NodeTimes;
  /** In the order of the script. */
  readonly lanes: (spot: Spot) => readonly Lane[];
  /** The lane of one edge. */
  readonly lane: (spot: Spot, edge: FlowEdge) => Lane;
  /** To be at a spot last, or to be torn away from it. */
  readonly stay: (spot: Spot) => Effort;
}

interface KnownSpot extends Spot {
  times: NodeTimes | undefined;
  lanes: readonly Lane[] | undefined;
}

/** Prices the ways of a flow under a model. */
export function pricedFlow(flow: CallFlow, model: CallerTimeModel): PricedFlow {
  const known = new Map<Language, Map<NodeId, KnownSpot>>();
  const knownSpot = (id: NodeId, language: Language): KnownSpot => {
    const own = known.get(language) ?? new Map<NodeId, KnownSpot>();
    known.set(language, own);
    const spot = own.get(id) ?? { id, language, times: undefined, lanes: undefined };
    own.set(id, spot);
    return spot;
  };
  const times = ({ id, language }: Spot): NodeTimes => {
    const spot = knownSpot(id, language);
    spot.times ??= nodeTimes(flow.script, nodeAt(flow, id).node, language, model);
    return spot.times;
  };
  const effort = (
    seconds: number,
    { prompts: said, unknownPrompts: unknown }: NodeTimes,
    presses = 0,
    options = 0,
  ): Effort => ({ seconds, presses, options, said, unknown });
  const lane = (spot: Spot, edge: FlowEdge): Lane => {
    const of = times(spot);
    const { option, trigger } = edge;
    return {
      edge,
      to: knownSpot(edge.to, languageSetBy(flow, edge) ?? spot.language),
      effort:
        option === undefined
          ? effort(trigger === 'next' ? of.completed : of.left, of)
          : effort(of.choices[option] ?? 0, of, 1, of.optionsHeard[option]),
    };
  };
  return {
    flow,
    spot: knownSpot,
    times,
    lane,
    lanes({ id, language }) {
      const spot = knownSpot(id, language);
      spot.lanes ??= edgesFrom(flow, id).map((edge) => lane(spot, edge));
      return spot.lanes;
    },
    stay(spot) {
      const of = times(spot);
      return effort(of.left, of);
    },
  };
}
