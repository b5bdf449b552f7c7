import { reachable } from '../../flow/reach.ts';
import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

/** A menu in which no key does anything. */
export const emptyMenu = defineRule({
  id: 'empty-menu',
  severity: 'error',
  summary: 'every menu has an option',
  source: 'graph: a menu without options is a pause; FreePBX (EMPTY) looks for the same',
  messages: {
    noOptions: {
      says: 'Callers at "{menu}" can press keys, but no key does anything: the menu has no options.',
      help: 'Add its options, or make "{menu}" an announcement.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const { id, node, path } of flow.nodes) {
      // Some platforms keep the choices of a bot elsewhere.
      if (node.kind !== 'menu' || isImported(node)) continue;
      if (node.options.length > 0 || !reached.has(id)) continue;
      report({ message: 'noOptions', data: { menu: id }, at: [...path, 'options'], aim: 'key' });
    }
  },
});
