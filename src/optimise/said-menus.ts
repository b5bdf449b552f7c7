import { atTheirPlaces } from './at-their-places.ts';
import type { MenuNode } from './menu-node.ts';
import { categorySeconds, pauseIn, type MenuProblem, type MenuRank } from './menu-problem.ts';
import { smithOrder } from './smith-order.ts';

/** An option as it is said in its menu, with the pause behind it. */
export interface SaidOption {
  readonly node: MenuNode;
  readonly weight: number;
  readonly seconds: number;
  readonly place: number | undefined;
  readonly pinned: boolean;
}

/** How the menus of a problem are said. */
export interface SaidMenus {
  /** The options in the order in which callers listen least. */
  readonly inOrder: (items: readonly MenuNode[], rank: MenuRank) => readonly SaidOption[];
  /** Weight times seconds of all who come to a menu, and of what lies behind it. */
  readonly seconds: (items: readonly MenuNode[], weight: number, rank: MenuRank) => number;
}

export function saidMenus(problem: MenuProblem): SaidMenus {
  const { leaves, last } = problem;
  const { header, entry, press, fullListenShare: q } = problem.constants;
  const alpha = header + entry + press;
  const hasPlaces = leaves.some(({ place }) => place !== undefined);

  const labelSeconds = (node: MenuNode, rank: MenuRank): number => {
    if (node.leaf !== undefined) return leaves[node.leaf]?.seconds ?? 0;
    if (typeof problem.categorySeconds === 'number') return problem.categorySeconds;
    return (node.labels[rank] ??= categorySeconds(problem, node.leaves, rank));
  };
  const inOrder = (items: readonly MenuNode[], rank: MenuRank): readonly SaidOption[] => {
    const pause = pauseIn(items.length, problem);
    const said = items.map((node): SaidOption => {
      const place = node.leaf === undefined ? undefined : leaves[node.leaf]?.place;
      const seconds = labelSeconds(node, rank) + pause;
      return { node, weight: node.weight, seconds, place, pinned: place !== undefined };
    });
    if (rank === 'first' && hasPlaces) {
      const placed = atTheirPlaces(said);
      return smithOrder(placed).order.flatMap((index) => placed[index] ?? []);
    }
    return said.sort((a, b) => b.weight * a.seconds - a.weight * b.seconds);
  };
  return {
    inOrder,
    seconds(items, weight, rank) {
      const atEnd = rank === 'first' ? (last?.weight ?? 0) : 0;
      const callers = weight + atEnd;
      let [whole, left, heard, behind] = [0, callers, 0, 0];
      for (const { node, seconds } of inOrder(items, rank)) {
        whole += seconds;
        heard += (1 - q) * seconds * left;
        left -= node.weight;
        behind += node.seconds;
      }
      if (last !== undefined) {
        const seconds = last.seconds + pauseIn(items.length, problem);
        whole += seconds;
        heard += (1 - q) * seconds * atEnd;
      }
      return heard + q * callers * whole + behind + alpha * callers;
    },
  };
}
