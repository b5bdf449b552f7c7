import { growthOf } from './classical-bound.ts';

/** No way at all. A constant of this file is read faster than a global one. */
const never = Infinity;

/** A code of least cost: how many words end at each cost. */
export interface LevelCode {
  readonly cost: number;
  /** For each word, most wanted first, the cost of its letters. */
  readonly wordCosts: readonly number[];
  /** For each cost, how many beginnings of that cost go on with another letter. */
  readonly goingOn: readonly number[];
}

interface State {
  /** Words that have ended. */
  readonly ended: number;
  /** Beginnings of words that cost 1, 2, … more than this level. */
  readonly open: readonly number[];
  readonly cost: number;
  readonly from: State | undefined;
  /** Beginnings of the level before this that went on. */
  readonly going: number;
}

/** At most so many states a level, or the answer is given up. */
const mostStates = 200_000;
/** States a level of the quick first search, which only finds a cost to be below. */
const beam = 300;

interface Levels {
  readonly n: number;
  readonly letters: readonly number[];
  /** Sum of the weights behind the first so many. */
  readonly weightAfter: readonly number[];
  /** What the words that haven't ended must cost at least. */
  readonly least: (state: State) => number;
}

/** All states one level on: of the beginnings that are due, some go on and the others end. */
function* nextStates({ n, letters, weightAfter }: Levels, state: State): Generator<State> {
  const [due = 0, ...later] = state.open;
  const cost = state.cost + (weightAfter[state.ended] ?? 0);
  const room = n - state.ended;
  for (let going = 0; going <= Math.min(due, room); going += 1) {
    const ended = Math.min(n, state.ended + due - going);
    const open = [...later, 0];
    for (const letter of letters) open[letter - 1] = (open[letter - 1] ?? 0) + going;
    let left = n - ended;
    for (let index = 0; index < open.length; index += 1) {
      open[index] = Math.min(open[index] ?? 0, left);
      left -= open[index] ?? 0;
    }
    if (ended < n && left === n - ended) continue;
    yield { ended, open, cost, from: state, going };
  }
}

function search(levels: Levels, width: number, below: number): State | undefined {
  const { n, letters } = levels;
  const longest = Math.max(...letters);
  const open = Array.from({ length: longest }, (_, index) =>
    Math.min(n, letters.filter((letter) => letter === index + 1).length),
  );
  let states: readonly State[] = [{ ended: 0, open, cost: 0, from: undefined, going: 1 }];
  let best: State | undefined;
  while (states.length > 0) {
    const found = new Map<string, State>();
    for (const state of states) {
      for (const next of nextStates(levels, state)) {
        const limit = best?.cost ?? below;
        if (next.ended >= n) {
          if (next.cost < limit) best = next;
          continue;
        }
        if (next.cost + levels.least(next) >= limit - 1e-9) continue;
        const key = `${next.ended},${next.open.join(',')}`;
        if (next.cost < (found.get(key)?.cost ?? never)) found.set(key, next);
        if (found.size > mostStates) return undefined;
      }
    }
    states = [...found.values()];
    if (states.length > width) {
      const rated = states.map((state) => ({ state, cost: state.cost + levels.least(state) }));
      states = rated
        .sort((a, b) => a.cost - b.cost)
        .slice(0, width)
        .map(({ state }) => state);
    }
  }
  return best;
}

/**
 * The prefix code of least cost for words of these weights over letters of whole costs, 1 or more: the
 * tree of all beginnings is cut level by level of cost (M. Golin & G. Rote, "A dynamic programming
 * algorithm for constructing optimal prefix-free codes with unequal letter costs", IEEE Transactions on
 * Information Theory 44, 1998). States that can't beat a code found by a narrow search, by the entropy of
 * what is left, are dropped. Nothing where too many states are left: many costly letters.
 */
export function bestByLevels(
  weights: readonly number[],
  letters: readonly number[],
): LevelCode | undefined {
  const sorted = weights.toSorted((a, b) => b - a);
  const n = sorted.length;
  if (n < 2) return { cost: 0, wordCosts: sorted.map(() => 0), goingOn: [] };
  if (letters.length < 2) return undefined;
  const weightAfter = [0];
  const logs = [0];
  for (const weight of sorted.toReversed()) {
    weightAfter.unshift((weightAfter[0] ?? 0) + weight);
    logs.unshift((logs[0] ?? 0) + (weight > 0 ? weight * Math.log(weight) : 0));
  }
  const rate = growthOf(letters);
  const powers = Array.from({ length: Math.max(...letters) }, (_, i) => Math.exp(-rate * (i + 1)));
  const least = ({ ended, open }: State): number => {
    const weight = weightAfter[ended] ?? 0;
    if (weight === 0) return 0;
    const room = open.reduce((sum, count, index) => sum + count * (powers[index] ?? 0), 0);
    return (weight * Math.log(weight) - (logs[ended] ?? 0) - weight * Math.log(room)) / rate;
  };
  const levels: Levels = { n, letters, weightAfter, least };
  const quick = search(levels, beam, Infinity);
  const best = search(levels, Infinity, (quick?.cost ?? Infinity) + 1e-6);
  if (best === undefined) return undefined;
  const path: State[] = [];
  for (let state: State | undefined = best; state !== undefined; state = state.from) {
    path.unshift(state);
  }
  const wordCosts = path.flatMap(({ ended }, level) =>
    Array.from({ length: ended - (path[level - 1]?.ended ?? 0) }, () => level),
  );
  return { cost: best.cost, wordCosts, goingOn: path.map(({ going }) => going) };
}
