import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import type { Language } from '../script/values.ts';
import { hearingOf } from '../walk/hearing.ts';
import { retryPolicy } from '../flow/retry-policy.ts';
import type { Seconds } from './move.ts';

/**
 * What can take how long where the script doesn't say, in seconds. Judgement: a host look-up and the
 * booking of a callback; a number that rings; a message on the tape.
 */
export const supposedSeconds = { task: 10, booking: 10, ring: 30, message: 180 } as const;

type Asking = NodeOfKind<'menu' | 'collect'>;

function heard(flow: CallFlow, id: NodeId, language: Language, retry?: 'noInput' | 'noMatch') {
  return hearingOf(flow, id, { language, retry });
}

/**
 * How long a question can take. A caller can answer as soon as the prompt may be interrupted, and as
 * late as before the last wait is over, when they have been silent and wrong as often as they may.
 */
export function askingSeconds(
  flow: CallFlow,
  id: NodeId,
  node: Asking,
  language: Language,
  canBeWrong: boolean,
): { readonly answer: Seconds; readonly silence: Seconds; readonly wrong: Seconds } {
  const silence = retryPolicy(flow.script, node, 'noInput');
  const wrong = retryPolicy(flow.script, node, 'noMatch');
  const first = heard(flow, id, language);
  const again = heard(flow, id, language, 'noInput').seconds;
  const corrected = heard(flow, id, language, 'noMatch').seconds;
  const { wait } = silence;
  const silent = first.seconds + wait + (silence.attempts - 1) * (again + wait);
  const most = silent + (canBeWrong ? (wrong.attempts - 1) * (corrected + wait) : 0);
  const soonest = first.bargeIn ? 0 : first.seconds;
  const soonestWrong = first.bargeIn ? 0 : first.seconds + (wrong.attempts - 1) * corrected;
  return {
    answer: { least: soonest, most },
    silence: { least: silent, most },
    wrong: { least: soonestWrong, most },
  };
}

/** What is said at a node, and then what takes between nothing and `most` seconds. */
export function saidThen(
  flow: CallFlow,
  id: NodeId,
  language: Language,
  least: number,
  most = least,
): Seconds {
  const said = heard(flow, id, language).seconds;
  return { least: said + least, most: said + most };
}

export const atOnce: Seconds = { least: 0, most: 0 };
