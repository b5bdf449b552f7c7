import type { Action } from './action.ts';
import type { Draft } from '../draft.ts';
import type { FlowContext } from './flow-context.ts';

/** `DisconnectParticipant`. */
export function mapDisconnect(action: Action, context: FlowContext): readonly Draft[] {
  return [{ id: context.idOf(action), node: { kind: 'hangup' }, marks: [] }];
}

/** The call goes on where this flow was begun: in another script that the file can't know. */
function backTo(where: string, action: Action, context: FlowContext): readonly Draft[] {
  const id = context.idOf(action);
  return [
    { id, node: { kind: 'subflow', title: 'Return', script: { unknown: where } }, marks: [] },
  ];
}

/** `EndFlowModuleExecution`. */
export function mapModuleEnd(action: Action, context: FlowContext): readonly Draft[] {
  return backTo('the flow that invoked this module', action, context);
}

/**
 * `EndFlowExecution`: in whispers, holds and queues the call goes on; in the flow that takes calls
 * there is nowhere to go on, and the call ends.
 */
export function mapFlowEnd(action: Action, context: FlowContext): readonly Draft[] {
  if (context.type !== 'CONTACT_FLOW') {
    return backTo('whatever the call was in when this flow began', action, context);
  }
  const note = 'The flow ends here without disconnecting; nothing is left to do with the call.';
  return [{ id: context.idOf(action), node: { kind: 'hangup', note }, marks: [] }];
}
