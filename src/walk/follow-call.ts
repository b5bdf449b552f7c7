import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId, QueueId } from '../script/names.ts';
import { isUnknown, type Language } from '../script/values.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Action } from './action.ts';
import { atQueue } from './at-queue.ts';
import { unusedKey } from './awaits.ts';
import type { CallState } from './call-state.ts';
import type { FollowedCall, FollowedWhy } from './followed-call.ts';
import { heardLines } from './heard-lines.ts';
import { startCall } from './start-call.ts';
import { takeStep } from './take-step.ts';
import { usualAction } from './usual-action.ts';
import { mostSteps } from './walk-call.ts';
import { momentIn, type World } from './world.ts';

/** What a call is told to do: an action, or `wrong`, a key that is none where the caller is asked. */
export type PlannedAction = Action | { readonly do: 'wrong' };

/** How a followed call begins. */
export interface CallStart {
  /** The position of the entry that is dialled; the first where nothing is said. */
  readonly entry?: number | undefined;
  /** The language that the call begins in, where it isn't that of the entry. */
  readonly language?: Language | undefined;
}

/** A call that takes longer, in seconds, is left. */
const longestCall = 86_400;

/** The queue that answers a caller where they are, or that they wait in. */
function queueAt(flow: CallFlow, state: CallState, world: World): QueueId | undefined {
  const { node: id } = state;
  if (id === undefined || !flow.graph.hasNode(id)) return undefined;
  const { node } = flow.graph.node(id);
  if (node.kind !== 'queue' || isUnknown(node.queue)) return undefined;
  return atQueue(flow, id, node, state, world).by ?? node.queue;
}

/** Where a caller waits for something, so that it is there that they hang up. */
const waitingKinds: ReadonlySet<NodeKind> = new Set([
  'menu',
  'collect',
  'queue',
  'transfer',
  'voicemail',
]);

/**
 * A planned action at the node where the call is; nothing where it isn't its turn yet. Hanging up
 * without a time is left for where the caller is asked, or waits.
 */
function meant(flow: CallFlow, id: NodeId, planned: PlannedAction | undefined): Action | undefined {
  if (planned?.do === 'hangup' && planned.after === undefined)
    return waitingKinds.has(flow.graph.node(id).kind) ? planned : undefined;
  if (planned?.do !== 'wrong') return planned;
  const { node } = flow.graph.node(id);
  const key = node.kind === 'menu' ? unusedKey(node) : undefined;
  return key === undefined ? { do: 'speak', intent: '' } : { do: 'press', key };
}

/**
 * Goes on with a call that waits. Each planned action is taken where the call first waits for it;
 * before and between, what the world decides goes its usual way. The call is followed until it ends,
 * until the caller is asked and no action is left, or until it has gone round for too long. Pure,
 * never throws, and takes 1,000 steps at most.
 */
export function goOnWithCall(
  flow: CallFlow,
  world: World,
  before: Pick<FollowedCall, 'steps' | 'events' | 'state' | 'actions'>,
  actions: readonly PlannedAction[],
): FollowedCall {
  const events = [...before.events];
  const steps = [...before.steps];
  let { state } = before;
  let queue: QueueId | undefined;
  let next = 0;
  const finish = (why: FollowedWhy): FollowedCall => {
    const seconds = Math.min(state.seconds, longestCall);
    const { node, language } = state;
    const at = momentIn(world, seconds);
    const isAsked = why === 'waiting' || why === 'no-such-action';
    const heard = isAsked && node !== undefined ? heardLines(flow, node, state, Infinity) : [];
    const end = { why, node, queue, language, heard, seconds, at };
    const taken = before.actions.taken + next;
    const planned = before.actions.taken + actions.length;
    return { start: world.start, steps, events, end, state, actions: { taken, planned } };
  };
  for (;;) {
    const { node: id, ended } = state;
    if (ended !== undefined || id === undefined) return finish(ended?.why ?? 'nowhere');
    if (state.seconds > longestCall) return finish('too-long');
    if (steps.length >= mostSteps) return finish('too-many-steps');
    queue = queueAt(flow, state, world);
    const planned = actions[next];
    const action = meant(flow, id, planned);
    const own = action === undefined ? undefined : takeStep(flow, state, action, world);
    const usual = own === undefined ? usualAction(flow, state, world) : undefined;
    const taken = own ?? (usual === undefined ? undefined : takeStep(flow, state, usual, world));
    if (taken === undefined) return finish(planned === undefined ? 'waiting' : 'no-such-action');
    if (own !== undefined) next += 1;
    steps.push(taken.told);
    events.push(...taken.events);
    ({ state } = taken);
  }
}

/** Follows one call through a script from its start; see `goOnWithCall`. */
export function followCall(
  flow: CallFlow,
  world: World,
  actions: readonly PlannedAction[],
  { entry, language }: CallStart = {},
): FollowedCall {
  const { state: begun, events } = startCall(flow, entry);
  const state = language === undefined ? begun : { ...begun, language };
  const before = { steps: [], events, state, actions: { taken: 0, planned: 0 } };
  return goOnWithCall(flow, world, before, actions);
}
