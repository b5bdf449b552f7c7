import type { FoundTree } from './best-by-subsets.ts';
import {
  categorySeconds,
  optionsUnpaused,
  pauseIn,
  type MenuProblem,
  type MenuRank,
} from './menu-problem.ts';
import type { MenuTree, TreeItem } from './menu-tree.ts';
import { treeSeconds } from './tree-seconds.ts';

/** No way at all. A constant of this file is read faster than a global one. */
const never = Infinity;

/** What is known of the stretches of leaves from one position to before another. */
interface Stretches {
  readonly at: (from: number, to: number) => number;
  /** Seconds to say a stretch as one option, without a pause. */
  readonly label: Float64Array;
  readonly weight: Float64Array;
}

/** What an option for several leaves takes to say may differ in the first menu. */
function stretchesOf(problem: MenuProblem, rank: MenuRank): Stretches {
  const { leaves } = problem;
  const n = leaves.length;
  const at = (from: number, to: number) => from * (n + 1) + to;
  const label = new Float64Array((n + 1) ** 2);
  const weight = new Float64Array((n + 1) ** 2);
  for (let from = 0; from < n; from += 1) {
    for (let to = from + 1; to <= n; to += 1) {
      weight[at(from, to)] = (weight[at(from, to - 1)] ?? 0) + (leaves[to - 1]?.weight ?? 0);
      label[at(from, to)] =
        to === from + 1
          ? (leaves[from]?.seconds ?? 0)
          : categorySeconds(
              problem,
              Array.from({ length: to - from }, (_, index) => from + index),
              rank,
            );
    }
  }
  return { at, label, weight };
}

interface Tables {
  /** Least weight times seconds of a menu for a stretch. */
  readonly menus: Float64Array;
  /** Where the first option of the best menu for a stretch ends, with so many options still to come. */
  readonly ends: Int32Array;
  /** How many options the best menu for a stretch has. */
  readonly counts: Uint8Array;
}

/** Categories are looked up in `inside`, or in the table itself: shorter stretches come first. */
function menusOver(
  problem: MenuProblem,
  { at, label, weight }: Stretches,
  inside: Float64Array | undefined,
): Tables {
  const { leaves, constants, width } = problem;
  const n = leaves.length;
  const most = Math.min(width, n);
  const few = Math.min(most, optionsUnpaused(problem));
  const pause = pauseIn(Infinity, problem);
  const alpha = constants.header + constants.entry + constants.press;
  const cells = (n + 1) ** 2;
  const menus = new Float64Array(cells).fill(never);
  const counts = new Uint8Array(cells);
  const ends = new Int32Array(cells * (most + 1) * 2);
  const table = new Float64Array(cells * (most + 1) * 2).fill(never);
  const cell = (variant: number, from: number, to: number, count: number) =>
    ((variant * cells + at(from, to)) * (most + 1) + count) | 0;
  for (let to = 0; to <= n; to += 1) {
    for (const variant of [0, 1]) table[cell(variant, to, to, 0)] = 0;
  }
  for (let length = 1; length <= n; length += 1) {
    for (let from = 0; from + length <= n; from += 1) {
      const to = from + length;
      const here = at(from, to);
      for (const variant of [0, 1]) {
        const gap = variant === 0 ? 0 : pause;
        const fill = (end: number, least: number) => {
          const option = at(from, end);
          const behind = end === from + 1 ? 0 : ((inside ?? menus)[option] ?? never);
          const base = ((label[option] ?? 0) + gap) * (weight[here] ?? 0) + behind;
          for (let count = least; count <= most; count += 1) {
            const seconds = base + (table[cell(variant, end, to, count - 1)] ?? never);
            const place = cell(variant, from, to, count);
            if (seconds < (table[place] ?? never)) {
              table[place] = seconds;
              ends[place] = end;
            }
          }
        };
        for (let end = from + 1; end < to; end += 1) fill(end, 2);
        const [least, last] = variant === 0 ? [1, few] : [few + 1, most];
        for (let count = Math.max(2, least); count <= last; count += 1) {
          const seconds =
            (table[cell(variant, from, to, count)] ?? never) + alpha * (weight[here] ?? 0);
          if (seconds < (menus[here] ?? never)) {
            menus[here] = seconds;
            counts[here] = count;
          }
        }
      }
      for (const variant of [0, 1]) {
        const gap = variant === 0 ? 0 : pause;
        const behind = length === 1 ? 0 : ((inside ?? menus)[here] ?? never);
        table[cell(variant, from, to, 1)] =
          ((label[here] ?? 0) + gap) * (weight[here] ?? 0) + behind;
        ends[cell(variant, from, to, 1)] = to;
      }
    }
  }
  return { menus, ends, counts };
}

/**
 * The best tree that keeps the leaves in the given order, as an alphabet or the steps of a life do
 * (A. Itai, "Optimal alphabetic trees", SIAM Journal on Computing 5, 1976): each menu parts a stretch
 * into stretches. n³·width steps. It knows no pins and no groups, and throws `RangeError`
 * where callers hear everything or choose what is said last. Nothing where no tree fits the limits.
 */
export function bestInOrder(problem: MenuProblem): FoundTree | undefined {
  const { leaves, constants, depth, width, last } = problem;
  const n = leaves.length;
  if (constants.fullListenShare !== 0 || (last?.weight ?? 0) !== 0)
    throw new RangeError('order is kept where callers hear what they choose');
  if (n < 2) return n === 0 ? undefined : { tree: [0], seconds: treeSeconds(problem, [0]) };
  const stretches = stretchesOf(problem, 'inner');
  const none = new Float64Array((n + 1) ** 2).fill(never);
  // Menus behind the first one: a table that refers to itself, or one for each depth.
  const levels: Tables[] = [];
  const isSelf = depth > n;
  if (isSelf) levels.push(menusOver(problem, stretches, undefined));
  for (let level = 1; !isSelf && level < depth; level += 1) {
    const next = menusOver(problem, stretches, levels.at(-1)?.menus ?? none);
    const isSame = levels.at(-1)?.menus.every((seconds, index) => seconds === next.menus[index]);
    levels.push(next);
    if (isSame === true) break;
  }
  const first = menusOver(problem, stretchesOf(problem, 'first'), levels.at(-1)?.menus ?? none);
  const { at } = stretches;
  if (first.menus[at(0, n)] === never) return undefined;
  const most = Math.min(width, n);
  const few = Math.min(most, optionsUnpaused(problem));
  /** The best menu for a stretch by these tables; what stands in it is one of the levels below. */
  const menuOf = (from: number, to: number, tables: Tables, below: number): MenuTree => {
    const items: TreeItem[] = [];
    const total = tables.counts[at(from, to)] ?? 0;
    const variant = total > few ? 1 : 0;
    const inside = levels[below];
    let start = from;
    for (let left = total; left > 0 && start < to; left -= 1) {
      const cells = (n + 1) ** 2;
      const end = tables.ends[(variant * cells + at(start, to)) * (most + 1) + left] ?? to;
      const isLeaf = end === start + 1 || inside === undefined;
      items.push(isLeaf ? start : menuOf(start, end, inside, isSelf ? 0 : below - 1));
      start = end;
    }
    return items;
  };
  const tree = menuOf(0, n, first, levels.length - 1);
  return { tree, seconds: treeSeconds(problem, tree) };
}
