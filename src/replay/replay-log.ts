import type { CondensedLog } from '../calls/condensed-log.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { createDeviationCounter } from './count-deviations.ts';
import { createPlaceCounter } from './count-places.ts';
import { outcomes, type Outcome } from './outcome.ts';
import { replayVariant } from './replay-variant.ts';
import type { Replay, ReplayedPath } from './replay.ts';
import { waysOf } from './ways.ts';

/**
 * Replays a log on a flow: every variant walks it once, and counts for all its calls. Outcomes add up
 * to the calls; drop-outs of all nodes, and those elsewhere, to the calls that hung up or timed out.
 * Time is linear in variants × length.
 */
export function replayLog(
  flow: CallFlow,
  log: Pick<CondensedLog, 'calls' | 'variants' | 'details'>,
): Replay {
  const ways = waysOf(flow);
  const places = createPlaceCounter(flow);
  const deviating = createDeviationCounter();
  const byOutcome = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  const paths: ReplayedPath[] = [];
  let [made, fitting, fittingCalls, turnedAway] = [0, 0, 0, 0];

  const { first = [], last = [] } = log.details ?? {};
  log.variants.forEach(({ steps, calls, duration }, variant) => {
    const replayed = replayVariant(ways, steps, (at, fits) => {
      places.addMove(at, fits, calls);
    });
    // Nobody else holds what was just made; a copy of every path cost half as much as its walk.
    paths.push(Object.assign(replayed, { steps, calls, duration }));
    places.add(replayed, calls);
    made += replayed.moves * calls;
    fitting += replayed.fitting * calls;
    byOutcome[replayed.outcome] += calls;
    if (replayed.turnedAway) turnedAway += calls;
    const { deviations } = replayed;
    if (deviations.length === 0) fittingCalls += calls;
    else deviating.add({ steps, calls, deviations, first: first[variant], last: last[variant] });
  });

  return {
    calls: log.calls,
    variants: log.variants.length,
    moves: { made, fitting },
    fitness: made === 0 ? undefined : fitting / made,
    fittingCalls,
    outcomes: byOutcome,
    turnedAway,
    nodes: places.nodes(),
    dropOutsElsewhere: places.dropOutsElsewhere(),
    edges: places.edges(),
    deviations: deviating.deviations(flow),
    paths,
  };
}
