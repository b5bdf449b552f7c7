import { rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import type { Answer } from './answer.ts';
import type { NodeCounts } from './report-counts.ts';

const endingsOf = ({ ended }: NodeCounts): number =>
  Object.values(ended).reduce((sum, count) => sum + count, 0);

/** Where calls end inside the menu. */
export const hangUps: Answer = ({ counts: { nodes } }) => {
  const rows = nodes.flatMap(({ node, ended, left }) =>
    left === undefined || left === 0
      ? []
      : [{ node, hungUp: rateOf(ended.hangup, left), cut: rateOf(ended.disconnect, left) }],
  );
  const all = nodes.reduce((sum, node) => sum + endingsOf(node), 0);
  return {
    insight: {
      id: 'hang-ups',
      title: 'Where calls end',
      question: 'At which nodes do callers hang up, and where does the system end the call?',
      definition:
        'Visits that ended with a hang-up or were ended by the system, out of all visits that left the node. Callers who have been served hang up, too: a report of counts can’t tell them from drop-outs.',
      source: 'the report itself',
    },
    found:
      all === 0
        ? { tables: [], unknown: 'The report counts no exit as hangup or disconnect.' }
        : {
            tables: [
              tableOf(
                'nodes',
                'By node',
                { node: 'node', hungUp: ['hung up', 'rate'], cut: ['ended by the system', 'rate'] },
                rows.sort((a, b) => b.hungUp.count - a.hungUp.count),
              ),
            ],
          },
  };
};

/** Where calls were last. */
export const last: Answer = ({ counts: { nodes } }) => {
  const told = nodes.flatMap((node) =>
    node.last === undefined ? [] : [{ node: node.node, calls: node.last }],
  );
  const all = told.reduce((sum, { calls }) => sum + calls, 0);
  return {
    insight: {
      id: 'last',
      title: 'The last node of each call',
      question: 'Where were calls last, before they left the menu or ended?',
      definition:
        'Calls whose last node this is, out of all calls that have a last node. The last node is where a call left, not always why.',
      source: 'the report itself',
    },
    found:
      told.length === 0
        ? { tables: [], unknown: 'The report doesn’t give the last node of calls.' }
        : {
            tables: [
              tableOf(
                'nodes',
                'By node',
                { node: 'node', calls: ['of all calls', 'rate'] },
                told
                  .map(({ node, calls }) => ({ node, calls: rateOf(calls, all) }))
                  .sort((a, b) => b.calls.count - a.calls.count),
              ),
            ],
          },
  };
};
