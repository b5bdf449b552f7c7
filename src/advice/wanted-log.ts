import type { CondensedLog } from '../calls/condensed-log.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { reasonsOfPaths } from '../insight/reason-of-path.ts';
import { replayLog } from '../replay/replay-log.ts';

/** A log with the calls that a table of contact reasons says there are. */
export interface WantedLog {
  readonly log: CondensedLog;
  /** Reasons of the table that no call of the log is for: what their callers do is not known. */
  readonly unseen: readonly string[];
  /** Reasons of the log that the table leaves out: nobody calls for them then. */
  readonly unwanted: readonly string[];
}

/**
 * A log as it would be if its callers wanted things in other proportions: the paths of each reason are
 * those of the log, and as many calls take them as the table says, with all calls of known reason as many
 * as before. Calls that told no reason stay as they are. What is known of single calls (callers, hours)
 * doesn't fit any more and is left out.
 */
export function wantedLog(
  flow: CallFlow,
  log: CondensedLog,
  volumes: ReadonlyMap<string, number>,
): WantedLog {
  const { paths } = replayLog(flow, log);
  const { of } = reasonsOfPaths(flow);
  const reasons = paths.map((path) => of(path));
  const told = new Map<string, number>();
  reasons.forEach((reason, path) => {
    if (reason !== undefined) told.set(reason, (told.get(reason) ?? 0) + (paths[path]?.calls ?? 0));
  });
  const seen = [...told].filter(([reason]) => (volumes.get(reason) ?? 0) > 0);
  const known = [...told.values()].reduce((sum, calls) => sum + calls, 0);
  const wanted = seen.reduce((sum, [reason]) => sum + (volumes.get(reason) ?? 0), 0);
  const factors = new Map(
    seen.map(([reason, calls]) => [reason, ((volumes.get(reason) ?? 0) / wanted / calls) * known]),
  );
  const variants = log.variants.flatMap((variant, position) => {
    const reason = reasons[position];
    const factor = reason === undefined ? 1 : (factors.get(reason) ?? 0);
    const calls = Math.round(variant.calls * factor);
    return calls === 0 ? [] : [{ ...variant, calls }];
  });
  return {
    log: {
      ...log,
      variants: variants.sort((a, b) => b.calls - a.calls),
      calls: variants.reduce((sum, { calls }) => sum + calls, 0),
      details: undefined,
    },
    unseen: [...volumes].flatMap(([reason, volume]) =>
      volume > 0 && !told.has(reason) ? [reason] : [],
    ),
    unwanted: [...told.keys()].filter((reason) => !factors.has(reason)),
  };
}
