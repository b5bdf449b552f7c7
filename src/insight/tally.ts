import type { Measure } from './measures.ts';
import type { Share } from './newcombe.ts';
import type { Dimension, Slice } from './slices.ts';

/** Calls, and the answers to every measure among them. */
export interface Tally {
  calls: number;
  readonly count: number[];
  readonly of: number[];
}

/** The answer of every measure for a path; nothing where it doesn't ask. */
export type Answers = (path: Slice['path']) => readonly (boolean | undefined)[];

/** Answers for paths, each asked once. */
export function answersOf(measures: readonly Measure[]): Answers {
  const known = new Map<Slice['path'], readonly (boolean | undefined)[]>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const answers = measures.map(({ asks, holds }) => (asks(path) ? holds(path) : undefined));
    known.set(path, answers);
    return answers;
  };
}

/** A tally of so many measures that has counted nothing yet. */
export function emptyTally(measures: number): Tally {
  const zeros = (): number[] => new Array<number>(measures).fill(0);
  return { calls: 0, count: zeros(), of: zeros() };
}

/** Adds calls with their answers. */
export function addCalls(
  tally: Tally,
  calls: number,
  answers: readonly (boolean | undefined)[],
): void {
  tally.calls += calls;
  for (let index = 0; index < answers.length; index += 1) {
    const answer = answers[index];
    if (answer === undefined) continue;
    tally.of[index] = (tally.of[index] ?? 0) + calls;
    if (answer) tally.count[index] = (tally.count[index] ?? 0) + calls;
  }
}

/** What was counted for the measure at a position. */
export function shareAt(tally: Tally | undefined, measure: number): Share {
  return { count: tally?.count[measure] ?? 0, of: tally?.of[measure] ?? 0 };
}

/** All others. */
export function without(all: Share, own: Share): Share {
  return { count: all.count - own.count, of: all.of - own.of };
}

/** Calls counted by the values of a dimension. */
export function tallyBy(
  slices: readonly Slice[],
  by: Dimension,
  answers: Answers,
  measures: number,
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { path, calls, value } of slices) {
    const tally = tallies.get(value[by]) ?? emptyTally(measures);
    tallies.set(value[by], tally);
    addCalls(tally, calls, answers(path));
  }
  return tallies;
}
