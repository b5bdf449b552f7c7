import { rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import type { Answer } from './answer.ts';

/** How the visits that left a node compare with those that came. */
function verdictOf(came: number, left: number): string {
  if (came === left) return 'agrees';
  const [more, than] = left > came ? ['left', 'came'] : ['came', 'left'];
  return `${Math.abs(came - left)} more ${more} than ${than}`;
}

/** What comes to a node must leave it. */
export const conservation: Answer = ({ counts: { nodes, foreign, ambiguous } }) => {
  const checked = nodes.flatMap((node) => {
    const { left, entered, came } = node;
    const sides = [entered, came].filter((side) => side !== undefined);
    if (left === undefined || sides.length === 0) return [];
    const side = sides.reduce((far, one) =>
      Math.abs(left - one) > Math.abs(left - far) ? one : far,
    );
    const gap = Math.abs(left - side);
    const most = Math.max(left, side);
    return [
      {
        ...{ node: node.node, entered, came, left },
        gap: rateOf(gap, most),
        verdict: verdictOf(side, left),
      },
    ];
  });
  const wrong = checked.filter(({ verdict }) => verdict !== 'agrees');
  const lost = foreign.reduce((sum, { count }) => sum + count, 0);
  return {
    insight: {
      id: 'conservation',
      title: 'Do the counts add up?',
      question: 'Does what enters a node also leave it?',
      definition:
        'Entered: as the report gives it. Came: visits that the exits of other nodes send here, plus calls that begin here, if the report gives both. Left: all exits of the node, plus the calls that end there. If nothing is lost, the three are the same.',
      source: 'conservation of flow: calls neither begin nor vanish in a menu',
    },
    found: {
      tables: [
        tableOf(
          'nodes',
          'By node',
          {
            node: 'node',
            entered: ['entered', 'count'],
            came: ['came', 'count'],
            left: ['left', 'count'],
            gap: ['difference', 'rate'],
            verdict: 'verdict',
          },
          [...wrong, ...checked.filter(({ verdict }) => verdict === 'agrees')],
        ),
        tableOf(
          'foreign',
          'Counts that the script has no place for',
          { node: 'node', exit: 'exit', count: ['count', 'count'] },
          foreign,
        ),
      ],
      excluded: [
        {
          count: nodes.length - checked.length,
          what: 'nodes for which the report gives only one side',
        },
        { count: lost, what: 'visits at nodes, or by exits, that the script doesn’t have' },
      ].filter(({ count }) => count > 0),
      notes: [
        ...(wrong.length === 0
          ? []
          : [
              'If more left than came, silences and unknown keys may have been counted each time, and not only when the call left the node. If more came than left, calls that ended there are missing.',
            ]),
        ...(ambiguous.length === 0
          ? []
          : [
              `${ambiguous.length === 1 ? '1 exit' : `${ambiguous.length} exits`} may lead to several nodes, so the visits to those are unknown.`,
            ]),
      ],
    },
  };
};
