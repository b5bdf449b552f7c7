import type { Measure } from './measures.ts';
import type { Difference } from './newcombe.ts';
import type { Dimension, Slice } from './slices.ts';
import { stratified, type Stratum } from './strata.ts';
import {
  addCalls,
  emptyTally,
  shareAt,
  tallyBy,
  without,
  type Answers,
  type Tally,
} from './tally.ts';

/** A difference between the calls of a segment and all others. */
export interface Compared {
  readonly by: Dimension;
  readonly value: string;
  /** The id of a measure. */
  readonly measure: string;
}

/** A difference that turns round when calls of the same kind are compared. */
export interface Flip extends Compared {
  readonly pooled: Difference;
  readonly within: Dimension;
  readonly standardised: Difference;
}

/** Kinds of calls within which a difference is looked at again. */
const kinds: readonly Dimension[] = ['reason', 'hour', 'language', 'number'];

type Cross = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

/** Calls counted by the values of two dimensions. */
function crossOf(
  slices: readonly Slice[],
  [by, within]: readonly [Dimension, Dimension],
  answers: Answers,
  measures: number,
): Cross {
  const cross = new Map<string, Map<string, Tally>>();
  for (const { path, calls, value } of slices) {
    const row = cross.get(value[by]) ?? new Map<string, Tally>();
    cross.set(value[by], row);
    const tally = row.get(value[within]) ?? emptyTally(measures);
    row.set(value[within], tally);
    addCalls(tally, calls, answers(path));
  }
  return cross;
}

/** The differences that turn round among calls of the same kind. One pass over the slices for each pair of dimensions. */
export function flipsOf(
  slices: readonly Slice[],
  measures: readonly Measure[],
  answers: Answers,
  differences: readonly Compared[],
): readonly Flip[] {
  const flips: Flip[] = [];
  for (const within of kinds) {
    const all = tallyBy(slices, within, answers, measures.length);
    for (const by of new Set(differences.map((one) => one.by))) {
      if (by === within) continue;
      const cross = crossOf(slices, [by, within], answers, measures.length);
      for (const one of differences.filter((other) => other.by === by)) {
        const index = measures.findIndex(({ id }) => id === one.measure);
        const own = cross.get(one.value);
        const strata = [...all].map(([stratum, tally]): Stratum => {
          const first = shareAt(own?.get(stratum), index);
          return { stratum, first, second: without(shareAt(tally, index), first) };
        });
        const { pooled, standardised, flips: turns } = stratified(strata);
        if (!turns || pooled === undefined || standardised === undefined) continue;
        const { value, measure } = one;
        flips.push({ by, value, measure, pooled, within, standardised });
      }
    }
  }
  return flips;
}
