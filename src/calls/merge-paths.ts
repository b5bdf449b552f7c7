import { compareSteps, type OrderedPaths } from './ordered-paths.ts';
import type { PathStep, Variant } from './variant.ts';

/** The paths of several parts, those that are the same added up. */
export interface MergedPaths {
  /** Most calls first; ties by the events of the path. */
  readonly variants: readonly Variant[];
  /** Where each variant stands among all paths by their events. */
  readonly order: Int32Array;
}

/** Where numbers stand from the greatest to the least; equal ones stay as they are. */
function greatestFirst(numbers: readonly number[]): Int32Array {
  // Most paths have a few calls: there are far fewer different numbers than paths.
  const places = new Map<number, number>();
  for (const number of numbers) places.set(number, (places.get(number) ?? 0) + 1);
  let place = 0;
  for (const [number, count] of [...places].sort(([a], [b]) => b - a)) {
    places.set(number, place);
    place += count;
  }
  const order = new Int32Array(numbers.length);
  numbers.forEach((number, index) => {
    const own = places.get(number) ?? 0;
    order[own] = index;
    places.set(number, own + 1);
  });
  return order;
}

/** The different events of all parts in order, and where each part's events stand among them. */
function rankSteps(parts: readonly OrderedPaths[]): {
  readonly steps: readonly PathStep[];
  readonly ranks: readonly Int32Array[];
} {
  const ranks = parts.map(({ steps }) => new Int32Array(steps.length));
  const all = parts.flatMap(({ steps }, part) =>
    steps.map((step, token) => ({ step, part, token })),
  );
  const steps: PathStep[] = [];
  for (const { step, part, token } of all.sort((a, b) => compareSteps(a.step, b.step))) {
    const last = steps.at(-1);
    if (last === undefined || compareSteps(last, step) !== 0) steps.push(step);
    const own = ranks[part];
    if (own !== undefined) own[token] = steps.length - 1;
  }
  return { steps, ranks };
}

/** Where a part is read: at a beginning of so many events, the last of which has this rank. */
interface Reader {
  readonly paths: OrderedPaths;
  readonly ranks: Int32Array;
  at: number;
  end: number;
  length: number;
  rank: number;
}

function readNext(reader: Reader): void {
  const { paths, ranks } = reader;
  reader.at += 1;
  reader.length = paths.lengths[reader.at] ?? -1;
  reader.rank = reader.length <= 0 ? 0 : (ranks[paths.tokens[reader.at] ?? 0] ?? 0);
}

/**
 * Adds up the calls of equal paths. What is read next is always the longest beginning, of these the least:
 * the last beginning that was read goes on from all that lead to those that are next, so the longer of
 * two belongs to what is being read, and the shorter comes behind it.
 */
export function mergePaths(parts: readonly OrderedPaths[]): MergedPaths {
  const { steps, ranks } = rankSteps(parts);
  const readers = parts.map((paths, part): Reader => ({
    ...{ paths, ranks: ranks[part] ?? new Int32Array(), at: -1, end: 0, length: 0, rank: 0 },
  }));
  readers.forEach(readNext);
  const walked: PathStep[] = [];
  const found: Variant[] = [];
  for (;;) {
    let length = -1;
    let rank = 0;
    for (const reader of readers) {
      if (reader.length < length || (reader.length === length && reader.rank >= rank)) continue;
      length = reader.length;
      rank = reader.rank;
    }
    if (length < 0) break;
    const step = steps[rank];
    if (length > 0 && step !== undefined) walked[length - 1] = step;
    let isPath = false;
    let calls = 0;
    let sum = 0;
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    for (const reader of readers) {
      if (reader.length !== length || reader.rank !== rank) continue;
      const { ends, counted } = reader.paths;
      if (ends[reader.end] === reader.at) {
        isPath = true;
        const own = reader.end * 4;
        calls += counted[own] ?? 0;
        sum += counted[own + 1] ?? 0;
        min = Math.min(min, counted[own + 2] ?? 0);
        max = Math.max(max, counted[own + 3] ?? 0);
        reader.end += 1;
      }
      readNext(reader);
    }
    if (isPath) found.push({ steps: walked.slice(0, length), calls, duration: { sum, min, max } });
  }
  const order = greatestFirst(found.map(({ calls }) => calls));
  return {
    order,
    variants: Array.from(order, (index) => found[index]).filter((one) => one !== undefined),
  };
}
