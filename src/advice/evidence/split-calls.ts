import type { CallerCalls } from '../../calls/call-details.ts';
import { randomFrom } from '../../walk/random.ts';
import type { Errands } from '../errands/errand.ts';
import { drawBinomial } from './draw-binomial.ts';

/** Errands of some of the calls of a log, with those of their callers who are known. */
export interface CallsPart {
  readonly errands: Errands;
  readonly callers: CallerCalls | undefined;
}

/** A log in two halves: one to choose changes by, and one to judge them by. */
export interface CallHalves {
  readonly choose: CallsPart;
  readonly judge: CallsPart;
  /** What was dealt out: callers with all their calls, or calls where the log names no callers. */
  readonly by: 'caller' | 'call';
}

/** The errands of so many calls of each path. */
function withCalls(errands: Errands, calls: readonly number[]): Errands {
  const counts = new Float64Array(errands.errands.length);
  const paths = errands.paths.map(({ shares }, path) => {
    const own = calls[path] ?? 0;
    for (const { errand, share } of shares) counts[errand] = (counts[errand] ?? 0) + share * own;
    return { calls: own, shares };
  });
  return {
    ...errands,
    calls: calls.reduce((sum, own) => sum + own, 0),
    errands: errands.errands.map((errand, position) => ({
      ...errand,
      calls: counts[position] ?? 0,
    })),
    paths,
  };
}

function callersAt(callers: CallerCalls, positions: readonly number[]): CallerCalls {
  const pick = (from: Float64Array | Int32Array) =>
    positions.map((position) => from[position] ?? 0);
  return {
    ...callers,
    caller: Float64Array.from(pick(callers.caller)),
    at: Float64Array.from(pick(callers.at)),
    variant: Int32Array.from(pick(callers.variant)),
    withheld: 0,
  };
}

/**
 * Deals the calls of a log out into two halves, so that what was chosen on one can be judged on the
 * other. Callers keep all their calls together. Calls whose caller isn't known are dealt out path by
 * path: each goes to either half by the same chance, which is a random half of the calls, as calls of a
 * path are alike in all that is known of them. The same log and seed give the same halves, whatever key
 * callers were hidden by.
 */
export function splitCalls(
  errands: Errands,
  callers: CallerCalls | undefined,
  seed = 1,
): CallHalves {
  const random = randomFrom(seed, 'halves');
  const chosen = errands.paths.map(() => 0);
  const told = errands.paths.map(() => 0);
  const sides: readonly [number[], number[]] = [[], []];
  if (callers !== undefined) {
    // Callers in the order of their first calls: pseudonyms change from run to run, times don't.
    const order = Array.from(callers.caller, (_, index) => index).sort(
      (a, b) =>
        (callers.at[a] ?? 0) - (callers.at[b] ?? 0) ||
        (callers.variant[a] ?? 0) - (callers.variant[b] ?? 0),
    );
    const sideOf = new Map<number, 0 | 1>();
    for (const call of order) {
      const caller = callers.caller[call] ?? 0;
      const side = sideOf.get(caller) ?? (random.chance(0.5) ? 1 : 0);
      sideOf.set(caller, side);
      sides[side].push(call);
      const path = callers.variant[call] ?? 0;
      told[path] = (told[path] ?? 0) + 1;
      if (side === 0) chosen[path] = (chosen[path] ?? 0) + 1;
    }
  }
  errands.paths.forEach(({ calls }, path) => {
    const rest = Math.max(0, calls - (told[path] ?? 0));
    chosen[path] = (chosen[path] ?? 0) + drawBinomial(rest, 0.5, random);
  });
  const judged = errands.paths.map(({ calls }, path) => calls - (chosen[path] ?? 0));
  const [first, second] = sides.map((positions) =>
    callers === undefined ? undefined : callersAt(callers, positions),
  );
  const known = told.reduce((sum, own) => sum + own, 0);
  return {
    choose: { errands: withCalls(errands, chosen), callers: first },
    judge: { errands: withCalls(errands, judged), callers: second },
    by: known * 2 > errands.calls ? 'caller' : 'call',
  };
}
