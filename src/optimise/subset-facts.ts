import { categorySeconds, standsFirst, type MenuProblem } from './menu-problem.ts';

/** What is known of every set of leaves by its members alone. A set is the bits of a whole number. */
export interface SubsetFacts {
  /** How many sets there are, the empty one among them. */
  readonly size: number;
  readonly weight: Float64Array;
  /** 1 where the set may be a category, or a leaf in one. */
  readonly mayShare: Uint8Array;
  /** Seconds to say its option, without a pause: of the leaf, or of a category behind the first menu. */
  readonly label: Float64Array;
  /** The same in the first menu. */
  readonly firstLabel: Float64Array;
  /** True where all labels take as long, so that only their number counts. */
  readonly isUniform: boolean;
}

/** The leaf with the lowest position in a set that is not empty. */
export const lowestOf = (set: number): number => 31 - Math.clz32(set & -set);

/** True for a set of one leaf. */
export const isSingle = (set: number): boolean => (set & (set - 1)) === 0;

/** The positions in a set of leaves, ascending. */
export function membersOf(set: number): readonly number[] {
  const members: number[] = [];
  for (let bits = set; bits !== 0; bits &= bits - 1) members.push(lowestOf(bits));
  return members;
}

/** Reckons weights, labels and permissions of all sets of at most 30 leaves. 2^n steps. */
export function subsetFacts(problem: MenuProblem): SubsetFacts {
  const { leaves, allowed } = problem;
  const size = 2 ** leaves.length;
  const weight = new Float64Array(size);
  const mayShare = new Uint8Array(size);
  const label = new Float64Array(size);
  const firstLabel = new Float64Array(size);
  const isByLeaves = typeof problem.categorySeconds !== 'number';
  for (let set = 1; set < size; set += 1) {
    const leaf = leaves[lowestOf(set)];
    const rest = set & (set - 1);
    weight[set] = (weight[rest] ?? 0) + (leaf?.weight ?? 0);
    if (rest === 0) {
      label[set] = firstLabel[set] = leaf?.seconds ?? 0;
      mayShare[set] = leaf !== undefined && !standsFirst(leaf) ? 1 : 0;
      continue;
    }
    const isOneGroup = allowed === 'any' || leaf?.group === leaves[lowestOf(rest)]?.group;
    if (!isOneGroup || mayShare[rest] !== 1 || mayShare[set ^ rest] !== 1) continue;
    mayShare[set] = 1;
    const members = isByLeaves ? membersOf(set) : [];
    label[set] = categorySeconds(problem, members, 'inner');
    firstLabel[set] = categorySeconds(problem, members, 'first');
  }
  const same = leaves[0]?.seconds;
  const isUniform =
    problem.categorySeconds === same && leaves.every(({ seconds }) => seconds === same);
  return { size, weight, mayShare, label, firstLabel, isUniform };
}
