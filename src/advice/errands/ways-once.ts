import { cheapestWays, type CheapestWays } from './cheapest-ways.ts';
import type { Ways } from './leg-along.ts';
import type { PricedFlow, Spot } from './priced-flow.ts';

/** The ways from each spot, looked for once. */
export function waysOnce(priced: PricedFlow, isOpen: Ways['isOpen']): (from: Spot) => CheapestWays {
  const known = new Map<Spot, CheapestWays>();
  return (from) => {
    const found = known.get(from) ?? cheapestWays(priced, from, isOpen);
    known.set(from, found);
    return found;
  };
}
