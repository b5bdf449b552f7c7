import type { WantedReason } from './wanted-reason.ts';

/** The reasons that get an option, and those that don't. */
export interface Cut {
  readonly kept: readonly WantedReason[];
  readonly leftOut: readonly WantedReason[];
}

/**
 * The fewest reasons that together make a share of all calls, most wanted first, and those that must be
 * offered anyhow. All keep the order of the table.
 */
export function mostWanted(
  reasons: readonly WantedReason[],
  share: number,
  always: ReadonlySet<string>,
): Cut {
  const all = reasons.reduce((sum, { calls }) => sum + calls, 0);
  const kept = new Set(reasons.filter(({ reason }) => always.has(reason)));
  let sofar = [...kept].reduce((sum, { calls }) => sum + calls, 0);
  for (const reason of reasons.toSorted((a, b) => b.calls - a.calls)) {
    // Sums of shares like 0.1 miss their total by a rounding.
    if (sofar >= share * all - 1e-9 * all) break;
    if (kept.has(reason)) continue;
    kept.add(reason);
    sofar += reason.calls;
  }
  return {
    kept: reasons.filter((reason) => kept.has(reason)),
    leftOut: reasons.filter((reason) => !kept.has(reason)),
  };
}
