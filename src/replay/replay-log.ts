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
}
interface EdgeCounts {
  taken: number;
  calls: number;
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
  const countAt = (ids: Iterable<NodeId>, key: NodeCount, calls: number): void => {
    for (const id of ids) {
      const counts = nodes.get(id);
      if (counts !== undefined) counts[key] += calls;
    }
  };
  const countEdges = (taken: Iterable<FlowEdge>, key: keyof EdgeCounts, calls: number): void => {
    for (const edge of taken) {
      const counts = edges.get(edge) ?? { taken: 0, calls: 0 };
      counts[key] += calls;
      edges.set(edge, counts);
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
    paths.push({ ...replayed, steps, calls, duration });
    made += replayed.moves * calls;
    fitting += replayed.fitting * calls;
    if (replayed.deviations.length === 0) fittingCalls += calls;
    byOutcome[replayed.outcome] += calls;
    if (replayed.turnedAway) turnedAway += calls;
    countAt(replayed.visits, 'visits', calls);
    countAt(new Set(replayed.visits), 'entered', calls);
    countAt(replayed.noInputs, 'noInputs', calls);
    countAt(replayed.noMatches, 'noMatches', calls);
    countEdges(replayed.edges, 'taken', calls);
    countEdges(new Set(replayed.edges), 'calls', calls);
    if (replayed.outcome === 'hung-up' || replayed.outcome === 'timed-out') {
      if (replayed.lastNode === undefined) dropOutsElsewhere += calls;
      else countAt([replayed.lastNode], 'dropOuts', calls);
    }
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
    nodes: [...nodes].map(([id, counts]) => ({ id, ...counts })),
    dropOutsElsewhere,
    edges: edgesOf(flow).map((edge) => ({ edge, ...(edges.get(edge) ?? { taken: 0, calls: 0 }) })),
    deviations: explained(flow, deviations.values()),
    paths,
  };
}
