import type { CallFlow } from '../flow/call-flow.ts';
import type { Outcome } from '../replay/outcome.ts';
import type { Replay, ReplayedPath } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** Where a menu leads callers to. */
const destinationKinds: ReadonlySet<NodeKind> = new Set([
  'queue',
  'transfer',
  'voicemail',
  'callback',
  'subflow',
  'opaque',
]);

/** A stage of the way to a destination: the calls that came so far, of those at the stage before. */
export interface Stage {
  readonly node: NodeId;
  readonly calls: Rate;
}

/** A destination and the way that most of its calls took. */
export interface Destination {
  readonly node: NodeId;
  readonly kind: NodeKind;
  /** Calls that came here, of all calls. */
  readonly reached: Rate;
  /** Calls whose last node it is, by how they ended. */
  readonly people: number;
  readonly abandoned: number;
  readonly stages: readonly Stage[];
}

/** The nodes on the way to a node's first visit, with rounds left out. */
function wayOf(visits: readonly NodeId[], to: NodeId): readonly NodeId[] {
  const way: NodeId[] = [];
  const at = new Map<NodeId, number>();
  for (const id of visits) {
    const before = at.get(id);
    if (before !== undefined) for (const gone of way.splice(before + 1)) at.delete(gone);
    else at.set(id, way.push(id) - 1);
    if (id === to) break;
  }
  return way;
}

/** How many stages of a way a path came to, in their order, whatever lay between. */
function stagesReached(visits: readonly NodeId[], way: readonly NodeId[]): number {
  let reached = 0;
  for (const id of visits) if (id === way[reached]) reached += 1;
  return reached;
}

interface Way {
  readonly nodes: readonly NodeId[];
  calls: number;
}

/** The way that most calls took to each destination; ties by the order in which paths come. */
function usualWays(
  places: ReadonlySet<NodeId>,
  paths: readonly ReplayedPath[],
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const ways = new Map<NodeId, Map<string, Way>>();
  for (const { visits, calls } of paths) {
    for (const place of new Set(visits)) {
      if (!places.has(place)) continue;
      const nodes = wayOf(visits, place);
      const key = nodes.join(' ');
      const own = ways.get(place) ?? new Map<string, Way>();
      ways.set(place, own);
      const way = own.get(key) ?? { nodes, calls: 0 };
      own.set(key, way);
      way.calls += calls;
    }
  }
  const most = (own: Iterable<Way>): readonly NodeId[] => {
    let best: Way | undefined;
    for (const way of own) if (best === undefined || way.calls > best.calls) best = way;
    return best?.nodes ?? [];
  };
  return new Map([...ways].map(([place, own]) => [place, most(own.values())]));
}

const people: ReadonlySet<Outcome> = new Set<Outcome>(['routed', 'opted-out']);

/** Where calls were led to, in script order, each with the funnel of its most taken way. */
function destinationsOf(
  flow: CallFlow,
  { calls, nodes, paths }: Pick<Replay, 'calls' | 'nodes' | 'paths'>,
): readonly Destination[] {
  const places = flow.nodes.filter(({ kind }) => destinationKinds.has(kind));
  const ways = usualWays(new Set(places.map(({ id }) => id)), paths);
  const counts = new Map([...ways].map(([id, way]) => [id, way.map(() => 0)]));
  const ended = new Map<NodeId, { people: number; abandoned: number }>();
  for (const { visits, calls: own, lastNode, outcome } of paths) {
    for (const [place, way] of ways) {
      const stages = counts.get(place) ?? [];
      const reached = stagesReached(visits, way);
      for (let stage = 0; stage < reached; stage += 1) stages[stage] = (stages[stage] ?? 0) + own;
    }
    if (lastNode === undefined) continue;
    const count = ended.get(lastNode) ?? { people: 0, abandoned: 0 };
    ended.set(lastNode, count);
    if (people.has(outcome)) count.people += own;
    if (outcome === 'queue-abandoned') count.abandoned += own;
  }
  const entered = new Map(nodes.map((node) => [node.id, node.entered]));
  return places.map(({ id, kind }) => {
    const stages = counts.get(id) ?? [];
    return {
      ...{ node: id, kind, reached: rateOf(entered.get(id) ?? 0, calls) },
      ...(ended.get(id) ?? { people: 0, abandoned: 0 }),
      stages: (ways.get(id) ?? []).map((node, stage) => ({
        node,
        calls: rateOf(stages[stage] ?? 0, stage === 0 ? calls : (stages[stage - 1] ?? 0)),
      })),
    };
  });
}

/** Where calls are led to, and how many are left at each stage of the way. */
export const destinationsInsight = defineInsight({
  id: 'destinations',
  title: 'Ways to each destination',
  question: 'Where do calls arrive, and how many are left at each stage of the way?',
  definition:
    'Calls that came to a queue, an outside number, a voicemail, a callback or a block outside the script, out of all calls. The funnel follows the way that most calls to this destination took: calls that came to its stages in this order, out of those at the stage before.',
  source: 'reach and funnel by calls, not visits: rounds count once',
  find({ flow, replay }) {
    const all = destinationsOf(flow, replay);
    const used = all.filter(({ reached }) => reached.count > 0);
    const rows = used.map((one) => ({
      ...one,
      left: one.reached.count - one.people - one.abandoned,
    }));
    const stages = used.flatMap(({ node, stages: own }) =>
      own.map((stage, index) => ({
        destination: node,
        stage: index + 1,
        node: stage.node,
        calls: stage.calls,
      })),
    );
    return {
      tables: [
        tableOf(
          'destinations',
          'Destinations',
          {
            node: 'destination',
            kind: 'kind',
            reached: ['of all calls', 'rate'],
            people: ['reached people', 'count'],
            abandoned: ['left waiting', 'count'],
            left: ['ended otherwise or elsewhere', 'count'],
          },
          [...rows].sort((a, b) => b.reached.count - a.reached.count),
        ),
        tableOf(
          'funnels',
          'Funnels',
          {
            destination: 'destination',
            stage: ['stage', 'number'],
            node: 'node',
            calls: ['of the stage before', 'rate'],
          },
          stages,
        ),
      ],
      excluded:
        used.length === all.length
          ? []
          : [{ count: all.length - used.length, what: 'destinations that no call came to' }],
    };
  },
});
