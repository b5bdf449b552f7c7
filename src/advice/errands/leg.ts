import type { Place } from './cheapest-ways.ts';
import { addEffort, sumOfEfforts, type Effort } from './effort.ts';
import type { Lane, Spot } from './priced-flow.ts';

/** A leg of a call: from one stop to the next. */
export interface Leg {
  readonly effort: Effort;
  /** Where it ends. */
  readonly to: Spot;
  /** The lanes that it takes, in order. */
  readonly lanes: readonly Lane[];
}

/** The way to a place, with what it takes. */
export function legTo(last: Place): Leg {
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
export const withLane = ({ effort, lanes }: Leg, lane: Lane, takes = lane.effort): Leg => ({
  effort: addEffort(effort, takes),
  to: lane.to,
  lanes: [...lanes, lane],
});

export const withLeg = (first: Leg, { effort, to, lanes }: Leg): Leg => ({
  effort: addEffort(first.effort, effort),
  to,
  lanes: [...first.lanes, ...lanes],
});

export function cheapest(legs: Iterable<Leg | undefined>): Leg | undefined {
  let best: Leg | undefined;
  for (const leg of legs) {
    if (leg === undefined) continue;
    if (best === undefined || leg.effort.seconds < best.effort.seconds) best = leg;
  }
  return best;
}
