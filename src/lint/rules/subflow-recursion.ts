import { edgesFrom, nodeAt } from '../../flow/call-flow.ts';
import { defineRule } from '../rule.ts';

/** A script calls itself before it asked the caller anything. */
export const subflowRecursion = defineRule({
  id: 'subflow-recursion',
  severity: 'error',
  summary: 'a script asks or does something before it begins again',
  source:
    'DaVinci refuses circular subflows; Genesys stops a call after 10,000 actions; a menu that begins again on a key is usual and left alone',
  messages: {
    again: {
      says: 'Callers who come to "{node}" go in circles forever: this script calls itself there before anybody can press a key.',
      help: 'Lead the call to the node that it should go on at, or ask the caller before.',
    },
  },
  check({ script, flow, report }) {
    // What these nodes do is the same every time: nothing that happens between changes the way.
    const same = (id: string): boolean => {
      const { node } = nodeAt(flow, id);
      if (node.kind === 'announcement') return true;
      if (node.kind !== 'branch' || node.on === 'share') return false;
      return typeof node.on === 'string' || 'calendar' in node.on || 'emergency' in node.on;
    };
    const seen = new Set(flow.entries.map(({ start }) => start));
    for (const id of seen) {
      const { node, path } = nodeAt(flow, id);
      if (node.kind === 'subflow' && node.script === script.id) {
        report({ message: 'again', data: { node: id }, at: [...path, 'script'] });
      }
      if (!same(id)) continue;
      for (const edge of edgesFrom(flow, id)) if (edge.trigger !== 'error') seen.add(edge.to);
    }
  },
});
