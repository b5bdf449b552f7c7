import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';
import type { Action } from './action.ts';
import { caseFor, drawnWorld } from './branch-case.ts';
import type { CallState, Step } from './call-state.ts';
import type { FollowedStep, ToldAction } from './followed-call.ts';
import { heardLines } from './heard-lines.ts';
import { loopWord } from './loop-word.ts';
import { step } from './step.ts';
import { whatIsMet } from './what-is-met.ts';
import { momentIn, mostSeconds, type World } from './world.ts';

/** A step of a call and what is told of it. */
export interface TakenStep extends Step {
  readonly told: FollowedStep;
}

/** Keys that no menu would have: digits that a caller entered at the wrong place, perhaps. */
const longestKey = 2;

/** An action without the digits that callers enter; keys of a menu are none of those. */
function toldAction(action: Action, node: ScriptNode): ToldAction {
  if (action.do === 'enter') return { do: 'enter', digits: action.digits };
  if (action.do !== 'press') return action;
  const { key } = action;
  const isOption = node.kind === 'menu' && node.options.some((option) => option.key === key);
  const isSecret = node.kind === 'collect' || (!isOption && key.length > longestKey);
  return isSecret ? { do: 'enter', digits: key.length } : { do: 'press', key };
}

/** The case that a branch takes, by its word. */
function takenCase(
  id: NodeId,
  node: ScriptNode,
  state: CallState,
  world: World,
): string | undefined {
  if (node.kind !== 'branch') return undefined;
  const word = loopWord(id, node, state);
  if (word !== undefined) return node.cases.find(({ when }) => when === word)?.when;
  const index = caseFor(node, state, world);
  return index === undefined ? undefined : node.cases[index]?.when;
}

/**
 * Takes one step of a call and tells what was heard, met and done. Nothing where the action is none
 * that the call waits for, and where there is no call any more.
 */
export function takeStep(
  flow: CallFlow,
  state: CallState,
  action: Action,
  world: World,
): TakenStep | undefined {
  const { node: id } = state;
  if (id === undefined || state.ended !== undefined || !flow.graph.hasNode(id)) return undefined;
  const { node, kind } = flow.graph.node(id);
  // A branch takes no time: nobody can hang up meanwhile.
  if (kind === 'branch' && action.do === 'hangup') return undefined;
  const made = step(flow, state, action, world);
  if (made.events.length === 0) return undefined;
  const until = Math.min(made.state.seconds, mostSeconds);
  const told: FollowedStep = {
    seconds: Math.min(state.seconds, mostSeconds),
    at: momentIn(world, state.seconds),
    node: id,
    kind,
    language: state.language,
    heard: heardLines(flow, id, state, until - state.seconds),
    met: whatIsMet(flow, id, state, world),
    taken: takenCase(id, node, state, drawnWorld(world, action)),
    action: toldAction(action, node),
    until,
    unknown: made.events.some(({ event }) => event === 'nomatch'),
    to: made.state.ended === undefined ? made.state.node : undefined,
  };
  return { ...made, told };
}
