/** Entropy of shares of a total, in nats. */
export function entropyOf(weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce(
    (sum, weight) => (weight > 0 ? sum - (weight / total) * Math.log(weight / total) : sum),
    0,
  );
}

/**
 * The rate at which words of these letter costs multiply: the root of Σ e^(-λ·cost) = 1. Infinite
 * where a letter costs nothing or there is only one.
 */
export function growthOf(costs: readonly number[]): number {
  if (costs.length < 2) return Infinity;
  const sumAt = (rate: number) => costs.reduce((sum, cost) => sum + Math.exp(-rate * cost), 0);
  let high = 1;
  while (sumAt(high) > 1) {
    high *= 2;
    if (high > 1e6) return Infinity;
  }
  let low = 0;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (sumAt(middle) > 1) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * What no prefix code can be below, in the unit of the costs: entropy over growth (R. M. Krause,
 * "Channels which transmit letters of unequal duration", Information and Control 5, 1962). A menu in
 * which every option takes as long is a letter: its i-th option costs α + β·i.
 */
export const classicalBound = (weights: readonly number[], costs: readonly number[]): number =>
  entropyOf(weights) / growthOf(costs);
