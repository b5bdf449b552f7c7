import { defineInsight } from '../insight.ts';
import { rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import { optionUse } from './option-use.ts';
import { hearingsOf } from './hearings.ts';
import { namedOption } from './timing-of.ts';

/** Which options nobody wants. */
export const deadOptionsInsight = defineInsight({
  id: 'dead-options',
  title: 'Options that hardly anybody chooses',
  question: 'Which options are offered often and hardly ever chosen?',
  definition:
    'Calls that chose this option at least once, out of the calls that came to its menu. At most: the exact upper bound, 95 % one-sided. Choices without an option in the log count as choices of this one. Dead: this bound is below 0.5 %, after 1,000 calls or more. Protected: dead, but kept because of law, safety, a role or a language, or because it repeats or leads back.',
  source: 'Clopper & Pearson 1934; for 0 of n about 3/n, the rule of three',
  find({ flow, log, replay }) {
    const all = optionUse(flow, replay, hearingsOf(flow, log.dwell));
    const shown = all.filter(({ verdict }) => verdict !== 'alive');
    const rows = shown.map(({ node, option, offered, chosen, atMost, unknown, verdict }) => {
      const own = flow.graph.node(node);
      return {
        ...{ node, option: namedOption(own, option), chosen: rateOf(chosen, offered) },
        ...{ atMost, unknown, verdict },
      };
    });
    return {
      tables: [
        tableOf(
          'options',
          'Hardly ever chosen',
          {
            node: 'menu',
            option: 'option',
            chosen: ['chosen, of the calls that came there', 'rate'],
            atMost: ['at most', 'share'],
            unknown: ['choices without a key', 'count'],
            verdict: 'verdict',
          },
          rows,
        ),
      ],
      excluded: [{ count: all.length - shown.length, what: 'options that are chosen' }],
    };
  },
});
