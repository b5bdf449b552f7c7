import { edgesOf, type CallFlow, type FlowEdge } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { VariantReplay } from './replay-variant.ts';
import type { EdgeReplay, NodeReplay } from './replay.ts';

/** Counts what calls do at the nodes of a flow and on its edges. */
export interface PlaceCounter {
  /** A move that some calls made while they were at a node. */
  readonly addMove: (at: NodeId | undefined, fits: boolean, calls: number) => void;
  /** What a path did, for all its calls. */
  readonly add: (replayed: VariantReplay, calls: number) => void;
  readonly nodes: () => readonly NodeReplay[];
  readonly edges: () => readonly EdgeReplay[];
  /** Calls that dropped out at no node that the flow has. */
  readonly dropOutsElsewhere: () => number;
}

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

/** Begins to count on a flow. */
export function createPlaceCounter(flow: CallFlow): PlaceCounter {
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
  let [path, dropOutsElsewhere] = [-1, 0];

  const countAt = (ids: readonly NodeId[], key: NodeCount, calls: number): void => {
    for (const id of ids) {
      const counts = nodes.get(id);
      if (counts !== undefined) counts[key] += calls;
    }
  };
  const countVisits = (visits: readonly NodeId[], calls: number): void => {
    for (const id of visits) {
      const counts = nodes.get(id);
      if (counts === undefined) continue;
      counts.visits += calls;
      if (counts.lastPath === path) continue;
      counts.lastPath = path;
      counts.entered += calls;
    }
  };
  const countEdges = (taken: readonly FlowEdge[], calls: number): void => {
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

  return {
    addMove(at, fits, calls) {
      const own = at === undefined ? undefined : nodes.get(at)?.moves;
      if (own === undefined) return;
      own.made += calls;
      if (fits) own.fitting += calls;
    },
    add({ visits, noInputs, noMatches, edges: taken, outcome, lastNode }, calls) {
      path += 1;
      countVisits(visits, calls);
      countAt(noInputs, 'noInputs', calls);
      countAt(noMatches, 'noMatches', calls);
      countEdges(taken, calls);
      if (outcome !== 'hung-up' && outcome !== 'timed-out') return;
      if (lastNode === undefined) dropOutsElsewhere += calls;
      else countAt([lastNode], 'dropOuts', calls);
    },
    nodes: () =>
      [...nodes].map(([id, { entered, visits, dropOuts, noInputs, noMatches, moves }]) => ({
        ...{ id, entered, visits, dropOuts, noInputs, noMatches, moves },
      })),
    edges: () =>
      edgesOf(flow).map((edge) => {
        const { taken = 0, calls = 0 } = edges.get(edge) ?? {};
        return { edge, taken, calls };
      }),
    dropOutsElsewhere: () => dropOutsElsewhere,
  };
}
