import type { CallFlow } from '../../flow/call-flow.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';
import type { Errands } from './errand.ts';
import { walkErrands, type Walked } from './walk-errands.ts';

/** Walks the errands of a log over a script, under a model. */
export type Walk = (flow: CallFlow, model: CallerTimeModel) => Walked;

/** Walks anew each time. */
export const walkOver =
  (errands: Errands): Walk =>
  (flow, model) =>
    walkErrands(flow, errands, model);

/**
 * Walks each script once under the usual model. Under others it keeps the last two walks of each: the
 * script after a change is the one before the next, and all of them would fill the memory.
 */
export function walkedOnce(errands: Errands, usual: CallerTimeModel): Walk {
  const known = new WeakMap<CallFlow, Walked>();
  const recent = new Map<string, readonly Walked[]>();
  return (flow, model) => {
    if (model === usual) {
      const walked = known.get(flow) ?? walkErrands(flow, errands, model);
      known.set(flow, walked);
      return walked;
    }
    const name = JSON.stringify(model);
    const own = recent.get(name) ?? [];
    const before = own.find((walked) => walked.flow === flow);
    if (before !== undefined) return before;
    const walked = walkErrands(flow, errands, model);
    recent.set(name, [...own.slice(-1), walked]);
    return walked;
  };
}
