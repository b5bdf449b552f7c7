import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import { isUnknown } from '../script/values.ts';
import type { SystemAction } from './action.ts';
import { atQueue } from './at-queue.ts';
import type { CallState } from './call-state.ts';
import { defaultCallerModel } from './caller-model.ts';
import { hearingOf } from './hearing.ts';
import { numberState } from './number-state.ts';
import { failsByDrill } from './task-state.ts';
import { usualExits } from './usual-exits.ts';
import { momentIn, type World } from './world.ts';

interface Here<Kind extends NodeKind> {
  readonly flow: CallFlow;
  readonly id: NodeId;
  readonly node: NodeOfKind<Kind>;
  readonly state: CallState;
  readonly world: World;
}

const onward = (): SystemAction => ({ do: 'next' });

/** What is known of a task's result beforehand decides it, then the drills; else it succeeds. */
function taskResult({ id, node, world }: Here<'task'>): SystemAction {
  if (failsByDrill(id, node, world)) return { do: 'fail' };
  const name = isUnknown(node.task) ? id : node.task;
  const { attributes } = world;
  const known =
    attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (known === 'failure') return { do: 'fail' };
  return known === undefined || known === 'success'
    ? { do: 'succeed' }
    : { do: 'succeed', result: known };
}

function transferred({ id, node, state, world }: Here<'transfer'>): SystemAction {
  const reached = numberState(id, node, world, momentIn(world, state.seconds)) === 'open';
  return { do: reached ? 'succeed' : 'fail' };
}

/** A message of the usual length is left. */
function recorded({ flow, id, node, state }: Here<'voicemail'>): SystemAction {
  const length = Math.min(defaultCallerModel.message, node.maxLength ?? Infinity);
  return { do: 'next', after: hearingOf(flow, id, state).seconds + length };
}

const usualBy = {
  announcement: onward,
  menu: () => undefined,
  collect: () => undefined,
  branch: onward,
  task: taskResult,
  queue: ({ flow, id, node, state, world }) => atQueue(flow, id, node, state, world).action,
  transfer: transferred,
  voicemail: recorded,
  callback: () => ({ do: 'succeed' }),
  subflow: onward,
  hangup: onward,
  opaque: ({ node }) => {
    const [index] = usualExits(node);
    return index === undefined ? { do: 'next' } : { do: 'exit', index };
  },
} satisfies { readonly [Kind in NodeKind]: (here: Here<Kind>) => SystemAction | undefined };

/**
 * What happens where a call is when all goes well: tasks succeed, numbers and queues answer, callbacks
 * are booked, messages are left, unless the world says else. Nothing where the caller must act, and
 * where there is no call any more.
 */
export function usualAction(
  flow: CallFlow,
  state: CallState,
  world: World,
): SystemAction | undefined {
  const { node: id } = state;
  if (id === undefined || state.ended !== undefined || !flow.graph.hasNode(id)) return undefined;
  const node: ScriptNode = flow.graph.node(id).node;
  const usual = usualBy[node.kind] as (here: Here<NodeKind>) => SystemAction | undefined;
  return usual({ flow, id, node, state, world });
}
