import { IvrError } from '../source/ivr-error.ts';
import type { CallEventName } from './call-event.ts';
import type { PathStep, Variant } from './variant.ts';

/** All paths of a log, each beginning that they share kept once. */
export interface PathTrie {
  /** The number of an event; the same for the same event always. */
  readonly token: (event: CallEventName, node: string, value: string) => number;
  readonly step: (token: number) => PathStep;
  /** Counts one call that took these events in `ms` milliseconds. */
  readonly count: (tokens: readonly number[], ms: number) => void;
  /** The paths with their calls: most calls first, ties by the events of the path. */
  readonly variants: () => readonly Variant[];
}

interface Ending {
  readonly tokens: readonly number[];
  calls: number;
  sum: number;
  min: number;
  max: number;
}

// Both together stay below 2^53, and a Map holds no more than 2^24 entries.
const mostTokens = 2 ** 22;
const mostStates = 15_000_000;

function tooVaried(what: string): IvrError {
  return new IvrError('log-unreadable', `The log holds more ${what} than can be kept in memory.`, {
    help: 'Check that the columns "node" and "value" hold names and keys, not free text; else read the log in parts.',
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
  const next = new Map<number, number>();
  const endings = new Map<number, Ending>();

  const step = (token: number): PathStep => {
    const known = steps[token];
    if (known === undefined) throw new RangeError('an event of another trie');
    return known;
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
    count(path, ms) {
      let state = 0;
      for (const token of path) {
        const key = state * mostTokens + token;
        let below = next.get(key);
        if (below === undefined) {
          if (next.size >= mostStates) throw tooVaried('different paths');
          below = next.size + 1;
          next.set(key, below);
        }
        state = below;
      }
      const ending = endings.get(state);
      if (ending === undefined) {
        endings.set(state, { tokens: path, calls: 1, sum: ms, min: ms, max: ms });
        return;
      }
      ending.calls += 1;
      ending.sum += ms;
      ending.min = Math.min(ending.min, ms);
      ending.max = Math.max(ending.max, ms);
    },
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
      return [...endings.values()]
        .sort((a, b) => b.calls - a.calls || byPath(a.tokens, b.tokens))
        .map(({ tokens: path, calls, sum, min, max }) => ({
          steps: path.map(step),
          calls,
          duration: { sum, min, max },
        }));
    },
  };
}
