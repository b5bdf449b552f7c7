/** Sum of the n least costs, from how many there are of each. */
function cheapest(counts: ReadonlyMap<number, number>, n: number): number {
  let [left, sum] = [n, 0];
  for (const cost of [...counts.keys()].sort((a, b) => a - b)) {
    const taken = Math.min(left, counts.get(cost) ?? 0);
    sum += taken * cost;
    left -= taken;
    if (left === 0) break;
  }
  return sum;
}

/** The leaves there are when so many of one cost are spent for what lies behind them. */
function spent(
  counts: ReadonlyMap<number, number>,
  letters: readonly number[],
  cost: number,
  times: number,
): ReadonlyMap<number, number> {
  const next = new Map(counts);
  const add = (at: number, more: number) => next.set(at, (next.get(at) ?? 0) + more);
  add(cost, -times);
  for (const letter of letters) add(cost + letter, times);
  if (next.get(cost) === 0) next.delete(cost);
  return next;
}

/**
 * The least total cost of n equally likely words over letters of these whole costs, none the beginning of
 * another (B. Varn, "Optimal variable length codes", Information and Control 19, 1971). Spending the
 * cheapest word for its extensions is always right, so words are counted by cost and spent in bulk: steps
 * grow with the largest cost, not with n. Extensions that aren't needed are left out, so it may pay to
 * spend more words than the least; that number is found by halving, the cost being convex in it.
 * Throws `RangeError` where the result isn't a safe integer.
 */
export function equalCodeCost(n: number, letters: readonly number[]): number {
  if (n <= 1) return 0;
  let counts: ReadonlyMap<number, number> = new Map([[0, 1]]);
  let words = 1;
  const more = letters.length - 1;
  const lowest = () => Math.min(...counts.keys());
  while (words < n) {
    const cost = lowest();
    const times = Math.min(counts.get(cost) ?? 0, Math.ceil((n - words) / more));
    counts = spent(counts, letters, cost, times);
    words += times * more;
  }
  for (;;) {
    const cost = lowest();
    const at = (times: number) => cheapest(spent(counts, letters, cost, times), n);
    let [low, high] = [0, counts.get(cost) ?? 0];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (at(middle + 1) < at(middle)) low = middle + 1;
      else high = middle;
    }
    if (low === 0) break;
    counts = spent(counts, letters, cost, low);
  }
  const sum = cheapest(counts, n);
  if (!Number.isSafeInteger(sum)) throw new RangeError('the cost is too large to be exact');
  return sum;
}
