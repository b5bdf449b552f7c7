import { edgesFrom } from '../flow/call-flow.ts';
import type { MenuOption } from '../script/script.ts';
import type { Step } from './call-state.ts';
import { hearingOf, heardBy } from './hearing.ts';
import { end, eventAt, exitBy, exitsHere, givenSeconds, goTo, secondsAt, stay } from './moves.ts';
import type { StandingAt } from './moves.ts';
import { retryPolicy } from '../flow/retry-policy.ts';

type Asking = StandingAt<'menu'> | StandingAt<'collect'>;

/** When the caller's input counts: a prompt that can't be interrupted is heard out first. */
function inputSeconds(here: Asking, option?: number): number {
  const hearing = hearingOf(here.flow, here.id, here.state);
  const options = here.node.kind === 'menu' ? here.node.options.length : 0;
  const known =
    option === undefined || !hearing.bargeIn ? hearing.seconds : heardBy(hearing, option, options);
  const after = givenSeconds(here.action) ?? known;
  return hearing.bargeIn ? after : Math.max(after, hearing.seconds);
}

/** Asks again while attempts are left; then takes the exit, or gives up where there is none. */
function askAgain(here: Asking, trigger: 'noInput' | 'noMatch'): Step {
  const { flow, node, state } = here;
  const policy = retryPolicy(flow.script, node, trigger);
  const isSilence = trigger === 'noInput';
  const after = isSilence
    ? hearingOf(flow, here.id, state).seconds + policy.wait
    : inputSeconds(here);
  const happened = eventAt(here, isSilence ? 'noinput' : 'nomatch', after);
  const silences = state.silences + (isSilence ? 1 : 0);
  const mismatches = state.mismatches + (isSilence ? 0 : 1);
  if ((isSilence ? silences : mismatches) < policy.attempts) {
    const seconds = secondsAt(here, after);
    return {
      state: { ...state, silences, mismatches, retry: trigger, seconds },
      events: [happened],
    };
  }
  const exit = exitBy(here, trigger);
  if (exit !== undefined) return goTo(here, exit.to, after, [happened]);
  const why = isSilence ? 'no-input' : 'no-match';
  return end(here, { event: 'disconnect', why }, after, [happened]);
}

function choose(here: StandingAt<'menu'>, index: number, option: MenuOption): Step {
  const { flow, id, state } = here;
  const menuBefore = state.menus.at(-2);
  if (option.do === 'back' && menuBefore === undefined) {
    const canEver = edgesFrom(flow, id).some((edge) => edge.option === index);
    if (canEver) return askAgain(here, 'noMatch');
  }
  const after = inputSeconds(here, index);
  const input = eventAt(here, 'input', after, option.key ?? option.intent);
  const exit = exitsHere(here).find((candidate) => candidate.option === index);
  const chosen = {
    ...state,
    language: option.language ?? state.language,
    attributes:
      option.set === undefined ? state.attributes : { ...state.attributes, ...option.set },
  };
  const to = option.do === 'back' ? menuBefore : exit?.to;
  return goTo({ ...here, state: chosen }, to, after, [input]);
}

/**
 * A menu: options by key or intent, silence, anything else is no match. Going back where nothing
 * came before is no match too.
 */
export function stepMenu(here: StandingAt<'menu'>): Step {
  const { action, node } = here;
  switch (action.do) {
    case 'press':
    case 'speak': {
      const index = node.options.findIndex((option) =>
        action.do === 'press' ? option.key === action.key : option.intent === action.intent,
      );
      const option = node.options[index];
      return option === undefined ? askAgain(here, 'noMatch') : choose(here, index, option);
    }
    case 'enter':
      return askAgain(here, 'noMatch');
    case 'silence':
      return askAgain(here, 'noInput');
    case 'hangup':
    case 'next':
    case 'succeed':
    case 'fail':
    case 'answer':
    case 'overflow':
    case 'closed':
    case 'full':
    case 'abandon':
    case 'error':
    case 'exit':
      return stay(here);
  }
}

/** Collecting digits: enough of them lead on, too few or speech are no match. */
export function stepCollect(here: StandingAt<'collect'>): Step {
  const { action, node } = here;
  const entered = (digits: number): Step => {
    if (!(digits >= (node.digits?.min ?? 1))) return askAgain(here, 'noMatch');
    const after = inputSeconds(here);
    return goTo(here, node.to, after, [eventAt(here, 'input', after)]);
  };
  switch (action.do) {
    case 'enter':
      return entered(action.digits);
    case 'press':
      return entered(action.key === node.digits?.end ? 0 : action.key.length);
    case 'speak':
      return askAgain(here, 'noMatch');
    case 'silence':
      return askAgain(here, 'noInput');
    case 'hangup':
    case 'next':
    case 'succeed':
    case 'fail':
    case 'answer':
    case 'overflow':
    case 'closed':
    case 'full':
    case 'abandon':
    case 'error':
    case 'exit':
      return stay(here);
  }
}
