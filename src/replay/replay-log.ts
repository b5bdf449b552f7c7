import type { CondensedLog } from '../calls/condensed-log.ts';
import type { PathStep } from '../calls/variant.ts';
import { edgesOf, type CallFlow, type FlowEdge } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import { deedOf, explainDeviation } from './explain-deviation.ts';
import { outcomes, type Outcome } from './outcome.ts';
import { replayVariant, type DeviationAt } from './replay-variant.ts';
import type { Deviation, NodeReplay, Replay, ReplayedPath } from './replay.ts';
import { waysOf } from './ways.ts';

type NodeCount = Exclude<keyof NodeReplay, 'id' | 'moves'>;
interface NodeCounts extends Record<NodeCount, number> {
  readonly moves: { made: number; fitting: number };
  /** The path that was there last, by its position: each path enters a node once. */
  lastPath: number;
}
interface EdgeCounts {
  taken: number;
  calls: number;
  lastPath: number;
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

function explained(flow: CallFlow, counts: Iterable<DeviationCount>): readonly Deviation[] {
  return [...counts]
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
    }));
}

const textOf = ({ at, did }: DeviationCount): string => `${at.kind} ${at.node} ${did}`;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Replays a log on a flow: every variant walks it once, and counts for all its calls. Outcomes add up
 * to the calls; drop-outs of all nodes, and those elsewhere, to the calls that hung up or timed out.
 * Time is linear in variants × length.
 */
export function replayLog(
  flow: CallFlow,
  log: Pick<CondensedLog, 'calls' | 'variants' | 'details'>,
): Replay {
  const ways = waysOf(flow);
  const nodes = new Map<NodeId, NodeCounts>(
    flow.nodes.map(({ id }) => [
      id,
      {
        ...{ entered: 0, visits: 0, dropOuts: 0, noInputs: 0, noMatches: 0 },
        moves: { made: 0, fitting: 0 },
        lastPath: -1,
      },
    ]),
  );
  const edges = new Map<FlowEdge, EdgeCounts>();
  const deviations = new Map<string, DeviationCount>();
  const byOutcome = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  let [made, fitting, fittingCalls, turnedAway, dropOutsElsewhere] = [0, 0, 0, 0, 0];

  const paths: ReplayedPath[] = [];
  const countAt = (ids: readonly NodeId[], key: NodeCount, calls: number): void => {
    for (const id of ids) {
      const counts = nodes.get(id);
      if (counts !== undefined) counts[key] += calls;
    }
  };
  const countVisits = (visits: readonly NodeId[], path: number, calls: number): void => {
    for (const id of visits) {
      const counts = nodes.get(id);
      if (counts === undefined) continue;
      counts.visits += calls;
      if (counts.lastPath === path) continue;
      counts.lastPath = path;
      counts.entered += calls;
    }
  };
  const countEdges = (taken: readonly FlowEdge[], path: number, calls: number): void => {
    for (const edge of taken) {
      let counts = edges.get(edge);
      if (counts === undefined) {
        counts = { taken: 0, calls: 0, lastPath: -1 };
        edges.set(edge, counts);
      }
      counts.taken += calls;
      if (counts.lastPath === path) continue;
      counts.lastPath = path;
      counts.calls += calls;
    }
  };

  const { first = [], last = [] } = log.details ?? {};
  log.variants.forEach(({ steps, calls, duration }, variant) => {
    const replayed = replayVariant(ways, steps, (at, fits) => {
      const own = at === undefined ? undefined : nodes.get(at)?.moves;
      if (own === undefined) return;
      own.made += calls;
      if (fits) own.fitting += calls;
    });
    // Nobody else holds what was just made; a copy of every path cost half as much as its walk.
    paths.push(Object.assign(replayed, { steps, calls, duration }));
    made += replayed.moves * calls;
    fitting += replayed.fitting * calls;
    if (replayed.deviations.length === 0) fittingCalls += calls;
    byOutcome[replayed.outcome] += calls;
    if (replayed.turnedAway) turnedAway += calls;
    countVisits(replayed.visits, variant, calls);
    countAt(replayed.noInputs, 'noInputs', calls);
    countAt(replayed.noMatches, 'noMatches', calls);
    countEdges(replayed.edges, variant, calls);
    if (replayed.outcome === 'hung-up' || replayed.outcome === 'timed-out') {
      if (replayed.lastNode === undefined) dropOutsElsewhere += calls;
      else countAt([replayed.lastNode], 'dropOuts', calls);
    }
    if (replayed.deviations.length === 0) return;
    const seen = new Set<string>();
    for (const at of replayed.deviations) {
      const did = deedOf(at);
      const key = `${at.kind}\n${at.node}\n${did}`;
      // Variants come with most calls first: the first one is the example.
      const example = (): readonly PathStep[] =>
        steps.slice(Math.max(0, at.step + 1 - longestExample), at.step + 1);
      const fresh = { at, did, calls: 0, times: 0, from: Infinity, to: -Infinity };
      const count = deviations.get(key) ?? { ...fresh, example: example() };
      deviations.set(key, count);
      count.times += calls;
      count.from = Math.min(count.from, first[variant] ?? Infinity);
      count.to = Math.max(count.to, last[variant] ?? -Infinity);
      if (seen.has(key)) continue;
      seen.add(key);
      count.calls += calls;
    }
  });

  return {
    calls: log.calls,
    variants: log.variants.length,
    moves: { made, fitting },
    fitness: made === 0 ? undefined : fitting / made,
    fittingCalls,
    outcomes: byOutcome,
    turnedAway,
    nodes: [...nodes].map(([id, { entered, visits, dropOuts, noInputs, noMatches, moves }]) => ({
      ...{ id, entered, visits, dropOuts, noInputs, noMatches, moves },
    })),
    dropOutsElsewhere,
    edges: edgesOf(flow).map((edge) => {
      const { taken = 0, calls = 0 } = edges.get(edge) ?? {};
      return { edge, taken, calls };
    }),
    deviations: explained(flow, deviations.values()),
    paths,
  };
}
