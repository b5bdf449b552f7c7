import { reachable } from '../../flow/reach.ts';
import { defineRule } from '../rule.ts';

/** What this node says or does, no caller ever gets to. */
export const unreachableNode = defineRule({
  id: 'unreachable-node',
  severity: 'error',
  summary: 'every node can be reached from an entry',
  source:
    'graph; Twilio, Bedrock Flows, DaVinci and Switchboard check the same (SWB006, UnreachableNode)',
  messages: {
    unreachable: {
      says: 'No caller ever comes to "{node}": no way leads from an entry to this {kind}.',
      help: 'Lead a way to "{node}", or remove it.',
    },
  },
  check({ flow, report }) {
    // Without a start that exists nothing can be reached, and that is told at the entry.
    if (flow.entries.length === 0) return;
    const reached = reachable(flow);
    for (const { id, kind, path } of flow.nodes) {
      if (reached.has(id)) continue;
      report({ message: 'unreachable', data: { node: id, kind }, at: path, aim: 'key' });
    }
  },
});
