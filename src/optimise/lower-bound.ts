import { entropyOf } from './classical-bound.ts';
import {
  optionsUnpaused,
  pauseIn,
  totalWeight,
  type MenuLeaf,
  type MenuProblem,
} from './menu-problem.ts';
import { menuSeconds } from './menu-seconds.ts';

/** What no menu tree can be below, and the figures that this rests on. */
export interface LowerBound {
  /** Mean seconds a call. */
  readonly seconds: number;
  /** The rate at which the bound is highest; nothing where it needs none. */
  readonly lambda: number | undefined;
  /** Seconds that every menu costs besides its options. */
  readonly alpha: number;
  /** The shortest category there may be, in seconds. */
  readonly leastCategory: number;
  /** The longest that the options of one menu can take, in seconds. */
  readonly longestMenu: number;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** The seconds of the longest options that fit one menu. */
function longest(problem: MenuProblem, width: number, pause: number): number {
  const { leaves, mostCategorySeconds: category } = problem;
  const own = leaves.map(({ seconds }) => seconds).filter((seconds) => seconds > category);
  const top = own.sort((a, b) => b - a).slice(0, width);
  return Number.isFinite(width)
    ? sum(top) + (width - top.length) * category + width * pause
    : Infinity;
}

/** ln((e^(λ·c·d) - 1)/c) for the share c of callers who don't hear everything; λ·d at c = 0. */
function labelLog(lambda: number, interrupting: number, seconds: number): number {
  if (interrupting === 0) return Math.log(lambda * seconds);
  const power = lambda * interrupting * seconds;
  const log = power > 1 ? power + Math.log1p(-Math.exp(-power)) : Math.log(Math.expm1(power));
  return log - Math.log(interrupting);
}

/**
 * ln of the most that e^(-λ·q·D)·(1 - e^(-λ·c·D))/c can be in a menu whose options take D ≤ `most`
 * seconds, where q hear everything and c = 1 - q don't.
 */
function menuLog(lambda: number, listening: number, most: number): number {
  const interrupting = 1 - listening;
  if (interrupting === 0) return most * lambda >= 1 ? -1 : Math.log(lambda * most) - lambda * most;
  const power = lambda * interrupting * most;
  const log = -Math.min(power, listening === 0 ? Infinity : -Math.log(listening));
  const lost = listening === 0 ? 0 : (listening / interrupting) * log;
  return lost + Math.log(-Math.expm1(log)) - Math.log(interrupting);
}

/** Steps of the search for the best rate: so many, evenly on a logarithmic scale, then between two. */
const steps = 400;

/**
 * A lower bound on the mean seconds of every menu tree for a demand, with the time that each option
 * takes; the proof stands in docs/how-far-from-the-best.md. For every rate λ at which a category pays
 * for its menu, e^(-λα)·κ ≤ e^(λ·d) - 1 for the shortest category d,
 *
 *     α + [H(p) + Σ p_i·ln(e^(λ·d_i) - 1) - ln κ] / λ
 *
 * is one, α being what a menu costs besides its options and κ = 1 - e^(-λ·D), D the longest that the
 * options of one menu take. It is stated here for any share that hears everything, and for pauses that
 * only longer menus have. With options that all take as long it is the classical bound. Limits of depth,
 * pinned places and allowed groupings only make menus longer, so it holds for them, too.
 */
export function lowerBound(problem: MenuProblem): LowerBound {
  const { constants, leaves, width, depth } = problem;
  const { pause, fullListenShare: q } = constants;
  const unpaused = optionsUnpaused(problem);
  /** What is said last is chosen, or only heard by those who hear everything. */
  const chosenLast = (problem.last?.weight ?? 0) > 0 ? problem.last : undefined;
  const heardLast = chosenLast === undefined ? q * (problem.last?.seconds ?? 0) : 0;
  const alpha = constants.header + constants.press + constants.entry + heardLast;
  const leastCategory = problem.leastCategorySeconds;
  const total = totalWeight(problem);
  const reasons: readonly MenuLeaf[] = chosenLast === undefined ? leaves : [...leaves, chosenLast];
  const wanted = reasons.filter(({ weight }) => weight > 0);
  const extra =
    total === 0 ? 0 : sum(wanted.map((leaf) => leaf.weight * (leaf.extra ?? 0))) / total;
  const isPaused = width > unpaused && pause > 0;
  const gap = isPaused ? pause : 0;
  const lastSeconds = chosenLast?.seconds ?? 0;
  const longestMenu =
    longest(problem, width, gap) + (chosenLast === undefined ? 0 : lastSeconds + gap);
  const about = { alpha, leastCategory, longestMenu };
  if (total === 0) return { seconds: 0, lambda: undefined, ...about };

  if (depth <= 1 || leaves.length === 1) {
    // One menu is all there can be: Smith's order is the best, whatever else is asked.
    const behind = pauseIn(leaves.length, problem);
    const items = leaves.map(({ weight, seconds }) => ({ weight, seconds: seconds + behind }));
    items.sort((a, b) => b.weight * a.seconds - a.weight * b.seconds);
    const { last } = problem;
    if (last !== undefined) items.push({ ...last, seconds: last.seconds + behind });
    return { seconds: menuSeconds(items, constants) / total + extra, lambda: undefined, ...about };
  }

  const c = 1 - q;
  const heard = wanted.filter(({ seconds }) => seconds + gap > 0);
  const heardShare = sum(heard.map(({ weight }) => weight)) / total;
  const entropy = entropyOf(heard.map(({ weight }) => weight));
  const shortLongest = longest(problem, Math.min(width, unpaused), 0) + lastSeconds;
  const least = Math.min(leastCategory, ...reasons.map(({ seconds }) => seconds));

  /** ln κ: what the options of one menu can weigh together. In a menu without pauses they weigh more. */
  const kappaLog = (lambda: number): number => {
    const log = menuLog(lambda, q, longestMenu);
    if (!isPaused || unpaused < 1) return log;
    const ratio = labelLog(lambda, c, least + gap) - labelLog(lambda, c, least);
    return Math.max(log, ratio + menuLog(lambda, q, shortLongest));
  };
  const holds = (lambda: number): boolean =>
    kappaLog(lambda) - lambda * alpha <= labelLog(lambda, c, leastCategory + gap);
  const at = (lambda: number): number => {
    const kappa = kappaLog(lambda);
    const labels = sum(
      heard.map((leaf) => (leaf.weight / total) * labelLog(lambda, c, leaf.seconds + gap)),
    );
    return (heardShare * (entropy - kappa) + labels) / lambda;
  };

  const floor = sum(wanted.map((leaf) => leaf.weight * leaf.seconds)) / total;
  let best = { seconds: floor, lambda: undefined as number | undefined };
  const consider = (lambda: number) => {
    if (!(lambda > 0) || !holds(lambda)) return;
    const seconds = at(lambda);
    if (seconds > best.seconds) best = { seconds, lambda };
  };
  const scale = Math.max(alpha, leastCategory + gap, floor) || 1;
  const [from, to] = [Math.log(1e-4 / scale), Math.log(1e3 / scale)];
  const rate = (step: number) => Math.exp(from + ((to - from) * step) / steps);
  for (let step = 0; step <= steps; step += 1) {
    consider(rate(step));
    if (step === 0 || holds(rate(step - 1)) === holds(rate(step))) continue;
    // The smallest rate at which the condition holds is often the best of all.
    let [low, high] = holds(rate(step))
      ? [rate(step - 1), rate(step)]
      : [rate(step), rate(step - 1)];
    for (let half = 0; half < 100; half += 1) {
      const middle = (low + high) / 2;
      if (holds(middle)) high = middle;
      else low = middle;
    }
    consider(high);
  }
  let reach = (to - from) / steps;
  for (let round = 0; round < 60 && best.lambda !== undefined; round += 1) {
    const centre = Math.log(best.lambda);
    consider(Math.exp(centre - reach));
    consider(Math.exp(centre + reach));
    reach /= 1.5;
  }
  return { seconds: alpha + best.seconds + extra, lambda: best.lambda, ...about };
}
