import type { CallerCalls } from '../../calls/call-details.ts';
import type { ClusterKind } from './bootstrap-mean.ts';

/** What the calls of a path gain; nothing where that isn't known. */
export interface PathGain {
  readonly calls: number;
  readonly seconds: number | undefined;
}

/** The positions of calls, those of one caller together. */
function byCaller({ caller }: Pick<CallerCalls, 'caller'>): Uint32Array {
  return Uint32Array.from(caller, (_, index) => index).sort(
    (a, b) => (caller[a] ?? 0) - (caller[b] ?? 0) || a - b,
  );
}

/**
 * Callers by what they gain: those of whom the log tells which calls are theirs, and each other call as
 * if it were a caller's only one. Callers who gain alike (to a millionth of a second) are one kind. Where
 * only some callers were kept, they stand for all.
 */
export function gainClusters(
  paths: readonly PathGain[],
  callers: CallerCalls | undefined,
): readonly ClusterKind[] {
  const kinds = new Map<string, { calls: number; gain: number; times: number }>();
  const add = (calls: number, gain: number, times: number): void => {
    if (calls === 0 || times <= 0) return;
    const key = `${calls} ${Math.round(gain * 1e6)}`;
    const kind = kinds.get(key) ?? { calls, gain, times: 0 };
    kinds.set(key, kind);
    kind.times += times;
  };
  const told = new Float64Array(paths.length);
  if (callers !== undefined) {
    const order = byCaller(callers);
    let [calls, gain] = [0, 0];
    order.forEach((call, index) => {
      const path = callers.variant[call] ?? 0;
      told[path] = (told[path] ?? 0) + 1;
      const seconds = paths[path]?.seconds;
      if (seconds !== undefined) {
        calls += 1;
        gain += seconds;
      }
      const next = order[index + 1];
      if (next !== undefined && callers.caller[next] === callers.caller[call]) return;
      add(calls, gain, callers.oneOf);
      [calls, gain] = [0, 0];
    });
  }
  const isSample = callers !== undefined && callers.oneOf > 1 && callers.caller.length > 0;
  if (!isSample) {
    paths.forEach(({ calls, seconds }, path) => {
      if (seconds !== undefined) add(1, seconds, calls - (told[path] ?? 0));
    });
  }
  return [...kinds]
    .sort(([a, first], [b, second]) => second.times - first.times || (a < b ? -1 : 1))
    .map(([, kind]) => kind);
}
