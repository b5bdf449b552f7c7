import { fewestCalls } from '../../insight/rate.ts';
import { z95 } from '../../insight/wilson.ts';
import type { Verdict } from '../suggestion.ts';
import type { MeanGain } from './bootstrap-mean.ts';
import type { Evidence, SecondsInterval } from './evidence.ts';

/** What can be said of a saving, and how many calls would settle it where that is too few. */
export function verdictOf(
  gain: MeanGain,
  judged: SecondsInterval | undefined,
  sensitivity: Evidence['sensitivity'],
): Pick<Evidence, 'verdict' | 'callsNeeded'> {
  if (gain.mean <= 0) return { verdict: undefined, callsNeeded: undefined };
  const isFew =
    gain.calls < fewestCalls || gain.low <= 0 || (judged !== undefined && judged.seconds <= 0);
  if (isFew) {
    const needed = Math.ceil(((z95 * gain.standardError) / gain.mean) ** 2 * gain.calls);
    const callsNeeded = Number.isFinite(needed) ? Math.max(fewestCalls, needed) : undefined;
    return { verdict: 'too few calls', callsNeeded };
  }
  const wavers = sensitivity.some(({ seconds }) => seconds <= 0);
  const verdict: Verdict = wavers ? 'depends on assumptions' : 'supported';
  return { verdict, callsNeeded: undefined };
}
