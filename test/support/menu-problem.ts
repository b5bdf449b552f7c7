import type { MenuLeaf, MenuProblem, TreeConstants } from '../../src/optimise/menu-problem.ts';
import type { MenuTree, TreeItem } from '../../src/optimise/menu-tree.ts';

/** The constants of the worked examples: a header of 1 s, 2 s to press, nothing else. */
export const plainConstants: TreeConstants = {
  header: 1,
  press: 2,
  entry: 0,
  fullListenShare: 0,
  pause: 0,
  optionsWithoutPause: 3,
};

/** A problem with these leaves; every option takes 3 s where nothing else is said. */
export function problemOf(
  leaves: readonly (number | Partial<MenuLeaf>)[],
  other: Partial<Omit<MenuProblem, 'leaves' | 'constants'>> & {
    readonly constants?: Partial<TreeConstants>;
  } = {},
): MenuProblem {
  const { constants, ...limits } = other;
  const category = typeof other.categorySeconds === 'number' ? other.categorySeconds : 3;
  return {
    categorySeconds: category,
    leastCategorySeconds: category,
    mostCategorySeconds: category,
    width: 9,
    depth: Infinity,
    allowed: 'any',
    ...limits,
    leaves: leaves.map((leaf) =>
      typeof leaf === 'number' ? { weight: leaf, seconds: 3 } : { weight: 1, seconds: 3, ...leaf },
    ),
    constants: { ...plainConstants, ...constants },
  };
}

/** Demand by rank: the second is wanted half as often as the first, the third a third as often. */
export const zipf = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => 1 / (index + 1));

/**
 * Every menu tree there is for some leaves, in every order and with every grouping: an oracle that
 * knows nothing of the others, for at most 5 leaves.
 */
export function* allTrees(leaves: readonly number[]): Generator<MenuTree> {
  for (const parts of orderedParts(leaves)) {
    if (parts.length < 2 && leaves.length > 1) continue;
    yield* products(parts.map((part) => [...optionsFor(part)]));
  }
}

function* optionsFor(part: readonly number[]): Generator<TreeItem> {
  const [only] = part;
  if (part.length === 1 && only !== undefined) yield only;
  else yield* allTrees(part);
}

function* orderedParts(leaves: readonly number[]): Generator<readonly (readonly number[])[]> {
  if (leaves.length === 0) yield [];
  for (let set = 1; set < 2 ** leaves.length; set += 1) {
    const first = leaves.filter((_, index) => (set & (1 << index)) !== 0);
    const rest = leaves.filter((_, index) => (set & (1 << index)) === 0);
    for (const others of orderedParts(rest)) yield [first, ...others];
  }
}

function* products<Item>(lists: readonly (readonly Item[])[]): Generator<readonly Item[]> {
  const [first, ...others] = lists;
  if (first === undefined) yield [];
  else for (const item of first) for (const rest of products(others)) yield [item, ...rest];
}
