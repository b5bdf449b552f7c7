import { outcomes, type Outcome } from '../replay/outcome.ts';
import type { Replay } from '../replay/replay.ts';
import { rateOf, type Rate } from './rate.ts';

/** Every outcome as a share of all calls, in the order of `outcomes`. */
export function outcomeRates(
  replay: Pick<Replay, 'calls' | 'outcomes'>,
): readonly (Rate & { readonly outcome: Outcome })[] {
  return outcomes.map((outcome) => ({
    outcome,
    ...rateOf(replay.outcomes[outcome], replay.calls),
  }));
}
