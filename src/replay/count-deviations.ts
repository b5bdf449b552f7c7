import type { PathStep } from '../calls/variant.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { deedOf, explainDeviation } from './explain-deviation.ts';
import type { DeviationAt } from './path-walk.ts';
import type { Deviation } from './replay.ts';

/** A path with deviations, and the calls that took it. */
export interface DeviatingPath {
  readonly steps: readonly PathStep[];
  readonly calls: number;
  readonly deviations: readonly DeviationAt[];
  /** When the first and the last call began, in milliseconds since 1970; nothing where it isn't known. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** Counts how many calls differ from a flow, and in which ways. */
export interface DeviationCounter {
  /** Paths come with most calls first: the first one with a deviation is its example. */
  readonly add: (path: DeviatingPath) => void;
  /** Most calls first, ties by their texts. */
  readonly deviations: (flow: CallFlow) => readonly Deviation[];
}

interface DeviationCount {
  readonly at: DeviationAt;
  readonly did: string;
  readonly example: readonly PathStep[];
  calls: number;
  times: number;
  from: number;
  to: number;
}

/** A search for a similar name looks at every node of the script. */
const mostHints = 100;
/** Events of an example. */
const longestExample = 8;

const textOf = ({ at, did }: DeviationCount): string => `${at.kind} ${at.node} ${did}`;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Begins to count the deviations of a log. */
export function createDeviationCounter(): DeviationCounter {
  const counts = new Map<string, DeviationCount>();
  return {
    add({ steps, calls, deviations, first = Infinity, last = -Infinity }) {
      const seen = new Set<string>();
      for (const at of deviations) {
        const did = deedOf(at);
        const key = `${at.kind}\n${at.node}\n${did}`;
        let count = counts.get(key);
        if (count === undefined) {
          const example = steps.slice(Math.max(0, at.step + 1 - longestExample), at.step + 1);
          count = { at, did, example, calls: 0, times: 0, from: Infinity, to: -Infinity };
          counts.set(key, count);
        }
        count.times += calls;
        count.from = Math.min(count.from, first);
        count.to = Math.max(count.to, last);
        if (seen.has(key)) continue;
        seen.add(key);
        count.calls += calls;
      }
    },
    deviations: (flow) =>
      [...counts.values()]
        .sort((a, b) => b.calls - a.calls || compareText(textOf(a), textOf(b)))
        .map(({ at, did, calls, times, example, from, to }, position) => ({
          kind: at.kind,
          node: at.node,
          did,
          calls,
          times,
          seen: from <= to ? { from, to } : undefined,
          example,
          message: explainDeviation(flow, at, position < mostHints),
        })),
  };
}
