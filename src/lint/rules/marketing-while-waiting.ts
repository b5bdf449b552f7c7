import { marketingWhileWaiting as places } from '../../flow/marketing-while-waiting.ts';
import { defineRule } from '../rule.ts';

/** Whoever waits for a person has to listen to advertising. */
export const marketingWhileWaiting = defineRule({
  id: 'marketing-while-waiting',
  severity: 'warning',
  summary: 'callers who wait hear no advertising',
  source: 'W3C COGA, voice systems: no advertising while callers are on hold',
  // Messages while waiting are common, and firms differ on them.
  presets: ['strict'],
  messages: {
    waiting: {
      says: 'Callers who wait for a person hear advertising at "{node}".',
      help: 'Say how long it takes and what else can be done instead, or leave it out.',
    },
  },
  check({ flow, report }) {
    for (const { id, path } of places(flow)) {
      report({ message: 'waiting', data: { node: id }, at: path });
    }
  },
});
