import type { CallFlow } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';
import { counterpartsOf } from './counterparts.ts';
import type { ChosenOption, Circumstances, Errand, Errands } from './errand.ts';
import { noEffort, sumOfEfforts, type Effort } from './effort.ts';
import type { Leg } from './leg.ts';
import { pricedFlow, type Spot } from './priced-flow.ts';
import { remembering } from './remembering.ts';
import { slipEffort } from './slip-effort.ts';
import { startIn, type Start } from './start-in.ts';
import { guidesThrough, type Guide } from './walk-stops.ts';

/** Something that calls reached in their script and can't reach in another. */
export interface MissingGoal {
  readonly goal: NodeId;
  /** The option that they chose for it: where it is gone, others that lead there are not meant for them. */
  readonly by: ChosenOption | undefined;
}

/** An errand over a script. */
export interface WalkedErrand extends Effort {
  /** False where something that these calls reached can't be reached here; then their time says nothing. */
  readonly isReached: boolean;
  /** The first goal that can't be reached. */
  readonly missing: MissingGoal | undefined;
  /** True where a detour of theirs, or the place where they left, isn't here as it was. */
  readonly isAstray: boolean;
  /** Where they set out; nothing for calls that come to no node. */
  readonly start: Spot | undefined;
  /** The ways that they went, for those who ask for keys. */
  readonly legs: readonly Leg[];
}

/** What a script would ask of the callers of a log. */
export interface Walked {
  readonly flow: CallFlow;
  readonly model: CallerTimeModel;
  /** By position in `errands`. */
  readonly errands: readonly WalkedErrand[];
  /** Calls that reach all that they reached before; the means are over them. */
  readonly calls: number;
  /** Seconds of listening and pressing a call; nothing without calls. */
  readonly secondsPerCall: number | undefined;
  /** Share of the prompts said whose length is a default. */
  readonly unknownShare: number;
  /** Goals that calls don't reach any more, most calls first. */
  readonly unreachable: readonly (MissingGoal & { readonly calls: number })[];
  /** Calls whose detour or last place isn't there as it was. */
  readonly astray: number;
}

/** A walk that comes to nothing. */
const none: WalkedErrand = {
  ...{ ...noEffort, isReached: true, missing: undefined, isAstray: false },
  ...{ start: undefined, legs: [] },
};

/** The spots that a call comes through. */
function spotsOf(start: Spot, legs: readonly Leg[]): readonly Spot[] {
  return [start, ...legs.flatMap(({ lanes, to }) => [...lanes.map((lane) => lane.to), to])];
}

/**
 * Lets the callers of a log go about their errands in a script, which may be another one than theirs:
 * to what they reached, by the options that they looked for, along the ways that are cheapest in
 * seconds. Languages, numbers and what branches and tasks answered are those of their calls; detours,
 * silence and mistakes stay with them as long as there is a place for them. Over the script of the calls
 * the seconds are those of `callerTime`.
 *
 * What can't be reached, or would have to be guessed, is told and not counted. Time is linear in
 * errands and their stops, and in the part of the script that cheapest ways have to look at.
 */
export function walkErrands(
  flow: CallFlow,
  errands: Errands,
  model: CallerTimeModel = errands.model,
): Walked {
  const { flow: was } = errands;
  const priced = pricedFlow(flow, model);
  const counterparts = counterpartsOf(was, flow);
  const guideIn = guidesThrough(priced, was, counterparts);
  const guides = new Map<Circumstances, Guide>();
  const guideFor = (circumstances: Circumstances): Guide => {
    const guide = guides.get(circumstances) ?? guideIn(circumstances);
    guides.set(circumstances, guide);
    return guide;
  };

  const isWhere = (place: NodeId | undefined, { id }: Spot): boolean =>
    place !== undefined && counterparts.nodes(place).includes(id);
  const startOf = remembering<Start | undefined>();
  const walk = (errand: Errand): WalkedErrand => {
    if (errand.start === undefined) return none;
    const begins = startOf(`${errand.number} ${errand.start} ${errand.language}`, () =>
      startIn(was, flow, counterparts, errand),
    );
    if (begins === undefined)
      return { ...none, isReached: false, missing: { goal: errand.start, by: undefined } };
    const guide = guideFor(errand.circumstances);
    const start = priced.spot(begins.id, begins.language);
    let [here, isAstray, isChosen] = [start, false, false];
    const takes: Effort[] = [];
    const legs: Leg[] = [];
    for (const stop of errand.stops) {
      const chosen: boolean = stop.kind === 'goal' && stop.isChosen && isChosen;
      const leg = guide.leg(here, stop, chosen);
      if (leg === undefined && stop.kind === 'goal')
        return {
          ...none,
          isReached: false,
          missing: { goal: stop.node, by: stop.by },
          isAstray,
          start,
          legs,
        };
      if (stop.kind === 'goal') isChosen = false;
      if (stop.kind === 'way' && stop.isChoice) isChosen = leg !== undefined;
      if (leg === undefined) {
        isAstray = true;
        if (stop.kind === 'end') takes.push(priced.stay(here));
        continue;
      }
      takes.push(leg.effort);
      here = leg.to;
      legs.push(leg);
      if (stop.kind === 'end' && !isWhere(stop.nodes[0], here)) isAstray = true;
    }
    if (errand.slips.length > 0) {
      const spots = spotsOf(start, legs);
      takes.push(slipEffort(priced, was, counterparts, errand, spots));
    }
    return { ...sumOfEfforts(takes), isReached: true, missing: undefined, isAstray, start, legs };
  };

  const walked = errands.errands.map(walk);
  const missing = new Map<string, MissingGoal & { calls: number }>();
  let [calls, seconds, said, unknown, astray] = [0, 0, 0, 0, 0];
  errands.errands.forEach((errand, position) => {
    const one = walked[position];
    if (one === undefined) return;
    if (!one.isReached) {
      if (one.missing === undefined || errand.calls === 0) return;
      const { goal, by } = one.missing;
      const name = `${goal} ${by === undefined ? '' : `${by.menu} ${by.option}`}`;
      const known = missing.get(name) ?? { goal, by, calls: 0 };
      missing.set(name, known);
      known.calls += errand.calls;
      return;
    }
    calls += errand.calls;
    seconds += errand.calls * one.seconds;
    said += errand.calls * one.said;
    unknown += errand.calls * one.unknown;
    if (one.isAstray) astray += errand.calls;
  });
  return {
    ...{ flow, model, errands: walked, calls, astray },
    secondsPerCall: calls === 0 ? undefined : seconds / calls,
    unknownShare: said === 0 ? 0 : unknown / said,
    unreachable: [...missing.values()].sort(
      (a, b) => b.calls - a.calls || (a.goal < b.goal ? -1 : 1),
    ),
  };
}
