import type { CondensedLog } from '../../calls/condensed-log.ts';
import type { YearlySaving } from './evidence.ts';

const dayMs = 86_400_000;
const daysInYear = 365.25;
/** Calls of a single day say nothing of a year: weekdays and weekends differ (judgement). */
const fewestDays = 2;

/**
 * How many calls a year has: as given, else those of the log for as long as it lasts. Nothing where
 * neither says so.
 */
export function callsPerYear(
  { calls, window }: Pick<CondensedLog, 'calls' | 'window'>,
  given: number | undefined,
): Pick<YearlySaving, 'calls' | 'basis'> | undefined {
  if (given !== undefined) return { calls: given, basis: 'given' };
  const days = window === undefined ? 0 : (window.to - window.from) / dayMs;
  return days < fewestDays ? undefined : { calls: (calls / days) * daysInYear, basis: 'log' };
}
