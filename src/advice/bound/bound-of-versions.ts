import type { CallFlow } from '../../flow/call-flow.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';
import type { Errands } from '../errands/errand.ts';
import { walkOver, type Walk } from '../errands/walk-over.ts';
import { scriptBound, type ScriptBound } from './script-bound.ts';

/**
 * What neither these versions of a script nor any arrangement of their options can be below: the lowest of
 * their bounds, as a version with fewer words has a lower one. Nothing where there are no calls.
 */
export function boundOfVersions(
  errands: Errands,
  versions: readonly CallFlow[],
  model: CallerTimeModel,
  walk: Walk = walkOver(errands),
): ScriptBound | undefined {
  const bounds = versions.flatMap((flow) => scriptBound(errands, walk(flow, model)) ?? []);
  const [first, ...others] = bounds;
  if (first === undefined) return undefined;
  return others.reduce(
    (least, bound) => (bound.secondsPerCall < least.secondsPerCall ? bound : least),
    first,
  );
}
