import { randomFrom, type Random } from '../walk/random.ts';
import type { FoundTree } from './best-by-subsets.ts';
import { groupGreedily } from './group-greedily.ts';
import type { MenuNode } from './menu-node.ts';
import { nodeMaker, type NodeMaker } from './menu-nodes.ts';
import type { MenuProblem } from './menu-problem.ts';
import type { MenuTree } from './menu-tree.ts';
import { drawMove, everyMove, moved, partsOf } from './tree-moves.ts';

/** How long to search, and from where. */
export interface AnnealOptions {
  /** The same seed gives the same tree. 1 if nothing is said. */
  readonly seed?: number;
  /** Trees to begin with beside those that grouping gives: today's. */
  readonly starts?: readonly MenuTree[];
  /** Moves to try; if nothing is said, what is enough for the number of leaves. */
  readonly moves?: number;
}

/** Temperatures in shares of the first tree's seconds: moves that cost so much are often taken, and never. */
const [hot, cold] = [0.02, 0.0001];
/** Less than this is rounding, not seconds. */
const rounding = 1e-12;
/** A sweep over all moves is worth its time up to so many leaves. */
const mostSwept = 150;

interface Held {
  readonly items: readonly MenuNode[];
  readonly seconds: number;
}

/** Takes any better move until there is none. */
function descend(maker: NodeMaker, start: Held): Held {
  let best = start;
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const move of everyMove(partsOf(best.items), maker)) {
      const items = moved(best.items, move, maker);
      const seconds = maker.secondsOf(items);
      if (seconds >= best.seconds - rounding) continue;
      [best, isBetter] = [{ items, seconds }, true];
      break;
    }
  }
  return best;
}

function cool(maker: NodeMaker, start: Held, moves: number, random: Random): Held {
  let [current, best] = [start, start];
  let parts = partsOf(start.items);
  const from = start.seconds * hot;
  const rate = Math.log(cold / hot) / moves;
  for (let step = 0; step < moves; step += 1) {
    const move = drawMove(parts, random, maker);
    if (move === undefined) continue;
    const items = moved(current.items, move, maker);
    const seconds = maker.secondsOf(items);
    const worse = seconds - current.seconds;
    if (worse > 0 && random.next() >= Math.exp(-worse / (from * Math.exp(rate * step)))) continue;
    if (seconds === Infinity) continue;
    current = { items, seconds };
    parts = partsOf(items);
    if (seconds < best.seconds - rounding) best = current;
  }
  return best;
}

/**
 * A good tree where all can't be weighed: simulated annealing (S. Kirkpatrick, C. D. Gelatt & M. P.
 * Vecchi, Science 220, 1983) from today's tree and from groupings, each menu in its best order, so that
 * only what stands together is searched. Nothing where no tree to begin with fits the limits.
 */
export function anneal(problem: MenuProblem, options: AnnealOptions = {}): FoundTree | undefined {
  const { seed = 1, starts = [] } = options;
  const n = problem.leaves.length;
  const { moves = 3000 + 150 * Math.min(n, 100) } = options;
  const maker = nodeMaker(problem);
  const found = [...starts, ...groupGreedily(problem)]
    .map((tree): Held => {
      const items = maker.fromTree(tree);
      return { items, seconds: maker.secondsOf(items) };
    })
    .filter(({ seconds }) => seconds < Infinity)
    .sort((a, b) => a.seconds - b.seconds);
  const [first] = found;
  if (first === undefined) return undefined;
  let best = first;
  for (const [round, start] of [first, found[1] ?? first, undefined].entries()) {
    const cooled = cool(maker, start ?? best, moves, randomFrom(seed, 'menu tree', round));
    if (cooled.seconds < best.seconds) best = cooled;
  }
  if (n <= mostSwept) best = descend(maker, best);
  return { tree: maker.toTree(best.items), seconds: best.seconds };
}
