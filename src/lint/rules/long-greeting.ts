import { greetings } from '../../flow/greetings.ts';
import { defineRule } from '../rule.ts';

/** Everybody hears it, and it is long. */
export const longGreeting = defineRule({
  id: 'long-greeting',
  severity: 'warning',
  summary: 'a greeting that every caller hears is short',
  source:
    'Lewis: every caller hears the introduction, so it should be the shortest part; Naldi et al.: announcements in five telecoms were far too long',
  thresholds: {
    most: { value: 15, unit: 'seconds', source: 'judgement' },
  },
  messages: {
    long: {
      says: 'Every caller listens to "{node}" for at least {seconds} seconds before anything happens.',
      help: 'Say who you are and what comes next; leave the rest to where it matters.',
    },
    demanded: {
      says: 'Every caller listens to "{node}" for at least {seconds} seconds, as law or safety demands.',
      help: 'Say it in fewer words, if the rules allow it.',
    },
  },
  check({ flow, thresholds, report }) {
    for (const { node, seconds, isDemanded } of greetings(flow)) {
      if (seconds <= thresholds.most) continue;
      const data = { node, seconds: Math.floor(seconds) };
      const at = ['nodes', node, 'say'];
      if (isDemanded) report({ message: 'demanded', data, at, severity: 'info' });
      else report({ message: 'long', data, at });
    }
  },
});
