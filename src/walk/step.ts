import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Action } from './action.ts';
import type { CallState, Step } from './call-state.ts';
import type { Standing, StandingAt } from './moves.ts';
import { stepCollect, stepMenu } from './step-menu.ts';
import { stepQueue } from './step-queue.ts';
import {
  stepAnnouncement,
  stepBranch,
  stepCallback,
  stepError,
  stepHangup,
  stepHangupByCaller,
  stepOpaque,
  stepSubflow,
  stepTask,
  stepTransfer,
  stepVoicemail,
} from './step-service.ts';
import type { World } from './world.ts';

const stepByKind = {
  announcement: stepAnnouncement,
  menu: stepMenu,
  collect: stepCollect,
  branch: stepBranch,
  task: stepTask,
  queue: stepQueue,
  transfer: stepTransfer,
  voicemail: stepVoicemail,
  callback: stepCallback,
  subflow: stepSubflow,
  hangup: stepHangup,
  opaque: stepOpaque,
} satisfies { readonly [Kind in NodeKind]: (here: StandingAt<Kind>) => Step };

/**
 * What one action makes of a call: the next state and the events that a log would hold of it. Pure,
 * and never throws: an action that the node doesn't wait for, or any after the end, changes nothing.
 * An exit that leads nowhere ends the call as a disconnect. Each step comes to at most one node, so
 * a loop of the menu can't hang it.
 */
export function step(flow: CallFlow, state: CallState, action: Action, world: World): Step {
  const { node: id } = state;
  if (id === undefined || state.ended !== undefined || !flow.graph.hasNode(id))
    return { state, events: [] };
  const { node, kind } = flow.graph.node(id);
  const here: Standing = { flow, world, state, id, node, action };
  if (action.do === 'error') return stepError(here);
  if (action.do === 'hangup' && kind !== 'queue') return stepHangupByCaller(here);
  const stepHere = stepByKind[kind] as (standing: Standing) => Step;
  return stepHere(here);
}
