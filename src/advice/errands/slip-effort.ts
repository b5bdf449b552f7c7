import { nodeAt, type CallFlow } from '../../flow/call-flow.ts';
import type { Counterparts } from './counterparts.ts';
import { addEffort, noEffort, type Effort } from './effort.ts';
import type { Errand } from './errand.ts';
import type { PricedFlow, Spot } from './priced-flow.ts';

/** What silence and wrong entries cost: where they happened before, else in the last place of that kind. */
export function slipEffort(
  priced: PricedFlow,
  was: CallFlow,
  counterparts: Counterparts,
  { slips }: Errand,
  spots: readonly Spot[],
): Effort {
  let effort = noEffort;
  for (const { node, noInputs, noMatches } of slips) {
    const { kind } = nodeAt(was, node);
    if (kind !== 'menu' && kind !== 'collect') continue;
    const same = new Set(counterparts.nodes(node));
    const spot =
      spots.find(({ id }) => same.has(id)) ??
      spots.findLast(({ id }) => nodeAt(priced.flow, id).kind === kind);
    if (spot === undefined) continue;
    const times = priced.times(spot);
    effort = addEffort(effort, {
      seconds: noInputs * times.noInput + noMatches * times.noMatch,
      presses: noMatches,
      options: 0,
      said: (noInputs + noMatches) * times.prompts,
      unknown: (noInputs + noMatches) * times.unknownPrompts,
    });
  }
  return effort;
}
