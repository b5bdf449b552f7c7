/** Something that happened at a moment, in milliseconds since 1970, UTC. */
interface Timed {
  readonly at: number;
}

interface Head<Item> {
  readonly batches: AsyncIterator<readonly Item[]>;
  batch: readonly Item[];
  next: number;
}

const timeOf = <Item extends Timed>({ batch, next }: Head<Item>): number =>
  batch[next]?.at ?? Number.POSITIVE_INFINITY;

interface Turn<Item> {
  readonly head: Head<Item>;
  /** Whether an event of this time may follow before another stream has its turn. */
  readonly mayGo: (at: number) => boolean;
}

/** The stream whose next event is earliest, the first of them at equal times. */
function nextTurn<Item extends Timed>(heads: readonly Head<Item>[]): Turn<Item> | undefined {
  let head: Head<Item> | undefined;
  let best = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  let elderHasSecond = false;
  for (const other of heads) {
    const at = timeOf(other);
    if (head === undefined || at < best) {
      elderHasSecond = head !== undefined;
      second = best;
      [head, best] = [other, at];
    } else if (at < second) {
      second = at;
      elderHasSecond = false;
    }
  }
  if (head === undefined) return undefined;
  return { head, mayGo: (at) => (elderHasSecond ? at < second : at <= second) };
}

/**
 * Merges streams of events, or of rows, that are each in order of time into one that is, too; at one moment the
 * earlier stream goes first. So files of different hours, or of different machines, may be given
 * together and in any order. Every stream is read only as far as it is needed.
 */
export async function* mergeByTime<Item extends Timed>(
  streams: readonly AsyncIterable<readonly Item[]>[],
): AsyncGenerator<readonly Item[]> {
  const heads: Head<Item>[] = [];
  const all = streams.map((stream) => stream[Symbol.asyncIterator]());
  try {
    for (const batches of all) {
      const first = await batches.next();
      if (first.done !== true) heads.push({ batches, batch: first.value, next: 0 });
    }
    for (let turn = nextTurn(heads); turn !== undefined; turn = nextTurn(heads)) {
      const { head, mayGo } = turn;
      const begin = head.next;
      do head.next += 1;
      while (head.next < head.batch.length && mayGo(timeOf(head)));
      yield head.batch.slice(begin, head.next);
      if (head.next < head.batch.length) continue;
      const more = await head.batches.next();
      if (more.done === true) heads.splice(heads.indexOf(head), 1);
      else {
        head.batch = more.value;
        head.next = 0;
      }
    }
  } finally {
    for (const batches of all) await batches.return?.(undefined);
  }
}
