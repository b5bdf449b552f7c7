import type { NodeOfKind } from '../script/script.ts';
import { isUnknown } from '../script/values.ts';
import type { Trigger } from '../script/vocabulary.ts';
import type { CallEventName } from '../calls/call-event.ts';
import { caseFor, drawnWorld } from './branch-case.ts';
import type { Step } from './call-state.ts';
import { loopWord } from './loop-word.ts';
import {
  end,
  eventAt,
  exitBy,
  exitsHere,
  givenSeconds,
  goTo,
  stay,
  systemSeconds,
  type Standing,
  type StandingAt,
} from './moves.ts';

/** Goes on by itself when all is said. */
export function stepAnnouncement(here: StandingAt<'announcement'>): Step {
  return here.action.do === 'next' ? goTo(here, here.node.to, systemSeconds(here)) : stay(here);
}

/** Sends callers round as often as it says, then on once, and counts anew. */
function stepLoop(here: StandingAt<'branch'>): Step {
  const { id, node, state } = here;
  const word = loopWord(id, node, state);
  const count = word === 'done' ? 0 : (state.rounds[id] ?? 0) + 1;
  const counted = { ...here, state: { ...state, rounds: { ...state.rounds, [id]: count } } };
  const taken = node.cases.find(({ when }) => when === word);
  return goTo(counted, taken === undefined ? node.otherwise : taken.to, 0);
}

/** Decides at once, by what the world is like. */
export function stepBranch(here: StandingAt<'branch'>): Step {
  const { action, node, state, world } = here;
  if (action.do !== 'next') return stay(here);
  if (typeof node.on === 'object' && 'loop' in node.on) return stepLoop(here);
  const taken = caseFor(node, state, drawnWorld(world, action));
  return goTo(here, taken === undefined ? node.otherwise : node.cases[taken]?.to, 0);
}

/** A failure takes its own exit, then the one for errors of the system, else the call is cut off. */
function failed(here: Standing, after: number): Step {
  const exit = exitBy(here, 'failure') ?? exitBy(here, 'error');
  return goTo(here, exit?.to, after, [eventAt(here, 'failure', after)]);
}

function found(node: NodeOfKind<'task'>, results: Readonly<Record<string, string>>, word: string) {
  return isUnknown(node.task) ? results : { ...results, [node.task]: word };
}

export function stepTask(here: StandingAt<'task'>): Step {
  const { action, node, state } = here;
  if (action.do !== 'succeed' && action.do !== 'fail') return stay(here);
  const after = systemSeconds(here, node.duration);
  const word = action.do === 'succeed' ? (action.result ?? 'success') : 'failure';
  const told = { ...here, state: { ...state, results: found(node, state.results, word) } };
  if (action.do === 'fail') return failed(told, after);
  const attributes = { ...state.attributes, ...node.set };
  const set = { ...told, state: { ...told.state, attributes } };
  return goTo(set, node.success, after, [eventAt(here, 'success', after)]);
}

/** An outside number that gives the call back is a service; one that doesn't takes the call away. */
export function stepTransfer(here: StandingAt<'transfer'>): Step {
  const { action, node } = here;
  if (action.do !== 'succeed' && action.do !== 'fail') return stay(here);
  const after = systemSeconds(here);
  if (action.do === 'fail') return failed(here, after);
  if (node.to !== undefined) return goTo(here, node.to, after, [eventAt(here, 'success', after)]);
  return end(here, { event: 'transfer', why: 'transferred' }, after);
}

export function stepCallback(here: StandingAt<'callback'>): Step {
  const { action, node } = here;
  if (action.do !== 'succeed' && action.do !== 'fail') return stay(here);
  const after = systemSeconds(here);
  if (action.do === 'fail') return failed(here, after);
  const booked = [eventAt(here, 'success', after)];
  if (node.to !== undefined) return goTo(here, node.to, after, booked);
  return end(here, { event: 'disconnect', why: 'goodbye' }, after, booked);
}

export function stepVoicemail(here: StandingAt<'voicemail'>): Step {
  if (here.action.do !== 'next') return stay(here);
  const after = systemSeconds(here);
  if (here.node.to !== undefined) return goTo(here, here.node.to, after);
  return end(here, { event: 'disconnect', why: 'goodbye' }, after);
}

export function stepSubflow(here: StandingAt<'subflow'>): Step {
  if (here.action.do !== 'next') return stay(here);
  const after = systemSeconds(here);
  if (here.node.to !== undefined) return goTo(here, here.node.to, after);
  return end(here, { event: 'end', why: 'beyond-script' }, after);
}

export function stepHangup(here: StandingAt<'hangup'>): Step {
  if (here.action.do !== 'next') return stay(here);
  return end(here, { event: 'disconnect', why: 'goodbye' }, systemSeconds(here));
}

/** What the log says when a vendor's block is left by an exit of this trigger. */
const eventOf = {
  key: 'input',
  noInput: 'noinput',
  noMatch: 'nomatch',
  success: 'success',
  failure: 'failure',
  next: undefined,
  case: undefined,
  overflow: undefined,
  closed: undefined,
  error: undefined,
} satisfies Record<Trigger, CallEventName | undefined>;

/** A vendor's block that the model can't read: any of its exits may be taken, and none is known to be likelier. */
export function stepOpaque(here: StandingAt<'opaque'>): Step {
  const { action } = here;
  const after = givenSeconds(action) ?? 0;
  const exits = exitsHere(here).filter((exit) => exit.path.at(-1) === 'to');
  if (action.do === 'next' && exits.length === 0)
    return end(here, { event: 'end', why: 'beyond-script' }, after);
  const exit = action.do === 'exit' ? exits[action.index] : undefined;
  if (exit === undefined) return stay(here);
  const event = eventOf[exit.trigger];
  const value = exit.trigger === 'key' ? (exit.value ?? '') : '';
  const before = event === undefined ? [] : [eventAt(here, event, after, value)];
  return goTo(here, exit.to, after, before);
}

/** The system fails at a node: its way for that, else the call is cut off. */
export function stepError(here: Standing): Step {
  const after = givenSeconds(here.action) ?? 0;
  const exit = exitBy(here, 'error');
  if (exit !== undefined) return goTo(here, exit.to, after);
  return end(here, { event: 'disconnect', why: 'system-error' }, after);
}

/** The caller hangs up while listening. */
export function stepHangupByCaller(here: Standing): Step {
  const after = givenSeconds(here.action) ?? systemSeconds(here);
  return end(here, { event: 'hangup', why: 'caller-left' }, after);
}
