import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import { isUnknown } from '../script/values.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Action } from './action.ts';
import { actAtMenu } from './act-at-menu.ts';
import { actElsewhere, type Circumstances } from './act-elsewhere.ts';
import type { CallState, Step, WalkEvent } from './call-state.ts';
import type { Caller, Mind, Moment } from './caller.ts';
import type { CallerModel } from './caller-model.ts';
import type { ContactReason } from './contact-reasons.ts';
import type { Random } from './random.ts';
import { startCall } from './start-call.ts';
import { step } from './step.ts';
import type { WaysToReason } from './ways-to-reason.ts';

/** A call that takes more steps than this goes round in the script; it is cut short. */
export const mostSteps = 1000;

/** All that decides how a call goes. */
export interface CallPlan extends Circumstances {
  readonly flow: CallFlow;
  readonly model: CallerModel;
  readonly random: Random;
  readonly caller: Caller;
  /** The position of the entry that was dialled. */
  readonly entry: number;
  readonly waysTo: (reason: ContactReason | undefined) => WaysToReason;
  readonly drawReason: () => ContactReason | undefined;
  /** Planted losses: at each visit to the node, the share of callers who hang up there. */
  readonly extraHangUps: Readonly<Record<string, number>>;
}

/** One call as it went. */
export interface WalkedCall {
  readonly events: readonly WalkEvent[];
  /** Whether the caller got what they called for, or somebody who can help. */
  readonly helped: boolean;
  readonly seconds: number;
  /** True when the call was cut short because it took too many steps; its last event is `end`. */
  readonly cutShort: boolean;
}

function newMind({ waysTo }: CallPlan, reason: ContactReason | undefined): Mind {
  return {
    reason,
    ways: waysTo(reason),
    chosen: false,
    helped: false,
    toldClosed: false,
    plan: undefined,
    been: new Set(),
  };
}

interface Doing {
  readonly action: Action;
  /** When it happens, and until when the caller only listens. */
  readonly at: number;
  readonly listens: number;
  readonly meant?: number | undefined;
}

/** What would happen here if the caller didn't lose heart. */
function intended(plan: CallPlan, moment: Moment): Doing {
  const { node } = plan.flow.graph.node(moment.id);
  if (node.kind !== 'menu') return actElsewhere(moment, node, plan);
  const choice = actAtMenu(moment, node);
  return { ...choice, listens: choice.at };
}

const leaving = new Set<NodeKind>(['menu', 'announcement', 'hangup']);

/** The action that comes first: what was intended, a planted loss, or hanging up. */
function nextAction(plan: CallPlan, moment: Moment): Doing {
  const { model, random, extraHangUps } = plan;
  const { id, mind } = moment;
  const doing = intended(plan, moment);
  const extra = Object.hasOwn(extraHangUps, id) ? (extraHangUps[id] ?? 0) : 0;
  const hangUp = (at: number): Doing => ({ action: { do: 'hangup', after: at }, at, listens: at });
  if (extra > 0 && random.chance(extra)) return hangUp(doing.listens * random.next());
  if (mind.helped && leaving.has(plan.flow.graph.node(id).kind)) {
    const at = random.exponential(model.leaveAfter);
    return at < doing.listens ? hangUp(at) : doing;
  }
  const rate = model.hangUpPerSecond * (mind.toldClosed ? model.closedFactor : 1);
  const lost = rate > 0 ? random.exponential(1 / rate) : Infinity;
  return lost < doing.listens ? hangUp(lost) : doing;
}

/** Whether this step tells the caller that the place is closed. */
function isClosedHere({ flow, world }: CallPlan, state: CallState, id: NodeId, action: Action) {
  if (action.do === 'closed') return true;
  const { node } = flow.graph.node(id);
  if (node.kind !== 'branch' || typeof node.on === 'string' || !('calendar' in node.on))
    return false;
  const { calendar } = node.on;
  const at = world.start + Math.round(state.seconds * 1000);
  return !isUnknown(calendar) && world.calendarState(calendar, at) !== 'open';
}

/** Nodes at which a call that did a task still has something to get. */
const goesOn = new Set<NodeKind>(['task', 'collect', 'queue', 'transfer', 'callback']);

/** What the caller knows after a step. */
function after(plan: CallPlan, moment: Moment, doing: Doing, made: Step): Mind {
  const { flow } = plan;
  const { id, mind, state } = moment;
  const { node } = flow.graph.node(id);
  const input = made.events.find(({ event }) => event === 'input' && node.kind === 'menu');
  const taken =
    input === undefined || node.kind !== 'menu'
      ? -1
      : node.options.findIndex(({ key, intent }) => (key ?? intent) === input.value);
  const served = mind.reason?.options.some(({ menu, option }) => menu === id && option === taken);
  const chosen = mind.chosen || served === true;
  const succeeded = made.events.some(({ event }) => event === 'success');
  const now = made.state.node === undefined ? undefined : flow.graph.node(made.state.node).kind;
  const isTask = node.kind === 'task' && node.selfService !== false;
  const helped =
    mind.helped || (succeeded && chosen && isTask && now !== undefined && !goesOn.has(now));
  const isRetry = made.events.every(({ event }) => event !== 'enter');
  return {
    ...mind,
    chosen,
    helped,
    toldClosed: mind.toldClosed || isClosedHere(plan, state, id, doing.action),
    plan: isRetry && doing.meant !== undefined ? { menu: id, option: doing.meant } : undefined,
    been: node.kind === 'menu' ? new Set([...mind.been, id]) : mind.been,
  };
}

const reached = new Set(['answered', 'transferred', 'beyond-script']);

/**
 * Walks one call through the script: the caller looks for their reason, the world answers, chance
 * decides between them. Ends after `mostSteps` steps at the latest.
 */
export function walkCall(plan: CallPlan): WalkedCall {
  const { flow, world, model, random, caller } = plan;
  const begun = startCall(flow, plan.entry);
  const events = [...begun.events];
  let state = begun.state;
  let mind = newMind(plan, caller.reason);
  let helped = false;
  for (let steps = 0; state.ended === undefined && state.node !== undefined; steps += 1) {
    const id = state.node;
    if (steps >= mostSteps) {
      events.push({ event: 'end', node: id, value: '', seconds: state.seconds });
      return { events, helped, seconds: state.seconds, cutShort: true };
    }
    const { kind } = flow.graph.node(id);
    const comesBack = kind === 'menu' && mind.chosen && state.retry === undefined;
    if (comesBack && (mind.helped || mind.been.has(id))) {
      helped = true;
      mind = random.chance(model.anotherReason)
        ? newMind(plan, plan.drawReason())
        : { ...mind, helped: true };
    }
    const moment: Moment = { flow, state, id, mind, caller, model, random };
    const share = kind === 'branch' ? { share: random.next() } : {};
    const doing = nextAction(plan, moment);
    const made = step(flow, state, doing.action, { ...world, ...share });
    mind = after(plan, moment, doing, made);
    const booked = kind === 'callback' || kind === 'voicemail';
    const left = made.state.ended?.event === 'hangup';
    helped ||= mind.helped || (booked && !left && doing.action.do !== 'fail');
    events.push(...made.events);
    state = made.state;
  }
  helped ||= state.ended !== undefined && reached.has(state.ended.why);
  return { events, helped, seconds: state.seconds, cutShort: false };
}
