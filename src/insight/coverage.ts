import { reachable } from '../flow/reach.ts';
import type { CallFlow, FlowEdge } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** What no call of a log did. */
export interface Coverage {
  /** Nodes that calls came to, of those that they can come to; and ways that were taken. */
  readonly nodes: Rate;
  readonly edges: Rate;
  /** No call came here: `calls.high` is how many may, at most. */
  readonly unvisited: readonly { readonly node: NodeId; readonly calls: Rate }[];
  /** No call that came to its node took this way. */
  readonly untaken: readonly { readonly edge: FlowEdge; readonly calls: Rate }[];
}

/** The nodes and ways that no call took, in script order; those that no call can come to are left out. */
function coverageOf(
  flow: CallFlow,
  { calls, nodes, edges }: Pick<Replay, 'calls' | 'nodes' | 'edges'>,
): Coverage {
  const reached = reachable(flow);
  const open = nodes.filter(({ id }) => reached.has(id));
  const entered = new Map(nodes.map(({ id, entered: own }) => [id, own]));
  const ways = edges.filter(({ edge }) => reached.has(edge.from));
  return {
    nodes: rateOf(open.filter((node) => node.entered > 0).length, open.length),
    edges: rateOf(ways.filter(({ taken }) => taken > 0).length, ways.length),
    unvisited: open
      .filter((node) => node.entered === 0)
      .map(({ id }) => ({ node: id, calls: rateOf(0, calls) })),
    untaken: ways
      .filter(({ edge, taken }) => taken === 0 && (entered.get(edge.from) ?? 0) > 0)
      .map(({ edge }) => ({ edge, calls: rateOf(0, entered.get(edge.from) ?? 0) })),
  };
}

/** Which parts of a menu nobody used. */
export const coverageInsight = defineInsight({
  id: 'coverage',
  title: 'What no call used',
  question: 'Which nodes and ways did no call use, and how rare can they still be?',
  definition:
    'Nodes without any call, out of the nodes that the script can reach. Ways without any call, where calls came to their node. The interval of 0 of n says how many calls may take them after all.',
  source: 'Wilson interval of 0 of n; about 3/n (the rule of three)',
  find({ flow, replay }) {
    const { nodes, edges, unvisited, untaken } = coverageOf(flow, replay);
    const unreachable = flow.nodes.length - nodes.of;
    const summary = [
      { what: 'nodes', used: nodes.count, of: nodes.of },
      { what: 'ways', used: edges.count, of: edges.of },
    ];
    return {
      tables: [
        tableOf(
          'summary',
          'Used',
          { what: 'what', used: ['used', 'count'], of: ['of', 'count'] },
          summary,
        ),
        tableOf(
          'nodes',
          'Nodes that no call came to',
          { node: 'node', calls: ['of all calls', 'rate'] },
          unvisited,
        ),
        tableOf(
          'ways',
          'Ways that no call took',
          {
            from: 'from',
            trigger: 'by',
            value: 'key or case',
            to: 'to',
            calls: ['of the calls that came there', 'rate'],
          },
          untaken.map(({ edge: { from, trigger, value = '', to }, calls }) => ({
            ...{ from, trigger, value, to, calls },
          })),
        ),
      ],
      excluded:
        unreachable === 0
          ? []
          : [{ count: unreachable, what: 'nodes that the script never leads to' }],
    };
  },
});
