import { nodeAt, type CallFlow } from '../flow/call-flow.ts';
import type { Exit } from '../flow/node-exits.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import type { NodeKind, Trigger } from '../script/vocabulary.ts';
import type { CallEventName } from '../calls/call-event.ts';
import type { Action } from './action.ts';
import type { CallEnd, CallState, Step, WalkEvent } from './call-state.ts';
import { hearingOf } from './hearing.ts';
import type { World } from './world.ts';

/** A call that stands at a node, and what happens to it there. */
export interface Standing {
  readonly flow: CallFlow;
  readonly world: World;
  readonly state: CallState;
  readonly id: NodeId;
  readonly node: ScriptNode;
  readonly action: Action;
}

/** A call that stands at a node of one kind. */
export interface StandingAt<Kind extends NodeKind> extends Standing {
  readonly node: NodeOfKind<Kind>;
}

/** A moment of the call, `after` seconds behind the start of the prompt, to the millisecond. */
export function secondsAt({ state }: Standing, after: number): number {
  return Math.round((state.seconds + after) * 1000) / 1000;
}

/** Seconds that a system needs at a node: never before all is said. */
export function systemSeconds(here: Standing, own = 0): number {
  const said = hearingOf(here.flow, here.id, here.state).seconds;
  return Math.max(said, givenSeconds(here.action) ?? said + own);
}

/** The time that an action names, if it is a possible one. */
export function givenSeconds(action: Action): number | undefined {
  const after = 'after' in action ? action.after : undefined;
  return after !== undefined && after >= 0 && after < 1e9 ? after : undefined;
}

/** Nothing happens: the node doesn't wait for this. */
export function stay({ state }: Standing): Step {
  return { state, events: [] };
}

/** An event at this node. */
export function eventAt(
  here: Standing,
  event: CallEventName,
  after: number,
  value = '',
): WalkEvent {
  return { event, node: here.id, value, seconds: secondsAt(here, after) };
}

/** The call is over. */
export function end(
  here: Standing,
  ended: CallEnd,
  after: number,
  before: readonly WalkEvent[] = [],
): Step {
  return {
    state: { ...here.state, seconds: secondsAt(here, after), ended },
    events: [...before, eventAt(here, ended.event, after)],
  };
}

function menusTo(menus: readonly NodeId[], id: NodeId, kind: NodeKind): readonly NodeId[] {
  if (kind !== 'menu') return menus;
  const known = menus.indexOf(id);
  return known < 0 ? [...menus, id] : menus.slice(0, known + 1);
}

/** The state of a call whose prompt at a node begins at this moment. */
export function arrive(state: CallState, id: NodeId, kind: NodeKind, seconds: number): CallState {
  const menus = menusTo(state.menus, id, kind);
  return { ...state, node: id, silences: 0, mismatches: 0, retry: undefined, menus, seconds };
}

/** The call comes to a node; where there is none, or no exit at all, the system cuts it off. */
export function goTo(
  here: Standing,
  to: NodeId | undefined,
  after: number,
  before: readonly WalkEvent[] = [],
): Step {
  const { flow, state } = here;
  if (to === undefined || !flow.graph.hasNode(to))
    return end(here, { event: 'disconnect', why: 'nowhere' }, after, before);
  const seconds = secondsAt(here, after);
  return {
    state: arrive(state, to, flow.graph.node(to).kind, seconds),
    events: [...before, { event: 'enter', node: to, value: '', seconds }],
  };
}

/** The exits of the node, as the script writes them. */
export function exitsHere({ flow, id }: Standing): readonly Exit[] {
  return nodeAt(flow, id).exits;
}

/** The exit of a trigger, if the node has one. */
export function exitBy(here: Standing, trigger: Trigger): Exit | undefined {
  return exitsHere(here).find((exit) => exit.trigger === trigger);
}
