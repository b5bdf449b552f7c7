import type { FoundTree } from './best-by-subsets.ts';
import { optionsUnpaused, totalWeight, type MenuProblem } from './menu-problem.ts';
import type { MenuTree, TreeItem } from './menu-tree.ts';
import { treeSeconds } from './tree-seconds.ts';

/** More leaves than this take too long: n² log n steps. */
const mostEqual = 1000;

/** True where all leaves are wanted alike, all options take as long, and nothing else is asked. */
export function areEqual({ leaves, constants, ...limits }: MenuProblem): boolean {
  const [first] = leaves;
  if (first === undefined || leaves.length > mostEqual || limits.width < 2) return false;
  const hasPauses = constants.pause > 0 && limits.width > optionsUnpaused({ ...limits, constants });
  return (
    limits.categorySeconds === first.seconds &&
    constants.fullListenShare === 0 &&
    (limits.last?.weight ?? 0) === 0 &&
    (!hasPauses || optionsUnpaused({ ...limits, constants }) < 1) &&
    limits.depth >= leaves.length &&
    (limits.allowed === 'any' || leaves.every(({ group }) => group === first.group)) &&
    leaves.every(
      ({ weight, seconds, isFirst, place }) =>
        weight === first.weight && seconds === first.seconds && !isFirst && place === undefined,
    )
  );
}

interface Place {
  readonly cost: number;
  readonly children: Place[];
}

/** The cheapest menus, so many, and the n cheapest places in them that are no menu. */
function treeWith(menus: number, n: number, letters: readonly number[]) {
  const root: Place = { cost: 0, children: [] };
  let open: Place[] = [root];
  for (let menu = 0; menu < menus; menu += 1) {
    let cheapest = 0;
    open.forEach(({ cost }, index) => {
      if (cost < (open[cheapest]?.cost ?? 0)) cheapest = index;
    });
    const [spent] = open.splice(cheapest, 1);
    const children = letters.map((letter) => ({ cost: (spent?.cost ?? 0) + letter, children: [] }));
    spent?.children.push(...children);
    open.push(...children);
    // Places beyond the n cheapest are never used.
    if (open.length > 4 * n) open = open.toSorted((a, b) => a.cost - b.cost).slice(0, 2 * n);
  }
  const used = open.toSorted((a, b) => a.cost - b.cost).slice(0, n);
  return { root, used, cost: used.reduce((sum, { cost }) => sum + cost, 0) };
}

function toTree(root: Place, used: ReadonlySet<Place>): MenuTree {
  let next = 0;
  const itemsOf = (place: Place): MenuTree =>
    place.children.flatMap((child): readonly TreeItem[] => {
      if (used.has(child)) return [next++];
      const inside = itemsOf(child);
      return inside.length > 1 ? [inside] : inside;
    });
  return itemsOf(root);
}

/**
 * The best tree for leaves that are wanted alike and options that take as long: each menu is a letter's
 * choice with costs α + β·i, and the cheapest places are the right ones to be menus (Varn 1971; menus may
 * have fewer options than they could). All numbers of menus are tried.
 */
export function bestOfEqual(problem: MenuProblem): FoundTree {
  const { leaves, constants, width } = problem;
  const n = leaves.length;
  const [first] = leaves;
  const pause = optionsUnpaused(problem) < 1 ? constants.pause : 0;
  const beta = (first?.seconds ?? 0) + pause;
  const alpha = constants.header + constants.entry + constants.press;
  const letters = Array.from({ length: Math.min(width, n) }, (_, i) => alpha + beta * (i + 1));
  let best = treeWith(
    Math.max(1, Math.ceil((n - 1) / Math.max(1, letters.length - 1))),
    n,
    letters,
  );
  let menus = best.root.children.length;
  for (menus = Math.ceil((n - 1) / Math.max(1, letters.length - 1)) + 1; menus < n; menus += 1) {
    const next = treeWith(menus, n, letters);
    if (next.cost >= best.cost) break;
    best = next;
  }
  const tree = toTree(best.root, new Set(best.used));
  return { tree, seconds: totalWeight(problem) === 0 ? 0 : treeSeconds(problem, tree) };
}
