import type { Condensing } from '../begin-condensing.ts';
import type { CondensedCalls, CondensedLog, Irregular, LogSource } from '../condensed-log.ts';
import type { CountedCalls } from '../counted-calls.ts';
import { unpackDwell } from '../dwell-counts.ts';
import { mergePaths } from '../merge-paths.ts';
import type { OrderedPaths } from '../ordered-paths.ts';
import type { PathTrie } from '../path-trie.ts';
import { addRowCounts, withRowCounts, type RowCounts } from '../row-tally.ts';

/** The calls of a part of a log, condensed, in a form that goes from thread to thread. */
export interface PartialLog extends RowCounts, CountedCalls {
  readonly paths: OrderedPaths;
}

/** Packs what a reader has condensed; nothing may be added to it after that. */
export function partialLog({ trie, condenser }: Condensing, rows: RowCounts): PartialLog {
  return packedLog(trie, rows, condenser.finish());
}

/** Packs what was condensed in some other way; the paths are in the trie. */
export function packedLog(trie: PathTrie, rows: RowCounts, counts: CountedCalls): PartialLog {
  return { ...rows, ...counts, paths: trie.packed() };
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
export const mergePartialLogs = (
  parts: readonly PartialLog[],
  sources: readonly LogSource[] = [],
): CondensedLog => withRowCounts(sources, addRowCounts(parts), mergePartialCalls(parts));

/** The same, of the calls alone. */
export function mergePartialCalls(parts: readonly PartialLog[]): CondensedCalls {
  const odd = (name: keyof Irregular) =>
    parts.reduce((sum, { irregular }) => sum + irregular[name], 0);
  const windows = parts.flatMap(({ window }) => (window === undefined ? [] : [window]));
  const hours = parts.flatMap((part) =>
    part.hours.map(({ from, calls }) => [from, calls] as const),
  );
  const versions = parts.flatMap((part) =>
    part.versions.map(({ script, calls }) => [script, calls] as const),
  );
  return {
    duplicateRows: parts.reduce((sum, part) => sum + part.duplicateRows, 0),
    calls: parts.reduce((sum, { calls }) => sum + calls, 0),
    variants: mergePaths(parts.map(({ paths }) => paths)).variants,
    hours: addByName(hours).map(([from, calls]) => ({ from, calls })),
    versions: addByName(versions).map(([script, calls]) => ({ script, calls })),
    dwell: unpackDwell(parts.map(({ dwell }) => dwell)),
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
  };
}
