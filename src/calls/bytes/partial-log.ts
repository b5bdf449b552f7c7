import { createDwellTally } from '../dwell-counts.ts';
import type { Condensing } from '../begin-condensing.ts';
import { createPathTrie, type PathTrie } from '../path-trie.ts';
import type {
  CondensedCalls,
  CondensedLog,
  DwellCount,
  Irregular,
  LogSource,
} from '../condensed-log.ts';
import { addRowCounts, withRowCounts, type RowCounts } from '../row-tally.ts';
import type { PathStep } from '../variant.ts';

/**
 * The calls of a part of a log, condensed, in a form that goes from thread to thread: a path is a
 * run of `tokens`, which are positions in `steps`.
 */
export interface PartialLog extends RowCounts, Omit<CondensedCalls, 'variants'> {
  readonly steps: readonly PathStep[];
  readonly tokens: Int32Array;
  /** Where each path ends in `tokens`. */
  readonly ends: Int32Array;
  /** Four numbers a path: calls, and the sum, the least and the greatest of their milliseconds. */
  readonly counted: Float64Array;
}

/** Packs what a reader has condensed; nothing may be added to it after that. */
export function partialLog({ trie, condenser }: Condensing, rows: RowCounts): PartialLog {
  return packedLog(trie, rows, condenser.finish());
}

/** Packs what was condensed in some other way; the paths are in the trie. */
export function packedLog(
  trie: PathTrie,
  rows: RowCounts,
  condensed: Omit<CondensedCalls, 'variants'>,
): PartialLog {
  const ends: number[] = [];
  let length = 0;
  trie.each((path) => {
    length += path.length;
    ends.push(length);
  });
  const tokens = new Int32Array(length);
  const counted = new Float64Array(ends.length * 4);
  let path = 0;
  trie.each((own, { calls, sum, min, max }) => {
    tokens.set(own, path === 0 ? 0 : ends[path - 1]);
    counted.set([calls, sum, min, max], path * 4);
    path += 1;
  });
  return {
    ...rows,
    ...condensed,
    steps: trie.steps(),
    tokens,
    ends: Int32Array.from(ends),
    counted,
  };
}

function addPaths(trie: PathTrie, { steps, tokens, ends, counted }: PartialLog): void {
  const known = steps.map(({ event, node, value }) => trie.token(event, node, value));
  const own = tokens.map((token) => known[token] ?? 0);
  ends.forEach((end, path) => {
    const from = path === 0 ? 0 : (ends[path - 1] ?? 0);
    const [calls = 0, sum = 0, min = 0, max = 0] = counted.subarray(path * 4, path * 4 + 4);
    trie.add(own, from, end, { calls, sum, min, max });
  });
}

function addDwell(parts: readonly PartialLog[]): readonly DwellCount[] {
  const tally = createDwellTally();
  for (const { dwell } of parts)
    for (const { ms, times, ...stretch } of dwell) tally.add(stretch, ms, times);
  return tally.counts();
}

/** Adds up numbers by name. */
function addByName<Name>(counts: readonly (readonly [Name, number])[]): readonly [Name, number][] {
  const sums = new Map<Name, number>();
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Puts parts together that share no call: counts add up, extremes fold, and the whole is what one
 * reader of all calls would have given, to the last number.
 */
export function mergePartialLogs(
  parts: readonly PartialLog[],
  sources: readonly LogSource[] = [],
): CondensedLog {
  const trie = createPathTrie();
  for (const part of parts) addPaths(trie, part);
  const odd = (name: keyof Irregular) =>
    parts.reduce((sum, { irregular }) => sum + irregular[name], 0);
  const windows = parts.flatMap(({ window }) => (window === undefined ? [] : [window]));
  const hours = parts.flatMap((part) =>
    part.hours.map(({ from, calls }) => [from, calls] as const),
  );
  const versions = parts.flatMap((part) =>
    part.versions.map(({ script, calls }) => [script, calls] as const),
  );
  return withRowCounts(sources, addRowCounts(parts), {
    duplicateRows: parts.reduce((sum, part) => sum + part.duplicateRows, 0),
    calls: parts.reduce((sum, { calls }) => sum + calls, 0),
    variants: trie.variants(),
    hours: addByName(hours).map(([from, calls]) => ({ from, calls })),
    versions: addByName(versions).map(([script, calls]) => ({ script, calls })),
    dwell: addDwell(parts),
    irregular: {
      lateRows: odd('lateRows'),
      lateCalls: odd('lateCalls'),
      reopenedCalls: odd('reopenedCalls'),
      unterminatedCalls: odd('unterminatedCalls'),
      unstartedCalls: odd('unstartedCalls'),
    },
    window:
      windows.length === 0
        ? undefined
        : {
            from: windows.reduce((first, { from }) => Math.min(first, from), Infinity),
            to: windows.reduce((last, { to }) => Math.max(last, to), -Infinity),
          },
  });
}
