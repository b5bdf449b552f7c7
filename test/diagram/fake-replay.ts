import { edgesFrom, edgesOf, type CallFlow, type FlowEdge } from '../../src/flow/call-flow.ts';
import type { NodeId } from '../../src/script/names.ts';
import type { NodeKind } from '../../src/script/vocabulary.ts';
import type { Replay } from '../../src/replay/replay.ts';

/** A small generator of numbers from 0 to 1 that is the same on every machine (Park and Miller, 1988). */
function numbersFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** How much callers like an exit, by what it is; the first keys are pressed most. */
function weightOf(edge: FlowEdge, index: number): number {
  switch (edge.trigger) {
    case 'key':
      return edge.does === undefined ? 9 / (index + 1.2) : 0.3;
    case 'case':
      return edge.value === 'closed' ? 1 : 8 / (index + 1);
    case 'next':
    case 'success':
      return 8;
    case 'failure':
    case 'overflow':
      return 0.8;
    case 'noInput':
    case 'noMatch':
    case 'closed':
    case 'error':
      return 0.4;
  }
}

/** The share of callers that leave at a node of this kind. */
const leaving: Readonly<Partial<Record<NodeKind, number>>> = {
  queue: 0.7,
  voicemail: 0.7,
  menu: 0.06,
  collect: 0.09,
  branch: 0,
};

/** What so many made-up callers do on a flow: they walk it by chance, and some hang up. */
export function fakeReplay(flow: CallFlow, calls: number, seed = 7): Replay {
  const random = numbersFrom(seed);
  const entered = new Map<NodeId, number>();
  const lost = new Map<NodeId, number>();
  const taken = new Map<FlowEdge, number>();
  const add = <Key>(counts: Map<Key, number>, key: Key): unknown =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  const exits = new Map(flow.nodes.map(({ id }) => [id, edgesFrom(flow, id)]));
  const edges = edgesOf(flow);
  const same = new Map(
    edges.map((edge) => [`${edge.from} ${edge.path.join('/')} ${edge.to}`, edge]),
  );

  for (let call = 0; call < calls; call += 1) {
    const starts = flow.entries;
    let here = starts[Math.floor(random() * starts.length)]?.start;
    const seen = new Set<unknown>();
    for (let steps = 0; here !== undefined && steps < 40; steps += 1) {
      if (!seen.has(here)) add(entered, here);
      seen.add(here);
      const kind = flow.graph.node(here).kind;
      const ways = exits.get(here) ?? [];
      const leaves = leaving[kind] ?? 0.03;
      if (ways.length === 0) break;
      if (random() < leaves) {
        if (kind !== 'queue' && kind !== 'voicemail') add(lost, here);
        break;
      }
      const weights = ways.map(weightOf);
      let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
      const at = weights.findIndex((weight) => (left -= weight) <= 0);
      const way = ways[Math.max(0, at)];
      if (way === undefined) break;
      const edge = same.get(`${way.from} ${way.path.join('/')} ${way.to}`) ?? way;
      if (!seen.has(edge)) add(taken, edge);
      seen.add(edge);
      here = way.to;
    }
  }
  const count = (id: NodeId): number => entered.get(id) ?? 0;
  return {
    calls,
    variants: calls,
    moves: { made: calls, fitting: calls },
    fitness: 1,
    fittingCalls: calls,
    outcomes: {
      'self-served': 0,
      routed: 0,
      'opted-out': 0,
      'hung-up': 0,
      'timed-out': 0,
      failed: 0,
      'queue-abandoned': 0,
      messaged: 0,
      unfinished: calls,
    },
    nodes: flow.nodes.map(({ id }) => ({
      id,
      entered: count(id),
      visits: count(id),
      dropOuts: lost.get(id) ?? 0,
      noInputs: 0,
      noMatches: 0,
      moves: { made: 0, fitting: 0 },
    })),
    edges: edges.map((edge) => ({
      edge,
      taken: taken.get(edge) ?? 0,
      calls: taken.get(edge) ?? 0,
    })),
    turnedAway: 0,
    dropOutsElsewhere: 0,
    deviations: [],
    paths: [],
  };
}
