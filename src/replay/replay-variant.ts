import { isClosing, type CallEventName } from '../calls/call-event.ts';
import type { PathStep } from '../calls/variant.ts';
import type { FlowEdge } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import { endingOf, type Ending } from './journey.ts';
import { beginWalk, deviate, takeStep, type DeviationAt } from './path-walk.ts';
import type { Choice, Ways } from './ways.ts';

/** What one path does on a flow. */
export interface VariantReplay extends Ending {
  /** Events that count as moves, and those of them that the flow allows. */
  readonly moves: number;
  readonly fitting: number;
  /** Every coming to a node, in order. */
  readonly visits: readonly NodeId[];
  /** Every way taken, in order. */
  readonly edges: readonly FlowEdge[];
  /** Every option chosen, in order: by a key that the log names, else by the way that was taken. */
  readonly choices: readonly Choice[];
  /** The node of every `noinput` and every `nomatch`. */
  readonly noInputs: readonly NodeId[];
  readonly noMatches: readonly NodeId[];
  /** Where the call was last; nothing before its first node and at a node the flow hasn't. */
  readonly lastNode: NodeId | undefined;
  readonly deviations: readonly DeviationAt[];
}

/** What may follow the end of a call: the conversation that follows ends, too. */
const afterwards: ReadonlySet<CallEventName> = new Set(['hangup', 'disconnect', 'end']);

/** What people do with a call that they have answered: no moves of the menu, but transfers. */
const passedOn: ReadonlySet<CallEventName> = new Set(['queue', 'answer', 'transfer', 'abandon']);

const mayFollow = (closing: CallEventName, event: CallEventName): boolean =>
  afterwards.has(event) || (closing === 'answer' && passedOn.has(event));

/**
 * Walks one path on the flow, event by event. An event that doesn't fit is noted, and the walk goes
 * on where the log says the call is; so every path ends, with exactly one outcome. `onMove` is told
 * every move: where the call was, and whether the flow allows it.
 */
export function replayVariant(
  ways: Ways,
  steps: readonly PathStep[],
  onMove?: (at: NodeId | undefined, fits: boolean) => void,
): VariantReplay {
  const walk = beginWalk(ways);
  let [moves, fitting] = [0, 0];
  let closing: CallEventName | undefined;

  // Positions are counted by hand: `steps.entries()` was measured to cost a quarter of the walk.
  for (const step of steps) {
    const { event } = step;
    if (closing !== undefined) {
      if (mayFollow(closing, event)) {
        walk.position += 1;
        continue;
      }
      moves += 1;
      deviate(walk, 'event-not-possible', step);
      onMove?.(walk.journey.here?.id, false);
      break;
    }
    const next = steps[walk.position + 1];
    if (event !== 'end') {
      const at = walk.journey.here?.id;
      moves += 1;
      const fits = takeStep(walk, step, next);
      if (fits) fitting += 1;
      onMove?.(at, fits);
    }
    // An outside number may give the call back: then the transfer was not its end.
    const comesBack =
      event === 'transfer' && next?.event === 'enter' && walk.journey.here?.kind === 'transfer';
    if (isClosing(event) && !comesBack) closing = event;
    walk.position += 1;
  }

  const { journey, unknown, visits, edges, choices, noInputs, noMatches, deviations } = walk;
  const { outcome, turnedAway } = endingOf(journey, closing);
  // Written out: a spread for every path was measured to cost more.
  return {
    outcome,
    turnedAway,
    moves,
    fitting,
    visits,
    edges,
    choices,
    noInputs,
    noMatches,
    lastNode: unknown === undefined ? journey.here?.id : undefined,
    deviations,
  };
}
