import { marketingWhileWaiting } from '../../flow/marketing-while-waiting.ts';
import { defineRule } from '../rule.ts';

/** Brazil: no advertising may be played to callers who wait and did not consent. */
export const brazilNoAdvertising = defineRule({
  id: 'brazil-no-advertising',
  severity: 'error',
  summary: 'Brazil: callers who wait hear no advertising',
  source:
    'Brazil, Decreto 11.034/2022 of 5 April 2022, art. 4 § 5: no advertising during the wait without prior consent. Not legal advice',
  presets: ['law-brazil'],
  messages: {
    waiting: {
      says: 'Callers who wait hear advertising at "{node}", which Decreto 11.034/2022 forbids in Brazil unless they agreed to it.',
      help: 'Leave it out, or tell callers of their rights and of other ways to get help instead.',
    },
  },
  check({ flow, report }) {
    for (const { id, path } of marketingWhileWaiting(flow)) {
      report({ message: 'waiting', data: { node: id }, at: path });
    }
  },
});
