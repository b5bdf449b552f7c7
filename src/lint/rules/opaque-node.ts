import { reachable } from '../../flow/reach.ts';
import { defineRule } from '../rule.ts';

/** What happens to callers here, nobody can check. */
export const opaqueNode = defineRule({
  id: 'opaque-node',
  severity: 'info',
  summary: 'every part of a call can be checked',
  source: 'a run without findings says nothing about what it could not see',
  messages: {
    opaque: {
      says: 'What callers hear and do at {count} of type "{type}" is not checked: the model can\'t express it.',
      help: 'Look at these blocks by hand; rules stay silent where calls go through them.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    const counts = new Map<string, number>();
    const firsts = flow.nodes.filter(({ id, node }) => {
      if (node.kind !== 'opaque' || !reached.has(id)) return false;
      const count = (counts.get(node.type) ?? 0) + 1;
      counts.set(node.type, count);
      return count === 1;
    });
    for (const { node, path } of firsts) {
      if (node.kind !== 'opaque') continue;
      const count = counts.get(node.type) ?? 1;
      const data = { type: node.type, count: count === 1 ? 'a block' : `${count} blocks` };
      report({ message: 'opaque', data, at: path, aim: 'key' });
    }
  },
});
