import { IvrError } from '../source/ivr-error.ts';
import { createStateTable } from './bytes/state-table.ts';
import type { CallEventName } from './call-event.ts';
import type { PathStep, Variant } from './variant.ts';

/** All paths of a log, each beginning that they share kept once. */
export interface PathTrie {
  /** The number of an event; the same for the same event always. */
  readonly token: (event: CallEventName, node: string, value: string) => number;
  readonly step: (token: number) => PathStep;
  /**
   * Counts one call that took the events `from` to `to` of these, in `ms` milliseconds; gives a number
   * below 2^31 that stands for its path.
   */
  readonly count: (tokens: ArrayLike<number>, from: number, to: number, ms: number) => number;
  /** Adds calls that were counted elsewhere. */
  readonly add: (
    tokens: ArrayLike<number>,
    from: number,
    to: number,
    counted: CountedCalls,
  ) => void;
  /** Every path that calls were counted for, in no order that means anything. */
  readonly each: (visit: (tokens: readonly number[], counted: CountedCalls) => void) => void;
  /** The events by their numbers. */
  readonly steps: () => readonly PathStep[];
  /** The paths with their calls: most calls first, ties by the events of the path. */
  readonly variants: () => readonly Variant[];
  /** Where a path, by the number that `count` gave, stands among the variants as they were given last. */
  readonly positionOf: (path: number) => number;
}

/** Calls of one path; times in milliseconds. */
export interface CountedCalls {
  readonly calls: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

interface Ending {
  readonly tokens: readonly number[];
  readonly state: number;
  position: number;
  calls: number;
  sum: number;
  min: number;
  max: number;
}

const mostTokens = 2 ** 22;
const mostStates = 30_000_000;

/** A log that would fill the memory with names: its columns hold something else. */
export function tooVaried(what: string): IvrError {
  return new IvrError('log-unreadable', `The log holds more ${what} than can be kept in memory.`, {
    help: 'Check that the columns "node", "value" and "script" hold names and keys, not free text; else read the log in parts.',
  });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareSteps(a: PathStep, b: PathStep): number {
  return (
    compareText(a.event, b.event) || compareText(a.node, b.node) || compareText(a.value, b.value)
  );
}

/** An empty trie. Memory grows with the paths that differ, not with calls; limits throw an IvrError. */
export function createPathTrie(): PathTrie {
  const steps: PathStep[] = [];
  const tokens = new Map<string, number>();
  const states = createStateTable();
  const endings: (Ending | undefined)[] = [];

  const step = (token: number): PathStep => {
    const known = steps[token];
    if (known === undefined) throw new RangeError('an event of another trie');
    return known;
  };

  const endingOf = (path: ArrayLike<number>, from: number, to: number): Ending => {
    let state = 0;
    for (let index = from; index < to; index += 1) state = states.next(state, path[index] ?? 0);
    if (states.size() > mostStates) throw tooVaried('different paths');
    const known = endings[state];
    if (known !== undefined) return known;
    const tokens = Array.from({ length: to - from }, (_, index) => path[from + index] ?? 0);
    const [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const fresh = { tokens, state, position: 0, calls: 0, sum: 0, min, max };
    endings[state] = fresh;
    return fresh;
  };

  return {
    step,
    token(event, node, value) {
      // The length keeps apart names that hold line breaks themselves.
      const name = `${event}\n${node.length}\n${node}${value}`;
      const known = tokens.get(name);
      if (known !== undefined) return known;
      if (steps.length >= mostTokens) throw tooVaried('different events');
      tokens.set(name, steps.length);
      return steps.push({ event, node, value }) - 1;
    },
    count(path, from, to, ms) {
      const ending = endingOf(path, from, to);
      ending.calls += 1;
      ending.sum += ms;
      if (ms < ending.min) ending.min = ms;
      if (ms > ending.max) ending.max = ms;
      return ending.state;
    },
    positionOf: (path) => endings[path]?.position ?? 0,
    add(path, from, to, { calls, sum, min, max }) {
      const ending = endingOf(path, from, to);
      ending.calls += calls;
      ending.sum += sum;
      ending.min = Math.min(ending.min, min);
      ending.max = Math.max(ending.max, max);
    },
    each(visit) {
      for (const ending of endings) if (ending !== undefined) visit(ending.tokens, ending);
    },
    steps: () => steps,
    variants() {
      const order = steps.map((_, token) => token);
      order.sort((a, b) => compareSteps(step(a), step(b)));
      const rank = new Int32Array(steps.length);
      order.forEach((token, position) => {
        rank[token] = position;
      });
      const byPath = (a: readonly number[], b: readonly number[]): number => {
        const shared = Math.min(a.length, b.length);
        for (let index = 0; index < shared; index += 1) {
          const [one, other] = [a[index] ?? 0, b[index] ?? 0];
          if (one !== other) return (rank[one] ?? 0) - (rank[other] ?? 0);
        }
        return a.length - b.length;
      };
      const sorted = endings
        .filter((ending) => ending !== undefined)
        .sort((a, b) => b.calls - a.calls || byPath(a.tokens, b.tokens));
      sorted.forEach((ending, position) => {
        ending.position = position;
      });
      return sorted.map(({ tokens: path, calls, sum, min, max }) => ({
        steps: path.map(step),
        calls,
        duration: { sum, min, max },
      }));
    },
  };
}
