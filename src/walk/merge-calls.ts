/** Something that happened at a moment. */
interface Dated {
  readonly at: number;
}

interface Cursor<Row extends Dated> {
  readonly rows: readonly Row[];
  /** The position of the call among all: earlier calls come first at the same moment. */
  readonly call: number;
  next: number;
}

function isBefore<Row extends Dated>(a: Cursor<Row>, b: Cursor<Row>): boolean {
  const [one, other] = [a.rows[a.next]?.at ?? Infinity, b.rows[b.next]?.at ?? Infinity];
  return one < other || (one === other && a.call < b.call);
}

/** Lets the cursor at a place of the heap sink to where it belongs. */
function sink<Row extends Dated>(heap: Cursor<Row>[], from: number): void {
  const moving = heap[from];
  if (moving === undefined) return;
  let here = from;
  for (;;) {
    const left = heap[2 * here + 1];
    const right = heap[2 * here + 2];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, moving)) break;
    heap[here] = child;
    here = 2 * here + (isRight ? 2 : 1);
  }
  heap[here] = moving;
}

function rise<Row extends Dated>(heap: Cursor<Row>[], cursor: Cursor<Row>): void {
  let here = heap.push(cursor) - 1;
  while (here > 0) {
    const parent = (here - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(cursor, above)) break;
    heap[here] = above;
    here = parent;
  }
  heap[here] = cursor;
}

function* takeUntil<Row extends Dated>(heap: Cursor<Row>[], until: number): Generator<Row> {
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    const row = top.rows[top.next];
    if (row !== undefined && row.at > until) return;
    if (row !== undefined) yield row;
    top.next += 1;
    if (top.next >= top.rows.length) {
      const last = heap.pop();
      if (last !== undefined && last !== top) heap[0] = last;
    }
    sink(heap, 0);
  }
}

/**
 * The rows of calls in the order of time, as a system that takes many calls at once writes them.
 * Calls come in the order in which they begin, each with its rows in order; at the same moment
 * earlier calls come first. Holds only the calls that are going on.
 */
export function* mergeCalls<Row extends Dated>(
  calls: Iterable<readonly Row[]>,
): Generator<Row, void> {
  const heap: Cursor<Row>[] = [];
  let call = 0;
  for (const rows of calls) {
    const first = rows[0];
    if (first === undefined) continue;
    yield* takeUntil(heap, first.at - 1);
    rise(heap, { rows, call, next: 0 });
    call += 1;
  }
  yield* takeUntil(heap, Infinity);
}
