import { optionsUnpaused, pauseIn, type MenuProblem } from './menu-problem.ts';
import { splitMenu } from './split-menu.ts';
import { isSingle, type SubsetFacts } from './subset-facts.ts';

/** No way at all. A constant of this file is read faster than a global one. */
const never = Infinity;

/** Options without pauses between them in short menus, options with pauses in all. */
interface Variant {
  readonly pause: number;
  readonly most: number;
  /** Least seconds by set and exact count of options. */
  readonly table: Float64Array;
}

function variantsOf(problem: MenuProblem, size: number): readonly Variant[] {
  const most = Math.min(problem.width, Math.log2(size));
  const few = Math.min(most, optionsUnpaused(problem));
  const pause = pauseIn(Infinity, problem);
  const lengths = pause === 0 || few < 1 ? [most] : few < most ? [few, most] : [few];
  return lengths.map((length, index) => {
    const table = new Float64Array(size * (most + 1)).fill(never);
    table[0] = 0;
    return { pause: index === 0 && few >= 1 ? 0 : pause, most: length, table };
  });
}

/**
 * The least seconds (times weight) of a menu behind the first for every set of leaves; `inside` tells
 * what a category costs, and without it categories are looked up in this table itself: smaller sets come
 * first. Saying an option costs its seconds times all who still listen, which depends on what is left
 * only; those who hear everything add the whole length, for which the number of options must do.
 */
function menusOver(
  problem: MenuProblem,
  facts: SubsetFacts,
  inside: Float64Array | undefined,
): Float64Array {
  const { size, weight, mayShare, label } = facts;
  const { header, entry, press, fullListenShare: q } = problem.constants;
  const variants = variantsOf(problem, size);
  const lastSeconds = problem.last?.seconds ?? 0;
  const saysLast = problem.last === undefined ? 0 : 1;
  const counts = Math.min(problem.width, Math.log2(size)) + 1;
  const menus = new Float64Array(size).fill(never);
  /** What follows the choice of an option: nothing for a leaf. */
  const cost = new Float64Array(size).fill(never);
  for (let set = 1; set < size; set += 1) {
    if (mayShare[set] !== 1) continue;
    const all = weight[set] ?? 0;
    const listening = (1 - q) * all;
    let least = never;
    for (const { pause, most, table } of variants) {
      const at = set * counts;
      for (let option = (set - 1) & set; option !== 0; option = (option - 1) & set) {
        const base = ((label[option] ?? 0) + pause) * listening + (cost[option] ?? never);
        if (base === never) continue;
        const rest = (set ^ option) * counts - 1;
        for (let count = 2; count <= most; count += 1) {
          const seconds = base + (table[rest + count] ?? never);
          if (seconds < (table[at + count] ?? never)) table[at + count] = seconds;
        }
      }
      for (let count = 2; count <= most; count += 1) {
        const heard =
          q * all * (count * ((label[set] ?? 0) + pause) + lastSeconds + pause * saysLast);
        least = Math.min(least, (table[at + count] ?? never) + heard);
      }
    }
    menus[set] = least + (header + entry + press) * all;
    cost[set] = isSingle(set) ? 0 : ((inside ?? menus)[set] ?? never);
    for (const { pause, table } of variants) {
      table[set * counts + 1] = ((label[set] ?? 0) + pause) * listening + (cost[set] ?? never);
    }
  }
  return menus;
}

/** The same where the labels differ and some hear everything: each set is parted by itself, 4^n steps. */
function menusOneByOne(
  problem: MenuProblem,
  facts: SubsetFacts,
  inside: Float64Array | undefined,
): Float64Array {
  const menus = new Float64Array(facts.size).fill(never);
  const behind = { labels: facts.label, inside: inside ?? menus, lastWeight: 0 };
  for (let set = 1; set < facts.size; set += 1) {
    if (facts.mayShare[set] !== 1 || isSingle(set)) continue;
    menus[set] = splitMenu(problem, facts, set, behind).seconds;
  }
  return menus;
}

/**
 * The least seconds (times weight) of a menu behind the first for every set of leaves that may share a
 * category, infinite where it doesn't fit: one table for each number of menus that may lie on the way,
 * from 0 up. Where more depth changes nothing, the last table stands for all that would follow.
 * 3^n·width steps for each.
 */
export function subsetMenus(problem: MenuProblem, facts: SubsetFacts): readonly Float64Array[] {
  const isSeparable = problem.constants.fullListenShare === 0 || facts.isUniform;
  const menus = isSeparable ? menusOver : menusOneByOne;
  const none = new Float64Array(facts.size).fill(never);
  if (problem.depth - 1 >= problem.leaves.length) return [menus(problem, facts, undefined)];
  const levels: Float64Array[] = [none];
  for (let depth = 1; depth < problem.depth; depth += 1) {
    const last = levels.at(-1) ?? none;
    const next = menus(problem, facts, last);
    if (next.every((seconds, set) => seconds === last[set])) break;
    levels.push(next);
  }
  return levels;
}
