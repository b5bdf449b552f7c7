import { IvrError } from '../source/ivr-error.ts';
import { grown } from './bytes/grown.ts';
import { createStateTable } from './bytes/state-table.ts';
import { mergePaths } from './merge-paths.ts';
import type { OrderedPaths } from './ordered-paths.ts';
import { pathOrder } from './path-order.ts';
import type { CallEventName } from './call-event.ts';
import type { PathStep, Variant } from './variant.ts';

/** All paths of a log, each beginning that they share kept once. A state stands for a beginning, 0 for none. */
export interface PathTrie {
  /** The number of an event; the same for the same event always. */
  readonly token: (event: CallEventName, node: string, value: string) => number;
  readonly step: (token: number) => PathStep;
  /** The state behind a state, below 2^31. */
  readonly next: (state: number, token: number) => number;
  /** A number above 0 that was noted for a state; 0 where none was. */
  readonly note: (state: number) => number;
  readonly setNote: (state: number, note: number) => void;
  /** Counts one call whose path ends in this state and that took `ms` milliseconds. */
  readonly end: (state: number, ms: number) => void;
  /** Adds calls that were counted elsewhere and took the events `from` to `to` of these. */
  readonly add: (
    tokens: ArrayLike<number>,
    from: number,
    to: number,
    counted: CountedCalls,
  ) => void;
  /** All paths with their calls, to be put together with others. */
  readonly packed: () => OrderedPaths;
  /** The paths with their calls: most calls first, ties by the events of the path. */
  readonly variants: () => readonly Variant[];
  /** Where the path that ends in a state stands among the variants as they were given last. */
  readonly positionOf: (state: number) => number;
}

/** Calls of one path; times in milliseconds. */
export interface CountedCalls {
  readonly calls: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/**
 * What is kept of a state side by side: the event that came first behind it and the state behind that,
 * which of the paths ends in it, plus one, and a note. Most calls go where the first one went, and the
 * states of a path that was met first were made one after the other: so the walk of a path looks at
 * memory that lies together, and a table is asked only where paths part.
 */
const linksOfState = 4;
const link = { token: 0, child: 1, ending: 2, note: 3 } as const;

const mostTokens = 2 ** 22;
const mostStates = 30_000_000;

/** A log that would fill the memory with names: its columns hold something else. */
export function tooVaried(what: string): IvrError {
  return new IvrError('log-unreadable', `The log holds more ${what} than can be kept in memory.`, {
    help: 'Check that the columns "node", "value" and "script" hold names and keys, not free text; else read the log in parts.',
  });
}

/** An empty trie. Memory grows with the paths that differ, not with calls; limits throw an IvrError. */
export function createPathTrie(): PathTrie {
  const steps: PathStep[] = [];
  const names = new Map<string, number>();
  const others = createStateTable();
  let states = 0;
  let parents = new Int32Array(1 << 12);
  let tokens = new Int32Array(1 << 12);
  let links = new Int32Array(linksOfState << 12);
  let counted = new Float64Array(4 << 10);
  let paths = 0;
  let positions = new Int32Array();

  const step = (token: number): PathStep => {
    const known = steps[token];
    if (known === undefined) throw new RangeError('an event of another trie');
    return known;
  };
  const tokenOf: PathTrie['token'] = (event, node, value) => {
    // The length keeps apart names that hold line breaks themselves.
    const name = `${event}\n${node.length}\n${node}${value}`;
    const known = names.get(name);
    if (known !== undefined) return known;
    if (steps.length >= mostTokens) throw tooVaried('different events');
    names.set(name, steps.length);
    return steps.push({ event, node, value }) - 1;
  };

  const addState = (parent: number, token: number): number => {
    states += 1;
    if (states > mostStates) throw tooVaried('different paths');
    if (states >= parents.length) {
      parents = grown(parents, states + 1);
      tokens = grown(tokens, parents.length);
      links = grown(links, parents.length * linksOfState);
    }
    parents[states] = parent;
    tokens[states] = token;
    return states;
  };
  /** The state behind another one by a token that isn't the first that was met there. */
  const otherNext = (state: number, token: number): number => {
    const own = state * linksOfState;
    if (links[own + link.child] === 0) {
      const child = addState(state, token);
      links[own + link.token] = token;
      links[own + link.child] = child;
      return child;
    }
    const known = others.find(state, token);
    if (known !== 0) return known;
    const child = addState(state, token);
    others.put(state, token, child);
    return child;
  };
  const next = (state: number, token: number): number => {
    const own = state * linksOfState;
    const child = links[own + link.child] ?? 0;
    return child !== 0 && links[own + link.token] === token ? child : otherNext(state, token);
  };

  /** Where the numbers of the path that ends in a state begin among those that are counted. */
  const countsOf = (state: number): number => {
    const ending = links[state * linksOfState + link.ending] ?? 0;
    if (ending > 0) return (ending - 1) * 4;
    const own = paths;
    paths += 1;
    if (paths * 4 > counted.length) counted = grown(counted, paths * 4);
    links[state * linksOfState + link.ending] = paths;
    counted.set([0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], own * 4);
    return own * 4;
  };
  const ordered = (): { readonly inOrder: Int32Array; readonly packed: OrderedPaths } => {
    const inOrder = pathOrder(
      steps,
      parents.subarray(0, states + 1),
      tokens.subarray(0, states + 1),
    );
    const depths = new Int32Array(states + 1);
    const packed = {
      steps,
      lengths: new Int32Array(states + 1),
      tokens: new Int32Array(states + 1),
      ends: new Int32Array(paths),
      counted: new Float64Array(paths * 4),
    };
    let end = 0;
    inOrder.forEach((state, place) => {
      const depth = state === 0 ? 0 : (depths[parents[state] ?? 0] ?? 0) + 1;
      depths[state] = depth;
      packed.lengths[place] = depth;
      packed.tokens[place] = tokens[state] ?? 0;
      const own = ((links[state * linksOfState + link.ending] ?? 0) - 1) * 4;
      if (own < 0) return;
      packed.ends[end] = place;
      packed.counted.set(counted.subarray(own, own + 4), end * 4);
      end += 1;
    });
    return { inOrder, packed };
  };

  return {
    token: tokenOf,
    step,
    next,
    note: (state) => links[state * linksOfState + link.note] ?? 0,
    setNote(state, note) {
      links[state * linksOfState + link.note] = note;
    },
    end(state, ms) {
      const own = countsOf(state);
      counted[own] = (counted[own] ?? 0) + 1;
      counted[own + 1] = (counted[own + 1] ?? 0) + ms;
      if (ms < (counted[own + 2] ?? 0)) counted[own + 2] = ms;
      if (ms > (counted[own + 3] ?? 0)) counted[own + 3] = ms;
    },
    add(path, from, to, { calls, sum, min, max }) {
      let state = 0;
      for (let index = from; index < to; index += 1) state = next(state, path[index] ?? 0);
      const own = countsOf(state);
      counted[own] = (counted[own] ?? 0) + calls;
      counted[own + 1] = (counted[own + 1] ?? 0) + sum;
      counted[own + 2] = Math.min(counted[own + 2] ?? 0, min);
      counted[own + 3] = Math.max(counted[own + 3] ?? 0, max);
    },
    packed: () => ordered().packed,
    variants() {
      const { inOrder, packed } = ordered();
      const { variants, order } = mergePaths([packed]);
      positions = new Int32Array(states + 1);
      order.forEach((path, position) => {
        positions[inOrder[packed.ends[path] ?? 0] ?? 0] = position;
      });
      return variants;
    },
    positionOf: (state) => positions[state] ?? 0,
  };
}
