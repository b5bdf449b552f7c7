import type { Errands } from '../errands/errand.ts';
import { reasonOfErrand } from '../errands/reason-of-errand.ts';
import type { Walked } from '../errands/walk-errands.ts';
import type { Evidence, ReasonGain } from './evidence.ts';

/** What the calls of each reason gain, most calls first; unknown reasons last. */
export function reasonGains(
  { errands }: Errands,
  before: Walked,
  after: Walked,
): readonly ReasonGain[] {
  const sums = new Map<string | undefined, { calls: number; before: number; after: number }>();
  errands.forEach((errand, position) => {
    const [was, is] = [before.errands[position], after.errands[position]];
    if (was?.isReached !== true || is?.isReached !== true || errand.calls === 0) return;
    const reason = reasonOfErrand(errand);
    const own = sums.get(reason) ?? { calls: 0, before: 0, after: 0 };
    sums.set(reason, own);
    own.calls += errand.calls;
    own.before += errand.calls * was.seconds;
    own.after += errand.calls * is.seconds;
  });
  return [...sums]
    .map(([reason, own]) => ({
      reason,
      calls: own.calls,
      before: own.before / own.calls,
      after: own.after / own.calls,
      seconds: (own.before - own.after) / own.calls,
    }))
    .sort(
      (a, b) =>
        Number(a.reason === undefined) - Number(b.reason === undefined) || b.calls - a.calls,
    );
}

/** The saving had all calls of unknown reason wanted what gains least, or most. */
export function manskiBounds(
  reasons: readonly ReasonGain[],
  calls: number,
): Pick<Evidence['unknownReasons'], 'least' | 'most'> {
  const known = reasons.filter(({ reason }) => reason !== undefined);
  const unknown = calls - known.reduce((sum, own) => sum + own.calls, 0);
  const told = known.reduce((sum, own) => sum + own.calls * own.seconds, 0);
  const each = known.map(({ seconds }) => seconds);
  const bound = (choose: (...values: number[]) => number) =>
    each.length === 0 ? 0 : (told + unknown * choose(...each)) / calls;
  return { least: bound(Math.min), most: bound(Math.max) };
}
