import { createBucketSums } from './bucket-sums.ts';
import type { DwellTable } from './bytes/dwell-table.ts';
import { grown } from './bytes/grown.ts';
import type { CallEventName } from './call-event.ts';
import { stretchBeginnings, type DwellHistogram, type StretchBeginning } from './condensed-log.ts';
import type { PathStep } from './variant.ts';

const beginnings: ReadonlySet<CallEventName> = new Set(stretchBeginnings);

/** Whether an event begins a stretch at its node. */
export function beginsStretch(event: CallEventName): event is StretchBeginning {
  return beginnings.has(event);
}

/** A stretch by what it begins and ends with. */
type Stretch = Pick<DwellHistogram, 'node' | 'from' | 'to' | 'value'>;

/** The stretch between two events that follow each other in a call; nothing where none begins. */
function stretchOf({ event, node }: PathStep, next: PathStep): Stretch | undefined {
  if (!beginsStretch(event)) return undefined;
  const isElsewhere = next.event === 'enter' || (next.node !== '' && next.node !== node);
  return isElsewhere
    ? { node, from: event, to: 'enter', value: '' }
    : { node, from: event, to: next.event, value: next.value };
}

/**
 * How often stretches took how long, in a form that goes from thread to thread: each count names its kind
 * of stretch by number. Counts of the same kind and bucket add up.
 */
export interface PackedDwell {
  readonly stretches: readonly Stretch[];
  readonly kinds: Int32Array;
  readonly buckets: Float64Array;
  readonly times: Float64Array;
}

/** The counts of a table of pairs of events; `step` tells what a token stands for. */
export function packDwell(
  table: Pick<DwellTable, 'each'>,
  step: (token: number) => PathStep,
): PackedDwell {
  const stretches: Stretch[] = [];
  let kinds = new Int32Array(1 << 10);
  let buckets = new Float64Array(1 << 10);
  let times = new Float64Array(1 << 10);
  let size = 0;
  let [token, next] = [-1, -1];
  let isStretch = false;
  table.each((one, other, bucket, count) => {
    if (one !== token || other !== next) {
      [token, next] = [one, other];
      const stretch = stretchOf(step(one), step(other));
      isStretch = stretch !== undefined;
      if (stretch !== undefined) stretches.push(stretch);
    }
    if (!isStretch) return;
    if (size === kinds.length) {
      kinds = grown(kinds, size + 1);
      buckets = grown(buckets, kinds.length);
      times = grown(times, kinds.length);
    }
    kinds[size] = stretches.length - 1;
    buckets[size] = bucket;
    times[size] = count;
    size += 1;
  });
  return {
    stretches,
    kinds: kinds.slice(0, size),
    buckets: buckets.slice(0, size),
    times: times.slice(0, size),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The counts of several parts added up: by node, beginning, ending, then value. */
export function unpackDwell(parts: readonly PackedDwell[]): readonly DwellHistogram[] {
  const found = new Map<string, { readonly stretch: Stretch; readonly places: Places[] }>();
  for (const part of parts) {
    const firsts = firstOfKinds(part);
    part.stretches.forEach((stretch, kind) => {
      const { node, from, to, value } = stretch;
      const key = JSON.stringify([node, from, to, value]);
      const own = found.get(key) ?? { stretch, places: [] };
      found.set(key, own);
      own.places.push({ part, from: firsts[kind] ?? 0, to: firsts[kind + 1] ?? 0 });
    });
  }
  const sums = createBucketSums();
  const sorted = [...found.values()].sort(
    ({ stretch: a }, { stretch: b }) =>
      compareText(a.node, b.node) ||
      compareText(a.from, b.from) ||
      compareText(a.to, b.to) ||
      compareText(a.value, b.value),
  );
  return sorted.map(({ stretch, places }) => {
    for (const { part, from, to } of places) {
      for (let index = from; index < to; index += 1)
        sums.add(part.buckets[index] ?? 0, part.times[index] ?? 0);
    }
    const ms: number[] = [];
    const times: number[] = [];
    sums.take((bucket, count) => {
      ms.push(bucket);
      times.push(count);
    });
    return { ...stretch, ms, times };
  });
}

/** Where counts of one kind stand, which are beside each other. */
interface Places {
  readonly part: PackedDwell;
  readonly from: number;
  readonly to: number;
}

/** Where the counts of each kind begin; behind the last one, where they end. */
function firstOfKinds({ stretches, kinds }: PackedDwell): Int32Array {
  const firsts = new Int32Array(stretches.length + 1).fill(kinds.length);
  for (let index = kinds.length - 1; index >= 0; index -= 1) firsts[kinds[index] ?? 0] = index;
  return firsts;
}
