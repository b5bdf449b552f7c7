/** Where two lists differ in more items than this, all of them count as replaced. */
const mostDifferences = 600;

/**
 * The positions of equal items in a shortest edit of one list into another, by Myers' greedy algorithm
 * (Algorithmica 1, 1986): time and memory grow with the number of differences, not with the square of
 * the items. None where there are more than 600 differences.
 */
export function commonItems(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  const most = Math.min(a.length + b.length, mostDifferences);
  const reach = (k: number): number => {
    const down = furthest.get(k + 1) ?? -1;
    const right = (furthest.get(k - 1) ?? -2) + 1;
    return Math.max(down, right);
  };
  for (let d = 0; d <= most; d += 1) {
    history.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = reach(k);
      while (x < a.length && x - k < b.length && x - k >= 0 && a[x] === b[x - k]) x += 1;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace(history, a.length, b.length);
    }
  }
  return [];
}

function trace(
  history: readonly ReadonlyMap<number, number>[],
  rows: number,
  columns: number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let [x, y] = [rows, columns];
  for (let d = history.length - 1; d >= 0; d -= 1) {
    const reached = history[d];
    const k = x - y;
    const down = reached?.get(k + 1) ?? -1;
    const right = (reached?.get(k - 1) ?? -2) + 1;
    const start = Math.max(down, right);
    while (x > start && x > 0 && y > 0) pairs.push([(x -= 1), (y -= 1)]);
    if (down >= right) y = x - (k + 1);
    else {
      x = start - 1;
      y = x - (k - 1);
    }
  }
  return pairs.reverse();
}
