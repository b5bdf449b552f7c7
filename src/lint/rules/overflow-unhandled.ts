import { reachable } from '../../flow/reach.ts';
import { isUnknown } from '../../script/values.ts';
import { plural } from '../../source/plural.ts';
import { defineRule } from '../rule.ts';

/** A caller is turned away because the queue is full. */
export const overflowUnhandled = defineRule({
  id: 'overflow-unhandled',
  severity: 'warning',
  summary: 'a queue that can be full has a way for the next callers',
  source:
    'Thirdlane checks that a route has a fallback; Amazon Connect has a branch for a queue at capacity',
  messages: {
    full: {
      says: 'Once {callers} in "{queue}", those who come to "{node}" are turned away: the queue has no way for them.',
      help: 'Say under overflow where "{node}" leads them, or name a queue that takes over in the directory.',
    },
  },
  check({ flow, directory, report }) {
    if (directory === undefined) return;
    const reached = reachable(flow);
    const queues = new Map(Object.entries(directory.queues));
    for (const { id, node, path, exits } of flow.nodes) {
      if (node.kind !== 'queue' || isUnknown(node.queue) || !reached.has(id)) continue;
      const { capacity, overflow: chain = [] } = queues.get(node.queue) ?? {};
      // On some systems 0 means as many as like.
      if (capacity === undefined || capacity === 0 || chain.length > 0) continue;
      const triggers = exits.map(({ trigger }) => trigger);
      if (triggers.includes('overflow') || triggers.includes('error')) continue;
      const callers = `${plural(capacity, 'caller')} ${capacity === 1 ? 'waits' : 'wait'}`;
      report({
        message: 'full',
        data: { node: id, queue: node.queue, callers },
        at: path,
        aim: 'key',
      });
    }
  },
});
