import type { Action } from './action.ts';
import { marksOf, type Draft } from '../draft.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { readPrompt, readPromptLoop } from './read-prompt.ts';
import { numberBelow } from '../tree-values.ts';

/** `MessageParticipant`: callers hear it to its end. */
export function mapMessage(action: Action, context: FlowContext): readonly Draft[] {
  const id = context.idOf(action);
  const { say, at } = readPrompt(action);
  const error = errorSlot(context, id, 'error', action.errors);
  const to = context.to(action.next);
  const marks = marksOf(
    [
      [['say'], at],
      [['to'], action.next?.at],
    ],
    error.marks,
  );
  return [
    {
      id,
      node: { kind: 'announcement', say, bargeIn: false, to, error: error.to },
      marks,
    },
    ...error.drafts,
  ];
}

/**
 * `MessageParticipantIteratively`: messages that play again and again. Where the flow interrupts
 * them they are an announcement that leads on; where nothing does, callers hear them until somebody
 * takes the call, as in a queue.
 */
export function mapPromptLoop(action: Action, context: FlowContext): readonly Draft[] {
  const id = context.idOf(action);
  const { say, at } = readPromptLoop(action);
  const error = errorSlot(context, id, 'error', action.errors);
  const interrupted = action.conditions[0];
  if (interrupted !== undefined) {
    const every = numberBelow(action.parameters, 'InterruptFrequencySeconds');
    const note = every === undefined ? undefined : `The messages are interrupted every ${every} s.`;
    const to = context.to(interrupted.link);
    const marks = marksOf(
      [
        [['say'], at],
        [['to'], interrupted.link.at],
      ],
      error.marks,
    );
    return [
      {
        id,
        node: { kind: 'announcement', note, say, bargeIn: false, to, error: error.to },
        marks,
      },
      ...error.drafts,
    ];
  }
  const marks = marksOf(
    [
      [['announce'], at],
      [['announce', 'say'], at],
    ],
    error.marks,
  );
  return [
    {
      id,
      node: {
        kind: 'queue',
        note: 'The messages play until somebody takes the call, or the caller hangs up.',
        queue: { unknown: 'the queue that the call waits in' },
        announce: { say },
        error: error.to,
      },
      marks,
    },
    ...error.drafts,
  ];
}
