import type { CallDetails, CallGroup, CallSelection, DetailRequest } from './call-details.ts';
import type { OffsetSpan } from '../routing/zone-offsets.ts';
import { dwellBucket } from './dwell-bucket.ts';
import { tooVaried } from './path-trie.ts';

/** A call as the counter is told it; `path` is a number that stands for its path. */
export interface CountedCall {
  readonly path: number;
  /** When it began: milliseconds since 1970, UTC. */
  readonly at: number;
  /** The version of the script; empty where none is named. */
  readonly script: string;
  /** The node at which it waited first and when that was; nothing where it never did. */
  readonly queue: { readonly node: string; readonly at: number } | undefined;
  /** Stands for the caller; NaN where that is withheld or not told. */
  readonly caller: number;
}

/** Counts details of calls, call by call. */
export interface DetailCounter {
  readonly isSelected: (at: number, script: string) => boolean;
  readonly count: (call: CountedCall) => void;
  readonly leaveOut: () => void;
  /** The details; `positionOf` says where a path came to stand among the variants. */
  readonly details: (paths: number, positionOf: (path: number) => number) => CallDetails;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const mostCells = 2_000_000;
const mostCallers = 2_000_000;
/** Groups are packed into one number: cuts, versions and the 168 hours of a week stay far below. */
const pathRange = 2 ** 31;

/** The wall clock of a zone; its span is asked for only when the last one doesn't fit. */
function wallClock({ spanAt }: Pick<DetailRequest, 'spanAt'>): (at: number) => number {
  let span: OffsetSpan = { from: 0, to: 0, offset: 0 };
  return (at) => {
    if (at < span.from || at >= span.to) span = spanAt(at);
    return at + span.offset;
  };
}

interface CallerRecords {
  caller: number[];
  at: number[];
  path: number[];
  withheld: number;
  oneOf: number;
}

/** Keeps half as many callers: which ones, their hash decides, so that any order gives the same. */
function thin(records: CallerRecords): void {
  const oneOf = records.oneOf * 2;
  const kept = records.caller.flatMap((caller, index) => (caller % oneOf === 0 ? [index] : []));
  records.caller = kept.map((index) => records.caller[index] ?? 0);
  records.at = kept.map((index) => records.at[index] ?? 0);
  records.path = kept.map((index) => records.path[index] ?? 0);
  records.oneOf = oneOf;
}

/**
 * Counts what calls have in common beside their path. Memory is bounded: callers beyond two million
 * calls are thinned to a sample of callers, all of whose calls are kept; more than two million
 * combinations of group and path throw an IvrError.
 */
export function createDetailCounter(
  request: DetailRequest,
  selection: CallSelection = {},
): DetailCounter {
  const wall = wallClock(request);
  const cells = new Map<number, number>();
  const groups: CallGroup[] = [];
  const groupOf = new Map<string, number>();
  const first: number[] = [];
  const last: number[] = [];
  const delays = new Map<string, Map<number, number>>();
  const sums = new Map<string, number>();
  const callers: CallerRecords = { caller: [], at: [], path: [], withheld: 0, oneOf: 1 };
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = selection;
  let unselected = 0;

  const group = (at: number, script: string): number => {
    const local = wall(at);
    const day = Math.floor(local / dayMs);
    const hour = Math.floor(local / hourMs) - day * 24;
    // Day 0 was a Thursday.
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
    const window = request.cuts.filter((cut) => cut <= at).length;
    const key = `${hour} ${weekday} ${window} ${script}`;
    const known = groupOf.get(key);
    if (known !== undefined) return known;
    groupOf.set(key, groups.length);
    return groups.push({ hour, weekday, window, script }) - 1;
  };

  const countDelay = (node: string, ms: number): void => {
    const own = delays.get(node) ?? new Map<number, number>();
    delays.set(node, own);
    const bucket = dwellBucket(ms);
    own.set(bucket, (own.get(bucket) ?? 0) + 1);
    sums.set(node, (sums.get(node) ?? 0) + ms);
  };

  const countCaller = ({ caller, at, path }: CountedCall): void => {
    if (Number.isNaN(caller)) {
      callers.withheld += 1;
      return;
    }
    if (caller % callers.oneOf !== 0) return;
    callers.caller.push(caller);
    callers.at.push(at);
    callers.path.push(path);
    while (callers.caller.length > mostCallers) thin(callers);
  };

  return {
    isSelected: (at, script) =>
      at >= from && at < to && (selection.script === undefined || selection.script === script),
    leaveOut() {
      unselected += 1;
    },
    count(call) {
      const { path, at, script, queue } = call;
      const cell = group(at, script) * pathRange + path;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
      if (cells.size > mostCells) throw tooVaried('combinations of hour, version and path');
      first[path] = Math.min(first[path] ?? at, at);
      last[path] = Math.max(last[path] ?? at, at);
      if (queue !== undefined) countDelay(queue.node, queue.at - at);
      countCaller(call);
    },
    details(paths, positionOf) {
      const order = groups
        .map((one, index) => ({ ...one, index }))
        .sort(
          (a, b) =>
            a.window - b.window ||
            (a.script < b.script ? -1 : a.script > b.script ? 1 : 0) ||
            a.weekday - b.weekday ||
            a.hour - b.hour,
        );
      const groupPosition = new Int32Array(groups.length);
      order.forEach(({ index }, position) => {
        groupPosition[index] = position;
      });
      const sorted = [...cells]
        .map(([cell, calls]) => ({
          group: groupPosition[Math.floor(cell / pathRange)] ?? 0,
          variant: positionOf(cell % pathRange),
          calls,
        }))
        .sort((a, b) => a.group - b.group || a.variant - b.variant);
      const seen = { first: new Float64Array(paths), last: new Float64Array(paths) };
      first.forEach((at, path) => {
        seen.first[positionOf(path)] = at;
      });
      last.forEach((at, path) => {
        seen.last[positionOf(path)] = at;
      });
      return {
        zone: request.zone,
        cuts: request.cuts,
        groups: order.map(({ hour, weekday, window, script }) => ({
          ...{ hour, weekday, window, script },
        })),
        cells: {
          group: Int32Array.from(sorted, (cell) => cell.group),
          variant: Int32Array.from(sorted, (cell) => cell.variant),
          calls: Float64Array.from(sorted, (cell) => cell.calls),
        },
        ...seen,
        toQueue: [...delays]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([node, own]) =>
            [...own].sort(([a], [b]) => a - b).map(([ms, times]) => ({ node, ms, times })),
          ),
        toQueueSum: Object.fromEntries(sums),
        callers:
          callers.caller.length === 0
            ? undefined
            : {
                caller: Float64Array.from(callers.caller),
                at: Float64Array.from(callers.at),
                variant: Int32Array.from(callers.path, positionOf),
                withheld: callers.withheld,
                oneOf: callers.oneOf,
              },
        selection,
        unselected,
      };
    },
  };
}
