import type { ScriptNode } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import { didYouMean } from '../../source/nearest-name.ts';
import type { Path } from '../../source/tree.ts';
import { defineRule } from '../rule.ts';

/** The queue that a node names, with the way to it. */
function queueIn(node: ScriptNode): { readonly name: string; readonly at: Path } | undefined {
  if (node.kind === 'queue' || node.kind === 'callback') {
    return node.queue === undefined || isUnknown(node.queue)
      ? undefined
      : { name: node.queue, at: ['queue'] };
  }
  if (node.kind !== 'branch' || typeof node.on !== 'object' || !('queue-status' in node.on)) {
    return undefined;
  }
  const name = node.on['queue-status'];
  return isUnknown(name) ? undefined : { name, at: ['on', 'queue-status'] };
}

/** A caller is sent to a queue that nobody has heard of. */
export const unknownQueue = defineRule({
  id: 'unknown-queue',
  severity: 'error',
  summary: 'every queue that callers are sent to is in the directory',
  source: 'Switchboard SWB001 and Thirdlane check the same',
  messages: {
    queue: {
      says: 'Callers who come to "{node}" are meant for the queue "{queue}", which is not in the directory, so nobody answers them.{hint}',
      help: 'Add the queue "{queue}" to the directory, or name one that it has.',
    },
  },
  check({ flow, directory, report }) {
    if (directory === undefined) return;
    const names = Object.keys(directory.queues);
    const known = new Set(names);
    for (const { id, node, path } of flow.nodes) {
      const queue = queueIn(node);
      if (queue === undefined || known.has(queue.name)) continue;
      const data = { node: id, queue: queue.name, hint: didYouMean(queue.name, names) };
      report({ message: 'queue', data, at: [...path, ...queue.at] });
    }
  },
});
