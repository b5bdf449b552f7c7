import { nodeOfKind, type CallFlow } from '../flow/call-flow.ts';
import type { FollowedCall, ToldAction } from '../walk/followed-call.ts';
import type { Outcome } from './outcome.ts';
import { replayVariant } from './replay-variant.ts';
import { waysOf } from './ways.ts';

/** How a followed call ended. */
export interface CallJudgement {
  readonly outcome: Outcome;
  /** False for a call that was cut off, that nobody answered, or that goes round without an end. */
  readonly well: boolean;
  /** True when the menu ended the call and said nothing since the caller last acted, or something failed. */
  readonly silent: boolean;
}

/** What the caller wants to hear something about: their own acts, and what didn't go as they hoped. */
const calling: ReadonlySet<string> = new Set<ToldAction['do']>([
  'press',
  'speak',
  'enter',
  'silence',
  'fail',
  'overflow',
  'closed',
  'full',
  'error',
]);

/** Whether nothing was heard since the caller last acted, or something failed. */
function endsInSilence({ steps }: FollowedCall): boolean {
  const lastAct = steps.findLastIndex(({ action }) => calling.has(action.do));
  return steps.slice(lastAct + 1).every(({ heard }) => heard.length === 0);
}

/** Whether a caller left a queue that would have answered, or that offers to take a message or to call back. */
function leavesWell(flow: CallFlow, { steps, end }: FollowedCall): boolean {
  if ((steps.at(-1)?.met?.is ?? 'open') === 'open') return true;
  const offer = nodeOfKind(flow, end.node ?? '', 'queue')?.announce?.offer;
  return offer === 'callback' || offer === 'voicemail';
}

/** The outcome of a followed call, by the rules that calls of logs are counted by, and whether it is a good end. */
export function judgeCall(flow: CallFlow, call: FollowedCall): CallJudgement {
  const { outcome } = replayVariant(waysOf(flow), call.events);
  const { why } = call.end;
  const silent =
    why === 'goodbye' && (outcome === 'failed' || outcome === 'timed-out') && endsInSilence(call);
  switch (why) {
    case 'nowhere':
    case 'no-input':
    case 'no-match':
    case 'system-error':
    case 'too-many-steps':
    case 'too-long':
      return { outcome, well: false, silent };
    case 'left-queue':
      return { outcome, well: leavesWell(flow, call), silent };
    case 'goodbye':
      return { outcome, well: !silent, silent };
    case 'answered':
    case 'transferred':
    case 'caller-left':
    case 'beyond-script':
    case 'waiting':
    case 'no-such-action':
      return { outcome, well: true, silent };
  }
}
