/** Something that waits for its turn in a search for what is cheapest. */
export interface Costly {
  readonly cost: number;
  /** Counts up as items are found. */
  readonly order: number;
}

/** Cheapest first; of equals, the one that was found first. */
const isBefore = (a: Costly, b: Costly): boolean =>
  a.cost === b.cost ? a.order < b.order : a.cost < b.cost;

/** Adds an item to a heap. */
export function pushCost<T extends Costly>(heap: T[], item: T): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || !isBefore(item, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = item;
}

/** Takes the cheapest item from a heap. */
export function popCheapest<T extends Costly>(heap: T[]): T | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = last;
  return first;
}
