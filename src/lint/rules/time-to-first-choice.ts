import { firstChoices } from '../../flow/first-choices.ts';
import { defineRule } from '../rule.ts';

/** So much is said before the first option that callers wonder whether there is any. */
export const timeToFirstChoice = defineRule({
  id: 'time-to-first-choice',
  severity: 'warning',
  summary: 'callers hear a first option soon',
  source:
    'judgement; Lewis: every caller hears the introduction, so it should be the shortest part; ACIxD: no long legal texts or advertising up front',
  thresholds: {
    long: { value: 15, unit: 'seconds', source: 'judgement' },
    most: { value: 30, unit: 'seconds', source: 'judgement' },
  },
  messages: {
    late: {
      says: 'Callers listen for at least {seconds} seconds before they hear the first option of "{menu}".',
      help: 'Shorten what is said before it; news and explanations belong after the choice that they are about.',
    },
    demanded: {
      says: 'Callers listen for at least {seconds} seconds before they hear the first option of "{menu}", mostly to what law or safety demands.',
      help: 'Say it in fewer words, or later, if the rules allow it.',
    },
  },
  check({ flow, thresholds, report }) {
    for (const { menu, seconds, owned, heard } of firstChoices(flow)) {
      if (seconds <= thresholds.long) continue;
      const related = heard.map((id) => ({
        message: 'heard before',
        at: ['nodes', id],
        aim: 'key' as const,
      }));
      const data = { menu, seconds: Math.floor(seconds) };
      const place = { data, at: ['nodes', menu], aim: 'key', related } as const;
      if (owned <= thresholds.long) report({ message: 'demanded', severity: 'info', ...place });
      else {
        const severity = owned > thresholds.most ? 'error' : 'warning';
        report({ message: 'late', severity, ...place });
      }
    }
  },
});
