import { tableOf } from '../table.ts';
import type { Answer } from './answer.ts';

/** Where callers spend their time. */
export const timeSpent: Answer = ({ counts: { nodes } }) => {
  const timed = nodes.filter((node) => node.timed > 0);
  const all = timed.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    insight: {
      id: 'time',
      title: 'Where callers spend their time',
      question: 'How long does a visit to each node take, and how much of all time is spent there?',
      definition:
        'Means of the report, weighted by its counts. Share: of all seconds in the report.',
      source: 'the report itself',
    },
    found:
      timed.length === 0
        ? { tables: [], unknown: 'The report has no column of seconds.' }
        : {
            tables: [
              tableOf(
                'nodes',
                'By node',
                {
                  node: 'node',
                  timed: ['visits', 'count'],
                  mean: ['a visit', 'seconds'],
                  hours: ['hours', 'number'],
                  share: ['of all time', 'share'],
                },
                [...timed]
                  .sort((a, b) => b.seconds - a.seconds)
                  .map(({ node, timed: visits, seconds }) => ({
                    ...{ node, timed: visits, mean: seconds / visits, hours: seconds / 3600 },
                    share: seconds / (all === 0 ? 1 : all),
                  })),
              ),
            ],
          },
  };
};
