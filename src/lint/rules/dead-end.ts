import { edgesFrom } from '../../flow/call-flow.ts';
import { isEnd } from '../../flow/ends.ts';
import { reachable } from '../../flow/reach.ts';
import { defineRule } from '../rule.ts';

/** A caller who comes here hears nothing more: no way leads on, and nothing ends the call. */
export const deadEnd = defineRule({
  id: 'dead-end',
  severity: 'error',
  summary: 'every node leads on or ends the call',
  source: 'graph: a node without exit that is no end',
  messages: {
    noExit: {
      says: 'Callers who reach "{node}" hear silence and are cut off: the {kind} leads nowhere.',
      help: 'Lead "{node}" to another node, or to a hangup that says goodbye.',
    },
    emptyExit: {
      says: 'Callers who leave "{node}" by {exit} hear silence and are cut off: this way leads nowhere.',
      help: 'Say where "{exit}" leads.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    const empty = flow.loose.filter((exit) => exit.to === undefined && reached.has(exit.from));
    for (const exit of empty) {
      const how = exit.value === undefined ? exit.trigger : `${exit.trigger} ${exit.value}`;
      report({
        message: 'emptyExit',
        data: { node: exit.from, exit: how },
        at: exit.path.slice(0, -1),
        aim: 'key',
      });
    }
    const told = new Set(flow.loose.map((exit) => exit.from));
    for (const node of flow.nodes) {
      if (!reached.has(node.id) || told.has(node.id) || isEnd(flow, node)) continue;
      if (edgesFrom(flow, node.id).length > 0) continue;
      report({
        message: 'noExit',
        data: { node: node.id, kind: node.kind },
        at: node.path,
        aim: 'key',
      });
    }
  },
});
