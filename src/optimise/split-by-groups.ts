import { atTheirPlaces } from './at-their-places.ts';
import { pauseIn, type MenuProblem } from './menu-problem.ts';
import { menuSeconds } from './menu-seconds.ts';
import { smithOrder, type OrderItem } from './smith-order.ts';
import type { Behind, SplitMenu } from './split-menu.ts';
import { isSingle, lowestOf, membersOf, type SubsetFacts } from './subset-facts.ts';

/** No way at all. A constant of this file is read faster than a global one. */
const never = Infinity;

interface Option extends OrderItem {
  readonly set: number;
}

/**
 * The best first menu where each group has one category at most: for every set of leaves that may stand
 * in categories, those are parted by their group, the others are options of their own, and Smith's rule
 * gives the order. 2^n menus.
 */
export function splitByGroups(
  problem: MenuProblem,
  { size, weight, mayShare }: SubsetFacts,
  { labels, inside, lastWeight }: Behind,
): SplitMenu {
  const { leaves, constants, width, last } = problem;
  const groups = new Map<number | undefined, number>();
  leaves.forEach(({ group }, leaf) => groups.set(group, (groups.get(group) ?? 0) | (1 << leaf)));
  let best: SplitMenu = { seconds: never, options: [] };
  for (let shared = 0; shared < size; shared += 1) {
    const categories = [...groups.values()].map((group) => group & shared).filter(Boolean);
    if (categories.some((set) => isSingle(set) || mayShare[set] !== 1)) continue;
    const singles = membersOf(shared ^ (size - 1)).map((leaf) => 1 << leaf);
    const sets = [...categories, ...singles];
    if (sets.length > width || sets.length === 0) continue;
    const behind = categories.reduce((sum, set) => sum + (inside[set] ?? never), 0);
    if (behind >= best.seconds) continue;
    const pause = pauseIn(sets.length, problem);
    const options = atTheirPlaces(
      sets.map((set) => {
        const place = isSingle(set) ? leaves[lowestOf(set)]?.place : undefined;
        const item = { seconds: (labels[set] ?? 0) + pause, weight: weight[set] ?? 0 };
        return { set, ...item, place, pinned: place !== undefined };
      }),
    );
    const { order } = smithOrder(options);
    const inOrder = order.flatMap((index): readonly Option[] => {
      const option = options[index];
      return option === undefined ? [] : [option];
    });
    const atEnd = last === undefined ? [] : [{ weight: lastWeight, seconds: last.seconds + pause }];
    const seconds = behind + menuSeconds([...inOrder, ...atEnd], constants);
    if (seconds < best.seconds) best = { seconds, options: inOrder.map(({ set }) => set) };
  }
  return best;
}
