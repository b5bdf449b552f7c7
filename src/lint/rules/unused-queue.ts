import { usedNames } from '../../flow/used-names.ts';
import { defineRule } from '../rule.ts';

/** People are at a queue, and no caller of this script is ever sent to them. */
export const unusedQueue = defineRule({
  id: 'unused-queue',
  severity: 'warning',
  summary: 'callers can reach every queue of the directory',
  source:
    'Genesys users look for unused objects; a directory that several scripts share is a good reason against, so only the preset strict has the rule',
  presets: ['strict'],
  messages: {
    unused: {
      says: 'No caller ever comes to the queue "{queue}": nothing in this script leads there.',
      help: 'Lead a node to "{queue}", or remove it from the directory.',
    },
  },
  check({ script, flow, directory, report }) {
    if (directory === undefined) return;
    const { queues, complete } = usedNames(flow, directory);
    if (!complete) return;
    const at = script.directory === undefined ? [] : ['directory'];
    for (const queue of Object.keys(directory.queues)) {
      if (!queues.has(queue)) report({ message: 'unused', data: { queue }, at });
    }
  },
});
