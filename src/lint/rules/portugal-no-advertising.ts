import { marketingWhileWaiting } from '../../flow/marketing-while-waiting.ts';
import { defineRule } from '../rule.ts';

/** Portugal: no advertising may be played to callers who wait. */
export const portugalNoAdvertising = defineRule({
  id: 'portugal-no-advertising',
  severity: 'error',
  summary: 'Portugal: callers who wait hear no advertising',
  source:
    'Portugal, Decreto-Lei 134/2009 of 2 June 2009, as summaries have it: no advertising during the wait. Not legal advice',
  presets: ['law-portugal'],
  messages: {
    waiting: {
      says: 'Callers who wait hear advertising at "{node}", which Decreto-Lei 134/2009 forbids in Portugal.',
      help: 'Leave it out, or say something about the call instead.',
    },
  },
  check({ flow, report }) {
    for (const { id, path } of marketingWhileWaiting(flow)) {
      report({ message: 'waiting', data: { node: id }, at: path });
    }
  },
});
