import { optionsUnpaused, pauseIn, type MenuProblem } from './menu-problem.ts';
import { isSingle, lowestOf, type SubsetFacts } from './subset-facts.ts';

/** No way at all. A constant of this file is read faster than a global one. */
const never = Infinity;

/** The best way to offer a set of leaves in one menu: its options as sets, in the order they are said. */
export interface SplitMenu {
  /** Weight times seconds, with everything behind the options; infinite where there is no way. */
  readonly seconds: number;
  readonly options: readonly number[];
}

/** What behind each option is reckoned with. */
export interface Behind {
  readonly labels: Float64Array;
  /** Weight times seconds of a category's menu, by its leaves; infinite where there can be none. */
  readonly inside: Float64Array;
  /** Weight of those who choose here what is said last. */
  readonly lastWeight: number;
}

/** The set of options that may be said at a place, where pinned leaves leave no choice. */
function forcedAt(problem: MenuProblem, left: number, place: number): number | undefined {
  let [lowest, first] = [Infinity, 0];
  let loose = 0;
  for (let bits = left; bits !== 0; bits &= bits - 1) {
    const wanted = problem.leaves[lowestOf(bits)]?.place;
    if (wanted === undefined) loose |= bits & -bits;
    else if (wanted < lowest) [lowest, first] = [wanted, bits & -bits];
  }
  return lowest <= place || (loose === 0 && first !== 0) ? first : undefined;
}

function splitWithin(
  problem: MenuProblem,
  { weight, mayShare }: SubsetFacts,
  set: number,
  { labels, inside, lastWeight }: Behind,
  [least, most, pause]: readonly [number, number, number],
): SplitMenu {
  const q = problem.constants.fullListenShare;
  const hasPlaces = problem.leaves.some(({ place }) => place !== undefined);
  const whole = weight[set] ?? 0;
  const counts = most + 1;
  const best = new Map<number, { readonly seconds: Float64Array; readonly option: Int32Array }>();
  const rowOf = (said: number) => {
    const row = best.get(said) ?? {
      seconds: new Float64Array(counts).fill(never),
      option: new Int32Array(counts),
    };
    best.set(said, row);
    return row;
  };
  rowOf(0).seconds[0] = 0;
  // Sets that were said, ascending: (said - set) & set is the next subset of the whole.
  let said = 0;
  do {
    const row = best.get(said);
    const left = set ^ said;
    if (row !== undefined && left !== 0) {
      const listening = lastWeight + q * whole + (1 - q) * (weight[left] ?? 0);
      const forced = hasPlaces
        ? Array.from({ length: most }, (_, count) => forcedAt(problem, left, count + 1))
        : [];
      for (let option = left; option !== 0; option = (option - 1) & left) {
        const isLeaf = isSingle(option);
        if (option === set && !isLeaf) continue;
        if (!isLeaf && mayShare[option] !== 1) continue;
        const cost =
          ((labels[option] ?? 0) + pause) * listening + (isLeaf ? 0 : (inside[option] ?? never));
        if (cost === never) continue;
        const isPinned =
          hasPlaces && isLeaf && problem.leaves[lowestOf(option)]?.place !== undefined;
        const next = rowOf(said | option);
        for (let count = 0; count < most; count += 1) {
          if (hasPlaces && (forced[count] ?? (isPinned ? 0 : option)) !== option) continue;
          const seconds = (row.seconds[count] ?? never) + cost;
          if (seconds < (next.seconds[count + 1] ?? never)) {
            next.seconds[count + 1] = seconds;
            next.option[count + 1] = option;
          }
        }
      }
    }
    said = (said - set) & set;
  } while (said !== 0);
  const last = best.get(set)?.seconds;
  let [seconds, count] = [never, 0];
  for (let options = least; options <= most; options += 1) {
    const each = last?.[options] ?? never;
    if (each < seconds) [seconds, count] = [each, options];
  }
  const options: number[] = [];
  for (let rest = set; rest !== 0 && count > 0; count -= 1) {
    const option = best.get(rest)?.option[count] ?? rest;
    options.unshift(option);
    rest ^= option;
  }
  return { seconds, options };
}

/**
 * The best menu for a set of leaves, when it is known what each category behind it costs: every way to
 * part the set into options, in every order. 3^n·width steps.
 */
export function splitMenu(
  problem: MenuProblem,
  facts: SubsetFacts,
  set: number,
  behind: Behind,
): SplitMenu {
  const { constants, width, last } = problem;
  const few = Math.min(width, optionsUnpaused(problem));
  const pause = pauseIn(Infinity, problem);
  const most = Math.min(width, facts.size);
  const short = splitWithin(problem, facts, set, behind, [1, few, 0]);
  const long =
    most > few ? splitWithin(problem, facts, set, behind, [few + 1, most, pause]) : short;
  /** Those who choose what is said last hear all; of the others those who hear everything. */
  const hearLast = behind.lastWeight + constants.fullListenShare * (facts.weight[set] ?? 0);
  const lastSeconds = (gap: number) => (last === undefined ? 0 : hearLast * (last.seconds + gap));
  const [shortSeconds, longSeconds] = [
    short.seconds + lastSeconds(0),
    most > few ? long.seconds + lastSeconds(pause) : never,
  ];
  const alpha = constants.header + constants.entry + constants.press;
  const callers = (facts.weight[set] ?? 0) + behind.lastWeight;
  return {
    seconds: Math.min(shortSeconds, longSeconds) + alpha * callers,
    options: shortSeconds <= longSeconds ? short.options : long.options,
  };
}
