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

/** Adds up how long stretches took. */
interface DwellTally {
  readonly add: (stretch: Stretch, bucket: number, times: number) => void;
  /** By node, beginning, ending, value, then time. */
  readonly counts: () => readonly DwellCount[];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Nothing added up. */
export function createDwellTally(): DwellTally {
  const kinds = new Map<string, { stretch: Stretch; times: Map<number, number> }>();
  return {
    add(stretch, bucket, times) {
      const { node, from, to, value } = stretch;
      const key = JSON.stringify([node, from, to, value]);
      const kind = kinds.get(key) ?? { stretch, times: new Map<number, number>() };
      kinds.set(key, kind);
      kind.times.set(bucket, (kind.times.get(bucket) ?? 0) + times);
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
          [...times]
            .sort(([a], [b]) => a - b)
            .map(([ms, count]) => ({ node, from, to, value, ms, times: count })),
        ),
  };
}

/** The counts of a table of pairs of events; `step` tells what a token stands for. */
export function countsOf(
  table: Pick<DwellTable, 'each'>,
  step: (token: number) => PathStep,
): readonly DwellCount[] {
  const tally = createDwellTally();
  table.each((token, next, ms, times) => {
    const stretch = stretchOf(step(token), step(next));
    if (stretch !== undefined) tally.add(stretch, ms, times);
  });
  return tally.counts();
}
