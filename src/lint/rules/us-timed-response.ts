import { isAskedAgain } from '../../flow/asked-again.ts';
import { retryWays } from '../../flow/retry-ways.ts';
import { defineRule } from '../rule.ts';

/** United States, federal: who needs more time for an answer is told so and gets it. */
export const usTimedResponse = defineRule({
  id: 'us-timed-response',
  severity: 'error',
  summary: 'US federal: callers who need more time to answer are asked again',
  source:
    'United States, 36 CFR 1194.23(d), edition of 2001 (Section 508; refreshed in 2017 under other numbers): systems that require a response within a time give an alert before it runs out, and time to ask for more. Not legal advice',
  presets: ['law-us-federal'],
  messages: {
    once: {
      says: 'Callers who need longer to answer at "{node}" are led away after the first silence, with no alert and no more time, as 36 CFR 1194.23(d) asks of US federal lines.',
      help: 'Ask "{node}" at least twice and say so ("attempts" and "say" of "noInput"), or lead to a person.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, trigger, edge, attempts, isChoice } of retryWays(flow)) {
      if (trigger !== 'noInput' || attempts?.value !== 1 || isChoice) continue;
      // What listens to speech may ask again by itself.
      if (node.kind === 'menu' && node.options.some(({ intent }) => intent !== undefined)) continue;
      if (isAskedAgain(flow, edge.to, id)) continue;
      const isDefault = attempts.path[0] === 'defaults';
      report({
        message: 'once',
        data: { node: id },
        at: isDefault ? ['nodes', id] : attempts.path,
        ...(isDefault ? { aim: 'key' } : {}),
        related: isDefault ? [{ message: 'asked once by default', at: attempts.path }] : [],
      });
    }
  },
});
