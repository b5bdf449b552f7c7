import type { DwellHistogram } from '../../calls/condensed-log.ts';
import { nodeOf, type CallFlow } from '../../flow/call-flow.ts';
import { hearingsOf } from '../../insight/timing/hearings.ts';
import type { ReplayedPath } from '../../replay/replay.ts';

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
 * 3.2). Who has got what they called for and then leaves is no hang-up. Nothing where the log has no
 * times or nobody hung up.
 */
export function hangUpHazard(
  flow: CallFlow,
  dwell: readonly DwellHistogram[],
  paths: readonly Pick<ReplayedPath, 'outcome' | 'lastNode' | 'calls'>[],
): HangUpHazard | undefined {
  const isMenu = (id: string | undefined): boolean =>
    id !== undefined && nodeOf(flow, id)?.kind === 'menu';
  const hangUps = paths
    .filter(({ outcome, lastNode }) => outcome === 'hung-up' && isMenu(lastNode))
    .reduce((sum, { calls }) => sum + calls, 0);
  let seconds = 0;
  for (const [id, hearings] of hearingsOf(flow, dwell)) {
    if (isMenu(id)) for (const hearing of hearings) seconds += hearing.seconds * hearing.times;
  }
  return seconds > 0 && hangUps > 0
    ? { hangUps, seconds, perSecond: hangUps / seconds }
    : undefined;
}
