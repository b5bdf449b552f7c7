import { entropyOf } from '../../src/optimise/entropy-of.ts';
import { growthOf } from '../../src/optimise/growth-of.ts';

/**
 * What no prefix code can be below, in the unit of the costs: entropy over growth (R. M. Krause,
 * "Channels which transmit letters of unequal duration", Information and Control 5, 1962). A menu in
 * which every option takes as long is a letter: its i-th option costs α + β·i.
 */
export const classicalBound = (weights: readonly number[], costs: readonly number[]): number =>
  entropyOf(weights) / growthOf(costs);
