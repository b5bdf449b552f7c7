import { defineInsight } from '../insight.ts';
import { rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';
import { optionUse } from './option-use.ts';
import { hearingsOf } from './hearings.ts';
import { namedOption } from './timing-of.ts';

/** Which options nobody wants. */
export const deadOptionsInsight = defineInsight({
  id: 'dead-options',
  title: 'Options that nobody wants',
  question: 'Which options are offered again and again and hardly ever chosen?',
  definition:
    'Calls that chose an option at least once, of the calls that came to its menu. At most: the exact upper bound, 95 % one-sided; choices of which the log doesn’t tell the option count as if they had been it. Dead: at most 0.5 %, after 1,000 calls or more. Protected: dead, but law, safety, a role or a language keeps it, or it repeats or leads back.',
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
