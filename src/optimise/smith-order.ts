import type { MenuItem } from './menu-seconds.ts';

/** An option that may move, or one that keeps its place. */
export interface OrderItem extends MenuItem {
  readonly pinned: boolean;
}

export interface Order {
  /** For each place, the present position of the option that belongs there. */
  readonly order: readonly number[];
  /** True when no other order that keeps the pinned places is better. */
  readonly exact: boolean;
}

/** Up to so many free options all subsets are weighed (2^13 x 13 steps); a keypad has 12 keys. */
const mostSubsets = 13;

/** Differences below this share of the whole are rounding, not seconds. */
const rounding = 1e-12;

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** Takes no time and no one chooses it: among its neighbours it can stand anywhere. */
const isIdle = (item: OrderItem | undefined): boolean =>
  item === undefined || (item.seconds === 0 && item.weight === 0);

/**
 * Smith's rule over a run of positions: callers for each second of audio, most first; the present
 * order decides ties. An option without audio costs the others nothing, so it comes first; an idle
 * one has no such ratio and stays.
 */
function bySmith(items: readonly OrderItem[], positions: readonly number[]): readonly number[] {
  const busy = positions.filter((position) => !isIdle(items[position]));
  const sorted = busy.toSorted((a, b) => {
    const [left, right] = [items[a], items[b]];
    if (left === undefined || right === undefined) return 0;
    return right.weight * left.seconds - left.weight * right.seconds || a - b;
  });
  const next = sorted.values();
  return positions.map((position) =>
    isIdle(items[position]) ? position : (next.next().value ?? position),
  );
}

/**
 * The best of all orders where pinned options stand between free ones: dynamic programming over the
 * sets of free options already said (Held & Karp 1962). Saying an option costs its seconds times the
 * weight of everyone still listening, which depends on the set only.
 */
function byDynamicProgram(items: readonly OrderItem[], free: readonly number[]): readonly number[] {
  const pinned = items.map((item, index) =>
    free.includes(index) ? { ...item, weight: 0, seconds: 0 } : item,
  );
  /** The weight of fixed options behind the n-th free place. */
  const pinnedWeightAfter = free.map((place) =>
    sum(pinned.slice(place + 1).map((item) => item.weight)),
  );
  /** The audio of fixed options between the n-th free place and the next. */
  const pinnedSecondsAfter = free.map((place, index) =>
    sum(pinned.slice(place + 1, free[index + 1] ?? items.length).map((item) => item.seconds)),
  );
  const size = 1 << free.length;
  const weightLeft = new Float64Array(size);
  const best = new Float64Array(size);
  const choice = new Int8Array(size);
  const total = sum(free.map((index) => items[index]?.weight ?? 0));
  for (let said = 0; said < size; said += 1) {
    let left = total;
    free.forEach((index, bit) => {
      if ((said & (1 << bit)) !== 0) left -= items[index]?.weight ?? 0;
    });
    weightLeft[said] = Math.max(0, left);
  }
  const scale = sum(items.map((item) => item.seconds)) * sum(items.map((item) => item.weight));
  for (let said = size - 2; said >= 0; said -= 1) {
    let place = 0;
    for (let bits = said; bits > 0; bits &= bits - 1) place += 1;
    best[said] = Infinity;
    free.forEach((index, bit) => {
      if ((said & (1 << bit)) !== 0) return;
      const next = said | (1 << bit);
      const listening = (weightLeft[said] ?? 0) + (pinnedWeightAfter[place] ?? 0);
      const cost =
        (items[index]?.seconds ?? 0) * listening +
        (pinnedSecondsAfter[place] ?? 0) * (weightLeft[next] ?? 0) +
        (best[next] ?? 0);
      if (cost < (best[said] ?? Infinity) - scale * rounding) {
        best[said] = cost;
        choice[said] = bit;
      }
    });
  }
  const order: number[] = [];
  for (let said = 0; said < size - 1;) {
    const bit = choice[said] ?? 0;
    order.push(free[bit] ?? 0);
    said |= 1 << bit;
  }
  return order;
}

/** The places of free options in runs that no pinned option interrupts. */
function runsOf(
  items: readonly OrderItem[],
  places: readonly number[],
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    const between = items.slice((last?.at(-1) ?? place) + 1, place);
    if (last !== undefined && between.every(isIdle)) last.push(place);
    else runs.push([place]);
  }
  return runs;
}

/**
 * The order of a menu's options in which its callers listen least, with pinned options where they
 * are. Where the free ones stand together this is Smith's rule (W. E. Smith, "Various optimizers for
 * single-stage production", 1956: non-increasing weight over time, which an exchange of neighbours
 * proves). With pinned options between, that rule no longer holds, because what stands before a
 * pinned option delays its callers too: then all subsets are weighed, up to 13 free options; beyond,
 * each run of free options is sorted by itself, which can't be worse than today. Ties keep today's
 * order.
 */
export function smithOrder(items: readonly OrderItem[]): Order {
  const places = items.flatMap((item, index) => (item.pinned ? [] : [index]));
  const runs = runsOf(items, places);
  const place = (sorted: readonly number[]): readonly number[] => {
    const order = items.map((_, index) => index);
    places.forEach((target, index) => (order[target] = sorted[index] ?? target));
    return order;
  };
  const isOneRun = runs.length <= 1;
  return isOneRun || places.length > mostSubsets
    ? { order: place(runs.flatMap((run) => bySmith(items, run))), exact: isOneRun }
    : { order: place(byDynamicProgram(items, places)), exact: true };
}
