import { errorOf, otherErrorsOf, type Action } from './action.ts';
import { marksOf, type Draft } from '../draft.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { queueReference } from './target-queues.ts';
import { scalarBelow } from '../tree-values.ts';

/**
 * The actions that put a call into a queue: the queue is the one they name, else the one that was
 * set on the way. `QueueAtCapacity` is the overflow; what is behind the queue, callers never hear.
 */
export function mapQueue(action: Action, context: FlowContext): readonly Draft[] {
  const id = context.idOf(action);
  const reference = queueReference(action);
  const chosen = reference === undefined ? context.queueSetAt(action) : context.queueOf(reference);
  const full = errorOf(action, 'QueueAtCapacity');
  const error = errorSlot(context, id, 'error', otherErrorsOf(action, 'QueueAtCapacity'));
  const marks = marksOf(
    [
      [['queue'], scalarBelow(action.parameters, 'QueueId')],
      [['overflow'], full?.at],
      [['overflow', 'to'], full?.link.at],
    ],
    error.marks,
  );
  return [
    {
      id,
      node: {
        kind: 'queue',
        ...chosen,
        overflow: full === undefined ? undefined : { to: context.to(full.link) },
        error: error.to,
      },
      marks,
    },
    ...error.drafts,
  ];
}

/** `TransferContactToAgent`: callers wait for one person. */
export function mapAgent(action: Action, context: FlowContext): readonly Draft[] {
  const [queue, ...others] = mapQueue(action, context);
  if (queue?.node.kind !== 'queue') return others;
  const node = { ...queue.node, queue: { unknown: 'the agent that was chosen' } };
  return [{ ...queue, node }, ...others];
}

/** `CreateCallbackContact`: the call may end, the caller keeps a place in the queue. */
export function mapCallback(action: Action, context: FlowContext): readonly Draft[] {
  const id = context.idOf(action);
  const reference = queueReference(action);
  const chosen = reference === undefined ? context.queueSetAt(action) : context.queueOf(reference);
  const error = errorSlot(context, id, 'error', action.errors);
  return [
    {
      id,
      node: {
        kind: 'callback',
        ...chosen,
        to: context.toOptional(action.next),
        error: error.to,
      },
      marks: marksOf([[['to'], action.next?.at]], error.marks),
    },
    ...error.drafts,
  ];
}
