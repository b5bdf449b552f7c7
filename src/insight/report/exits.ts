import { edgesOf, nodeOf, type CallFlow, type FlowEdge } from '../../flow/call-flow.ts';
import { rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import { namedOption } from '../timing/timing-of.ts';
import type { Answer } from './answer.ts';

/** What a way of the script is called: its option, or its trigger. */
function wayName(flow: CallFlow, { from, option, trigger, value }: FlowEdge): string {
  const node = nodeOf(flow, from);
  if (option !== undefined && node !== undefined) return namedOption(node, option);
  return value === undefined || value === '' ? trigger : `${trigger} ${value}`;
}

/** Which way visits leave each node. */
export const exits: Answer = ({ flow, counts: { nodes, taken } }) => {
  const left = new Map(nodes.map((node) => [node.node, node.left ?? 0]));
  const ways = edgesOf(flow).flatMap((edge) => {
    const count = taken.get(edge);
    return count === undefined
      ? []
      : [
          {
            node: edge.from,
            exit: wayName(flow, edge),
            to: edge.to,
            visits: rateOf(count, left.get(edge.from) ?? 0),
          },
        ];
  });
  const ends = nodes.flatMap((node) =>
    Object.entries(node.ended).flatMap(([exit, count]) =>
      count === 0 ? [] : [{ node: node.node, exit, to: '', visits: rateOf(count, node.left ?? 0) }],
    ),
  );
  const place = new Map(flow.nodes.map(({ id }, index) => [id, index]));
  const rows = [...ways, ...ends].sort(
    (a, b) =>
      (place.get(a.node) ?? 0) - (place.get(b.node) ?? 0) || b.visits.count - a.visits.count,
  );
  return {
    insight: {
      id: 'exits',
      title: 'How visits leave each node',
      question: 'Which way do callers take from each node?',
      definition:
        'Visits that left a node by this exit, out of all visits that left it. These are visits, not calls: a caller who comes back counts again.',
      source: 'the report itself',
    },
    found: {
      tables: [
        tableOf(
          'exits',
          'By exit',
          { node: 'node', exit: 'exit', to: 'to', visits: ['of the visits that left', 'rate'] },
          rows,
        ),
      ],
    },
  };
};
