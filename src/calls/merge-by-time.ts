/** Something that happened at a moment, in milliseconds since 1970, UTC. */
interface Timed {
  readonly at: number;
}

/** Events, or rows, in order of time. */
export interface TimedStream<Item> {
  readonly batches: AsyncIterable<readonly Item[]>;
  /** When its first one happened, where that is known: it is not read before then. */
  readonly begins?: number | undefined;
}

interface Head<Item> {
  /** The place of its stream among all. */
  readonly place: number;
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

/** Where streams take turns at every item, so many are given at once. */
const atOnce = 1024;

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
 * together and in any order. Every stream is read only as far as it is needed, and none before it begins.
 */
export async function* mergeByTime<Item extends Timed>(
  streams: readonly TimedStream<Item>[],
): AsyncGenerator<readonly Item[]> {
  const heads: Head<Item>[] = [];
  let merged: Item[] = [];
  const waiting = streams
    .map(({ batches, begins = Number.NEGATIVE_INFINITY }, place) => ({ batches, begins, place }))
    .sort((a, b) => b.begins - a.begins || b.place - a.place || 0);
  /** Begins the streams that have something before anything else. */
  const open = async (): Promise<void> => {
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      const { begins, place } = next;
      if (heads.some((head) => timeOf(head) < begins)) return;
      waiting.pop();
      const batches = next.batches[Symbol.asyncIterator]();
      const first = await batches.next();
      if (first.done === true) continue;
      const behind = heads.findIndex((head) => head.place > place);
      const at = behind < 0 ? heads.length : behind;
      heads.splice(at, 0, { place, batches, batch: first.value, next: 0 });
    }
  };
  try {
    await open();
    for (let turn = nextTurn(heads); turn !== undefined; turn = nextTurn(heads)) {
      const { head, mayGo } = turn;
      const until = waiting.at(-1)?.begins ?? Number.POSITIVE_INFINITY;
      const begin = head.next;
      do head.next += 1;
      while (head.next < head.batch.length && mayGo(timeOf(head)) && timeOf(head) < until);
      const own = head.batch.slice(begin, head.next);
      if (merged.length === 0 && own.length >= atOnce) yield own;
      else {
        for (const item of own) merged.push(item);
        if (merged.length >= atOnce) {
          yield merged;
          merged = [];
        }
      }
      if (head.next >= head.batch.length) {
        const more = await head.batches.next();
        if (more.done === true) heads.splice(heads.indexOf(head), 1);
        else {
          head.batch = more.value;
          head.next = 0;
        }
      }
      await open();
    }
    if (merged.length > 0) yield merged;
  } finally {
    for (const { batches } of heads) await batches.return?.(undefined);
  }
}
