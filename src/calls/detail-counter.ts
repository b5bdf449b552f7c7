import type { CallDetails, CallSelection, DetailRequest } from './call-details.ts';
import { createCallGroups } from './call-groups.ts';
import { createCallerSample } from './caller-sample.ts';
import { createQueueDelays } from './queue-delays.ts';

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

/**
 * Counts what calls have in common beside their path. Memory is bounded: callers beyond two million
 * calls are thinned to a sample of callers, all of whose calls are kept; more than two million
 * combinations of group and path throw an IvrError.
 */
export function createDetailCounter(
  request: DetailRequest,
  selection: CallSelection = {},
): DetailCounter {
  const groups = createCallGroups(request);
  const delays = createQueueDelays();
  const callers = createCallerSample();
  const first: number[] = [];
  const last: number[] = [];
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = selection;
  let unselected = 0;

  return {
    isSelected: (at, script) =>
      at >= from && at < to && (selection.script === undefined || selection.script === script),
    leaveOut() {
      unselected += 1;
    },
    count({ path, at, script, queue, caller }) {
      groups.count(at, script, path);
      first[path] = Math.min(first[path] ?? at, at);
      last[path] = Math.max(last[path] ?? at, at);
      if (queue !== undefined) delays.count(queue.node, queue.at - at);
      callers.count(caller, at, path);
    },
    details(paths, positionOf) {
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
        ...groups.counted(positionOf),
        ...seen,
        ...delays.counted(),
        callers: callers.counted(positionOf),
        selection,
        unselected,
      };
    },
  };
}
