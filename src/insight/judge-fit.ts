import type { CallDetails } from '../calls/call-details.ts';
import type { CondensedLog } from '../calls/condensed-log.ts';
import type { Deviation, Replay } from '../replay/replay.ts';
import { plural } from '../source/plural.ts';

/** What a log says of calls that are not judged. */
interface JudgedLog extends Pick<CondensedLog, 'rows'> {
  readonly details?: Pick<CallDetails, 'unselected'> | undefined;
}

/** Below this share of calls that replay without a deviation, nothing is concluded. Judgement. */
export const leastFit = 0.8;

/** Whether a log fits a script well enough to conclude anything, and what to check where not. */
export interface FitJudgement {
  readonly isEnough: boolean;
  /** Calls without a deviation, from 0 to 1; nothing for an empty log. */
  readonly share: number | undefined;
  /** What to check, most likely first; nothing where the fit is enough. */
  readonly check: readonly string[];
}

const advice: Readonly<Record<Deviation['kind'], string>> = {
  'unknown-node':
    "The log names nodes that the script doesn't have: is it the log of this menu, and of this version? Give older versions with --script and --until.",
  'no-such-move':
    "Calls take paths that the script doesn't have: was the menu changed while the log was written, or are rows missing?",
  'unknown-start':
    'Calls begin where the script has no entry: does the log hold calls of other lines, or lack the first rows of its calls?',
  'event-not-possible':
    "Events are at nodes where they can't happen: do calls share an id, or are rows out of order?",
};

/** Why there is no call to judge: none is asked for, no row could be used, or there is none. */
function nothingIn(log: JudgedLog | undefined): string {
  const others = log?.details?.unselected ?? 0;
  if (others > 0)
    return `None of the ${plural(others, 'call')} of the log is in the chosen period and versions: check --from, --to and the versions.`;
  return log?.rows.used === 0 && log.rows.rejected > 0
    ? 'No row of the log could be used: is it the right file? --rejects lists each row with its reason.'
    : 'The log has no call: is it the right file?';
}

/**
 * Judges the share of calls that fit completely: below `leastFit`, log and script don't belong together,
 * and any other number would be about a menu that callers didn't hear. The log tells why there is
 * no call where there is none.
 */
export function judgeFit(
  { calls, fittingCalls, deviations }: Pick<Replay, 'calls' | 'fittingCalls' | 'deviations'>,
  log?: JudgedLog,
): FitJudgement {
  if (calls === 0) return { isEnough: false, share: undefined, check: [nothingIn(log)] };
  const share = fittingCalls / calls;
  if (share >= leastFit) return { isEnough: true, share, check: [] };
  const byKind = new Map<Deviation['kind'], number>();
  for (const { kind, calls: own } of deviations) byKind.set(kind, (byKind.get(kind) ?? 0) + own);
  const kinds = [...byKind].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
  return { isEnough: false, share, check: kinds.map((kind) => advice[kind]) };
}
