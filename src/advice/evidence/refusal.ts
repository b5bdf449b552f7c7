import { leastFit } from '../../insight/judge-fit.ts';
import type { Replay } from '../../replay/replay.ts';
import { grouped, plural } from '../../source/plural.ts';
import type { Errands } from '../errands/errand.ts';
import { reasonOfErrand } from '../errands/reason-of-errand.ts';

/** With more calls than this of which nobody knows what they wanted, too little is known (judgement). */
const mostUnknownReasons = 0.4;

/** Why nothing is estimated from a log, in a sentence. */
export interface Refusal {
  readonly reason: 'no-calls' | 'log-does-not-fit' | 'unknown-reasons';
  readonly message: string;
}

const percent = (share: number): number => Math.floor(share * 100);

/** Whether a log tells too little of what its callers wanted; nothing where it tells enough. */
export function refusalOf(
  { calls, fittingCalls }: Pick<Replay, 'calls' | 'fittingCalls'>,
  { errands }: Pick<Errands, 'errands'>,
): Refusal | undefined {
  if (calls === 0) {
    const message = 'The log has no calls, so it is unknown what callers want.';
    return { reason: 'no-calls', message };
  }
  const fitting = fittingCalls / calls;
  if (fitting < leastFit) {
    const message = `Only ${grouped(fittingCalls)} of ${plural(calls, 'call')} (${percent(fitting)} %) took paths that this menu has, and ${leastFit * 100} % are needed: the log seems to come from another version.`;
    return { reason: 'log-does-not-fit', message };
  }
  const lost = errands.filter((errand) => reasonOfErrand(errand) === undefined);
  const unknown = lost.reduce((sum, errand) => sum + errand.calls, 0) / calls;
  if (unknown <= mostUnknownReasons) return undefined;
  const message = `${Math.ceil(unknown * 100)} % of the calls left before anything showed what they wanted, and more than ${mostUnknownReasons * 100} % is too much to estimate what they would gain.`;
  return { reason: 'unknown-reasons', message };
}
