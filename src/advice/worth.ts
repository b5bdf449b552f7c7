import { gainsOf } from './judge-saving.ts';
import { gainInterval } from './saving-interval.ts';
import type { PathStep } from './steepest-path.ts';

/** Another order of options is worth its trouble from 0.3 s a visit of its menu on (judgement). */
const leastSecondsPerVisit = 0.3;
/** A menu that few come to isn't worth a line: from a twentieth of a second a call on (judgement). */
const leastOrderSaving = 0.05;
/** Any other change from half a second a call on (judgement), or from what chance could make of nothing. */
export const leastSecondsPerCall = 0.5;

/**
 * Whether a change is worth it: another order by what it saves a visit of its menu, as it moves nothing
 * but keys; any other by what it saves a call, which must be more than chance could make of it.
 */
export function isWorth({ change, before, after }: Omit<PathStep, 'optimal'>): boolean {
  const { about, moves } = change;
  const saved = before.secondsPerCall - after.secondsPerCall;
  const { calls } = before.demand;
  if (about.kind === 'reorder') {
    const visits = before.demand.nodes.get(about.menu)?.visits ?? 0;
    return (
      visits > 0 && saved >= leastOrderSaving && (saved * calls) / visits >= leastSecondsPerVisit
    );
  }
  const { mean, low } = gainInterval(gainsOf({ before, after, moves }), calls);
  return saved >= leastSecondsPerCall && saved >= mean - low;
}
