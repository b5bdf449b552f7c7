/** One line of a difference: kept, taken out or put in, with its numbers in both texts. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** From 1; in the text that has the line. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** With more differences than this between two texts, the middle is shown as replaced whole. */
const mostDifferences = 600;

const linesOf = (text: string): readonly string[] => text.replace(/\r?\n$/, '').split(/\r?\n/);

/**
 * The pairs of equal lines in a shortest edit, by Myers' greedy algorithm (Algorithmica 1, 1986):
 * time and memory grow with the number of differences, not with the square of the lines.
 */
function matches(
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

/** What changed between two texts, line by line. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = matches(a.slice(head, a.length - tail), b.slice(head, b.length - tail)).map(
    ([x, y]) => [x + head, y + head] as const,
  );
  const pairs = [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...middle,
    ...Array.from({ length: tail }, (_, index) => {
      return [a.length - tail + index, b.length - tail + index] as const;
    }),
    [a.length, b.length] as const,
  ];
  const lines: DiffLine[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of pairs) {
    for (; x < nextX; x += 1) {
      lines.push({ kind: 'removed', text: a[x] ?? '', before: x + 1, after: undefined });
    }
    for (; y < nextY; y += 1) {
      lines.push({ kind: 'added', text: b[y] ?? '', before: undefined, after: y + 1 });
    }
    if (x < a.length && y < b.length) {
      lines.push({ kind: 'same', text: a[x] ?? '', before: x + 1, after: y + 1 });
    }
    [x, y] = [nextX + 1, nextY + 1];
  }
  return lines;
}
