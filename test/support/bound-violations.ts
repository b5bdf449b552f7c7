import { bestBySubsets } from '../../src/optimise/best-by-subsets.ts';
import { lowerBound } from '../../src/optimise/lower-bound.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { problemOf } from './menu-problem.ts';

/**
 * Random menus whose bound is above their best tree: none, if the proof is right. Half of them are made
 * to be awkward: labels of a tenth of a second and of a minute, demand from one in a million to all.
 */
export function boundViolations(rounds: number, seed: number): readonly object[] {
  const random = randomFrom(seed, 'bounds');
  const any = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[random.below(values.length)] ?? values[0];
  const violations: object[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const isAwkward = round % 2 === 1;
    const length = () => (isAwkward ? 10 ** (random.next() * 2.8 - 1) : 2 + 4 * random.next());
    const leaves = Array.from({ length: 2 + random.below(isAwkward ? 5 : 7) }, () => ({
      weight: isAwkward ? 10 ** -(6 * random.next()) : random.exponential(1),
      seconds: any([0, 1, 1, 1, 1, 1, 1, 1]) * length(),
      extra: any([0, 0, 4]),
    }));
    const least = any([0, 1, 1, 1, 1]) * length();
    const spread = any([0, 0, 1]) * length();
    const problem = problemOf(leaves, {
      width: any([2, 3, 4, 5, 9, 12]),
      depth: any([1, 2, 3, Infinity, Infinity]),
      last: any([undefined, { weight: 0, seconds: length() }, { weight: 0.1, seconds: length() }]),
      leastCategorySeconds: least,
      mostCategorySeconds: least + spread,
      categorySeconds: (inside) => least + spread * ((inside.length * 0.37) % 1),
      constants: {
        header: any([0, 0.1, 1, 8]),
        press: any([0, 0.1, 2]),
        entry: any([0, 0.5]),
        pause: any([0, 0, 0.5, 3]),
        optionsWithoutPause: any([0, 2, 3]),
        fullListenShare: any([0, 0, 0, 0.2, 0.5, 0.95, 1]),
      },
    });
    const best = bestBySubsets(problem)?.seconds;
    const bound = lowerBound(problem).seconds;
    if (best !== undefined && !(bound <= best * (1 + 1e-9) + 1e-9)) {
      violations.push({ round, best, bound, problem });
    }
  }
  return violations;
}
