import type { Sides } from './difference.ts';

/** Two things of which one became the other, by their positions. */
export type Pair = Sides<number>;

/** More pairs than this are not weighed against each other. */
const mostWeighed = 250_000;

/**
 * Pairs things up, the likeliest first; each has one partner at most. `likeness` above nothing makes a
 * pair possible. Of equals the ones that stand first come first, so that the same sides, and the sides
 * swapped, always give the same pairs. Beyond 250,000 possible pairs only the same positions are tried.
 */
export function bestPairs(
  sizes: Sides<number>,
  likeness: (before: number, after: number) => number,
): readonly Pair[] {
  const isLarge = sizes.before * sizes.after > mostWeighed;
  const possible: (Pair & { readonly likeness: number })[] = [];
  for (let before = 0; before < sizes.before; before += 1) {
    const [from, to] = isLarge ? [before, before + 1] : [0, sizes.after];
    for (let after = from; after < Math.min(to, sizes.after); after += 1) {
      const like = likeness(before, after);
      if (like > 0) possible.push({ before, after, likeness: like });
    }
  }
  return choosePairs(possible);
}

/** Takes the likeliest of possible pairs, and then the likeliest of those that are left. */
export function choosePairs<Possible extends Pair & { readonly likeness: number }>(
  possible: readonly Possible[],
): readonly Possible[] {
  const sorted = [...possible].sort(
    (a, b) => b.likeness - a.likeness || a.before + a.after - (b.before + b.after),
  );
  const [before, after] = [new Set<number>(), new Set<number>()];
  return sorted.filter((pair) => {
    if (before.has(pair.before) || after.has(pair.after)) return false;
    before.add(pair.before);
    after.add(pair.after);
    return true;
  });
}
