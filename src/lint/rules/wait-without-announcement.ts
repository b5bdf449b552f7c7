import { edgesInto, nodeAt } from '../../flow/call-flow.ts';
import { reachedQueues } from '../../flow/reached-nodes.ts';
import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

/** A caller hears not a word from the last key to the answer. */
export const waitWithoutAnnouncement = defineRule({
  id: 'wait-without-announcement',
  severity: 'info',
  presets: ['strict'],
  summary: 'callers hear that they are waiting for somebody',
  source:
    'Avaya design guide: something new is heard while callers wait; Munichor & Rafaeli 2007: callers who are told their place stay longer than with music only',
  messages: {
    nothing: {
      says: 'Callers who come to "{node}" do not hear that they are waiting: nothing is said before the queue or in it.',
      help: 'Say something under say, and tell their place or the time under announce.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of reachedQueues(flow)) {
      if (isImported(node)) continue;
      if (node.say !== undefined || node.announce !== undefined) continue;
      const before = edgesInto(flow, id).map(({ from }) => nodeAt(flow, from).node);
      const isTold = before.every(
        (one) => 'say' in one && one.kind !== 'menu' && one.say !== undefined,
      );
      if (before.length > 0 && isTold) continue;
      report({ message: 'nothing', data: { node: id }, at: path, aim: 'key' });
    }
  },
});
