import type { DwellTable } from './bytes/dwell-table.ts';
import type { CallEventName } from './call-event.ts';
import { stretchBeginnings, type DwellCount, type StretchBeginning } from './condensed-log.ts';
import type { PathStep } from './variant.ts';

const beginnings: ReadonlySet<CallEventName> = new Set(stretchBeginnings);

/** Whether an event begins a stretch at its node. */
export function beginsStretch(event: CallEventName): event is StretchBeginning {
  return beginnings.has(event);
}

/** A stretch by what it begins and ends with. */
type Stretch = Pick<DwellCount, 'node' | 'from' | 'to' | 'value'>;

/** The stretch between two events that follow each other in a call; nothing where none begins. */
function stretchOf({ event, node }: PathStep, next: PathStep): Stretch | undefined {
  if (!beginsStretch(event)) return undefined;
  const isElsewhere = next.event === 'enter' || (next.node !== '' && next.node !== node);
  return isElsewhere
    ? { node, from: event, to: 'enter', value: '' }
    : { node, from: event, to: next.event, value: next.value };
}

/** How often stretches of one kind took how long. */
interface DwellTimes {
  readonly stretch: Stretch;
  readonly times: Map<number, number>;
}

/** Adds up how long stretches took. */
interface DwellTally {
  /** What was added up of stretches that begin and end so. */
  readonly of: (stretch: Stretch) => DwellTimes;
  /** By node, beginning, ending, value, then time. */
  readonly counts: () => readonly DwellCount[];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function addTimes({ times }: DwellTimes, bucket: number, more: number): void {
  times.set(bucket, (times.get(bucket) ?? 0) + more);
}

/** Nothing added up. */
function createDwellTally(): DwellTally {
  const kinds = new Map<string, DwellTimes>();
  return {
    of(stretch) {
      const { node, from, to, value } = stretch;
      const key = JSON.stringify([node, from, to, value]);
      const kind = kinds.get(key) ?? { stretch, times: new Map<number, number>() };
      kinds.set(key, kind);
      return kind;
    },
    counts: () =>
      [...kinds.values()]
        .sort(
          ({ stretch: a }, { stretch: b }) =>
            compareText(a.node, b.node) ||
            compareText(a.from, b.from) ||
            compareText(a.to, b.to) ||
            compareText(a.value, b.value),
        )
        .flatMap(({ stretch: { node, from, to, value }, times }) =>
          // A list of numbers sorts without being asked to compare them.
          Array.from(Float64Array.from(times.keys()).sort(), (ms) => {
            return { node, from, to, value, ms, times: times.get(ms) ?? 0 };
          }),
        ),
  };
}

/** The counts of a table of pairs of events; `step` tells what a token stands for. */
export function countsOf(
  table: Pick<DwellTable, 'each'>,
  step: (token: number) => PathStep,
): readonly DwellCount[] {
  const tally = createDwellTally();
  let [token, next] = [-1, -1];
  let kind: DwellTimes | undefined;
  table.each((one, other, ms, times) => {
    if (one !== token || other !== next) {
      [token, next] = [one, other];
      const stretch = stretchOf(step(one), step(other));
      kind = stretch === undefined ? undefined : tally.of(stretch);
    }
    if (kind !== undefined) addTimes(kind, ms, times);
  });
  return tally.counts();
}

/** Counts of stretches in a form that goes from thread to thread: each names its kind by number. */
export interface PackedDwell {
  readonly stretches: readonly Stretch[];
  readonly kinds: Int32Array;
  readonly ms: Float64Array;
  readonly times: Float64Array;
}

/** Packs counts in their order, in which those of a kind stand beside each other. */
export function packDwell(counts: readonly DwellCount[]): PackedDwell {
  const stretches: Stretch[] = [];
  const kinds = new Int32Array(counts.length);
  let last: DwellCount | undefined;
  counts.forEach((count, index) => {
    const { node, from, to, value } = count;
    const isSame =
      last?.node === node && last.from === from && last.to === to && last.value === value;
    if (!isSame) stretches.push({ node, from, to, value });
    last = count;
    kinds[index] = stretches.length - 1;
  });
  return {
    ...{ stretches, kinds },
    ms: Float64Array.from(counts, ({ ms }) => ms),
    times: Float64Array.from(counts, ({ times }) => times),
  };
}

/** Adds up the counts of several parts. */
export function addDwell(parts: readonly PackedDwell[]): readonly DwellCount[] {
  const tally = createDwellTally();
  for (const { stretches, kinds, ms, times } of parts) {
    const own = stretches.map(tally.of);
    kinds.forEach((kind, index) => {
      const sums = own[kind];
      if (sums !== undefined) addTimes(sums, ms[index] ?? 0, times[index] ?? 0);
    });
  }
  return tally.counts();
}
