import type { DwellCount } from '../../calls/condensed-log.ts';
import { nodeOf, type CallFlow } from '../../flow/call-flow.ts';
import { hearingsOf } from '../../insight/timing/hearings.ts';

/** How callers give up while a menu speaks. */
export interface HangUpHazard {
  /** Hang-ups in menus, and the seconds that callers heard menus, in all. */
  readonly hangUps: number;
  readonly seconds: number;
  /** Hang-ups a second. */
  readonly perSecond: number;
}

/**
 * The hang-ups in menus for each second that callers were in one: events by exposure, the estimator of a
 * constant hazard (J. D. Kalbfleisch & R. L. Prentice, The Statistical Analysis of Failure Time Data,
 * 3.2). Nothing where the log has no times or nobody hung up.
 */
export function hangUpHazard(
  flow: CallFlow,
  dwell: readonly DwellCount[],
): HangUpHazard | undefined {
  let [hangUps, seconds] = [0, 0];
  for (const [id, hearings] of hearingsOf(flow, dwell)) {
    if (nodeOf(flow, id)?.kind !== 'menu') continue;
    for (const hearing of hearings) {
      seconds += hearing.seconds * hearing.times;
      if (hearing.end === 'left') hangUps += hearing.times;
    }
  }
  return seconds > 0 && hangUps > 0
    ? { hangUps, seconds, perSecond: hangUps / seconds }
    : undefined;
}
