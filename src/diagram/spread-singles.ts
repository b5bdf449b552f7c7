import type { Card } from './card.ts';
import { gaps, reachOf } from './place-trees.ts';
import type { StepId } from './read-steps.ts';

/** More columns than this and a reader loses the way back. */
const mostColumns = 12;

/** Stands cards without lines in the columns that there are, each where the column is shortest. */
export function spreadSingles(
  ids: readonly StepId[],
  cards: ReadonlyMap<StepId, Card>,
  columns: number,
  free: number,
): {
  readonly spots: ReadonlyMap<StepId, { readonly y: number; readonly column: number }>;
  readonly bottom: number;
} {
  const bottoms = Array.from(
    { length: Math.min(Math.max(columns, 1), mostColumns, ids.length) },
    () => free,
  );
  const spots = new Map<StepId, { y: number; column: number }>();
  for (const id of ids) {
    const card = cards.get(id);
    if (card === undefined) continue;
    const reach = reachOf(card);
    const lowest = Math.min(...bottoms);
    const column = bottoms.indexOf(lowest);
    const y = lowest + reach.above;
    spots.set(id, { y, column });
    bottoms[column] = y + card.height + reach.below + gaps.between;
  }
  return {
    spots,
    bottom: bottoms.reduce((most, bottom) => Math.max(most, bottom), free),
  };
}
