import type { Share } from './newcombe.ts';
import { upperTail } from './normal.ts';

/** The normal quantile that leaves a fifth above it: a power of 80 %. */
const z80 = 0.8416212335729143;
const z975 = 1.959963984540054;

/**
 * How likely two shares of different calls differ so much by chance alone, if they don't: the two-sided
 * test with a pooled variance, which is Pearson's chi-squared test of the four counts. 1 where nothing
 * can be told.
 */
export function chanceOf(first: Share, second: Share): number {
  if (first.of === 0 || second.of === 0) return 1;
  const pooled = (first.count + second.count) / (first.of + second.of);
  const variance = pooled * (1 - pooled) * (1 / first.of + 1 / second.of);
  if (variance === 0) return 1;
  const z = Math.abs(first.count / first.of - second.count / second.of) / Math.sqrt(variance);
  return Math.min(1, 2 * upperTail(z));
}

/**
 * The chances of many tests together, corrected so that of those called different at most that share is
 * so by chance (Y. Benjamini & Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995, 289–300).
 * In the order given.
 */
export function benjaminiHochberg(chances: readonly number[]): readonly number[] {
  const order = chances.map((chance, index) => ({ chance, index }));
  order.sort((a, b) => b.chance - a.chance);
  const corrected = new Array<number>(chances.length).fill(1);
  let least = 1;
  order.forEach(({ chance, index }, position) => {
    least = Math.min(least, chance * (chances.length / (chances.length - position)));
    corrected[index] = least;
  });
  return corrected;
}

/**
 * Calls that each side of a fair test needs to find a difference of these two shares in four of five
 * tests, and one where there is none in one of twenty (J. L. Fleiss, Statistical Methods for Rates and
 * Proportions, 1981, 3.2, without his correction; to the nearest call). Nothing for equal shares.
 */
export function callsForTest(one: number, other: number): number | undefined {
  if (one === other) return undefined;
  const mean = (one + other) / 2;
  const root =
    z975 * Math.sqrt(2 * mean * (1 - mean)) +
    z80 * Math.sqrt(one * (1 - one) + other * (1 - other));
  return Math.round((root * root) / (one - other) ** 2);
}
