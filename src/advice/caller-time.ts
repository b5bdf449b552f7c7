import type { NodeId } from '../script/names.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import { defaultCallerTimeModel, type CallerTimeModel } from './caller-time-model.ts';
import type { Demand } from './demand.ts';
import { nodeSeconds } from './node-seconds.ts';

/** How long a script keeps its callers, and what that rests on. */
export interface CallerTime {
  /** Seconds of listening and pressing a call; nothing when there are no calls. */
  readonly secondsPerCall: number | undefined;
  readonly calls: number;
  /** Share of the prompts said whose length is a default, because the script doesn't tell it. */
  readonly unknownShare: number;
  readonly model: CallerTimeModel;
}

/**
 * The caller-time model: the expected seconds that a call spends listening and pressing, were this
 * demand asked of this script. For every node that was visited: its prompts, and for a menu the
 * header, the options up to the one that was chosen (all of them where callers can't interrupt), and
 * the press. Time in queues and look-ups is not part of it.
 */
export function callerTime(
  script: Script,
  demand: Demand,
  model: CallerTimeModel = defaultCallerTimeModel,
): CallerTime {
  let [seconds, said, unknown] = [0, 0, 0];
  for (const [id, node] of Object.entries(script.nodes) as [NodeId, ScriptNode][]) {
    const wanted = demand.nodes.get(id);
    if (wanted === undefined || wanted.visits === 0) continue;
    const time = nodeSeconds(script, node, wanted, model);
    seconds += time.seconds;
    said += time.said;
    unknown += time.unknown;
  }
  return {
    secondsPerCall: demand.calls === 0 ? undefined : seconds / demand.calls,
    calls: demand.calls,
    unknownShare: said === 0 ? 0 : unknown / said,
    model,
  };
}
