import { buildCallFlow } from '../../flow/build-call-flow.ts';
import { applyEdits } from '../apply-edits.ts';
import type { Guard } from '../guard.ts';
import type { PathStep } from '../steepest-path.ts';
import type { Show, Version } from '../version.ts';
import type { Help } from './help.ts';

/** Takes changes that help one after the other; those that a rule or the proof objects to are left out. */
export function helpfulSteps(
  start: Version,
  helps: readonly Help[],
  show: Show,
  guard: Guard,
): readonly PathStep[] {
  const path: PathStep[] = [];
  let before = start;
  for (const { change } of helps) {
    const script = applyEdits(before.flow.script, change.edits);
    if (script === undefined) continue;
    const flow = buildCallFlow(script);
    const isPermitted =
      guard.finding(before.flow, flow) === undefined &&
      guard.badEnd(before.flow, flow) === undefined;
    if (!isPermitted) continue;
    const after = show(flow, before.demand);
    path.push({ change, before, after, optimal: undefined });
    before = after;
  }
  return path;
}
