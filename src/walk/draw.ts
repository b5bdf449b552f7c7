import type { Random } from './random.ts';

/** One of several by weight; the first where all weights are 0, nothing where there are none. */
export function drawByWeight<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  random: Random,
): Item | undefined {
  const total = items.reduce((sum, item) => sum + Math.max(weightOf(item), 0), 0);
  let left = random.next() * total;
  for (const item of items) {
    left -= Math.max(weightOf(item), 0);
    if (left < 0) return item;
  }
  return items[0];
}
