import { reachedQueues } from '../../flow/reached-nodes.ts';
import { isImported } from '../../script/is-imported.ts';
import { isUnknown } from '../../script/values.ts';
import { defineRule } from '../rule.ts';

/** A caller can only wait on, however long it takes, or hang up. */
export const noWayOutOfQueue = defineRule({
  id: 'no-way-out-of-queue',
  severity: 'warning',
  presets: ['strict'],
  summary: 'callers who wait too long are offered something else',
  source:
    'Thirdlane checks that a route has a fallback; waiting as long as it takes is right if nobody else can help',
  messages: {
    forever: {
      says: 'Callers in "{node}" wait as long as it takes: nothing else is offered to them, and nobody takes over.',
      help: 'Say under overflow where they go after a while, or offer a callback under announce.',
    },
  },
  check({ flow, directory, report }) {
    const queues = new Map(Object.entries(directory?.queues ?? {}));
    for (const { id, node, path } of reachedQueues(flow)) {
      if (isImported(node)) continue;
      if (node.overflow !== undefined || node.announce?.offer !== undefined) continue;
      const chain = isUnknown(node.queue) ? undefined : queues.get(node.queue)?.overflow;
      if (chain !== undefined && chain.length > 0) continue;
      report({ message: 'forever', data: { node: id }, at: path, aim: 'key' });
    }
  },
});
