import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId, QueueId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import { isUnknown } from '../script/values.ts';
import type { SystemAction } from './action.ts';
import type { CallState } from './call-state.ts';
import { defaultCallerModel } from './caller-model.ts';
import { hearingOf } from './hearing.ts';
import { queueState, takesIn, type QueueState } from './queue-state.ts';
import { whoAnswers } from './who-answers.ts';
import { momentIn, type World } from './world.ts';

/** What becomes of a caller in a queue when nothing is left to chance. */
export interface AtQueue {
  /** What they meet when they come to it. */
  readonly state: QueueState;
  readonly action: SystemAction;
  /** The queue that answers, where one does and is known. */
  readonly by?: QueueId;
}

/**
 * What becomes of a caller who comes to a queue. A queue that is open and has people answers at once
 * when all is said. Else its overflow chain may answer, or people whose work begins meanwhile; else
 * the ways that the script has for a closed queue and for overflow. A caller whom nothing leads on
 * waits as long as the caller model says (five minutes) and leaves.
 */
export function atQueue(
  flow: CallFlow,
  id: NodeId,
  node: NodeOfKind<'queue'>,
  visit: CallState,
  world: World,
): AtQueue {
  const { queue, overflow, closed } = node;
  if (isUnknown(queue)) return { state: 'open', action: { do: 'answer' } };
  const { language, seconds } = visit;
  const state = queueState(queue, world, momentIn(world, seconds), language);
  if (state === 'open') return { state, action: { do: 'answer' }, by: queue };
  if (state === 'missing') return { state, action: { do: 'error' } };
  const isFull = state === 'full';
  const isShut = !takesIn(state) && !isFull;
  if (isShut && closed !== undefined) return { state, action: { do: 'closed' } };
  const said = hearingOf(flow, id, visit).seconds;
  const patience = overflow === undefined ? defaultCallerModel.patience : (overflow.after ?? 0);
  const found = whoAnswers(queue, world, seconds + said, language, {
    patience: isFull && overflow !== undefined ? 0 : patience,
    isIn: !isFull,
  });
  if (found !== undefined)
    return { state, action: { do: 'answer', after: said + found.after }, by: found.queue };
  if (isFull) return { state, action: { do: 'full' } };
  if (isShut) return { state, action: { do: 'closed' } };
  if (overflow !== undefined) return { state, action: { do: 'overflow' } };
  return { state, action: { do: 'abandon', after: said + patience } };
}
