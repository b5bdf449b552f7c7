import { nodeOfKind } from '../../flow/call-flow.ts';
import { menuLevels } from '../../flow/menu-levels.ts';
import { defineRule } from '../rule.ts';

/** Callers go down one menu after another to what they want. */
export const menuDepth = defineRule({
  id: 'menu-depth',
  severity: 'error',
  summary: 'callers reach what they want through few menus',
  source:
    'Boren et al. 1997: 2 or 3 levels were faster than 6, with fewer errors; no standard fixes a depth',
  thresholds: {
    many: { value: 3, unit: 'menus', source: 'judgement, after Boren et al. 1997' },
    most: { value: 4, unit: 'menus', source: 'judgement, after Boren et al. 1997' },
  },
  messages: {
    deep: {
      says: 'Callers who want what "{menu}" offers have to choose in {level} menus, one after another.',
      help: 'Offer it higher up: one broad menu takes callers less time than two narrow ones.',
    },
  },
  check({ flow, thresholds, report }) {
    const levels = menuLevels(flow);
    for (const { id, node, path } of flow.nodes) {
      const level = levels.get(id);
      if (node.kind !== 'menu' || level === undefined || level <= thresholds.many) continue;
      const offers = node.options.some(
        ({ to, do: does }) =>
          does === undefined && to !== undefined && nodeOfKind(flow, to, 'menu') === undefined,
      );
      if (!offers) continue;
      const severity = level > thresholds.most ? 'error' : 'warning';
      report({ message: 'deep', data: { menu: id, level }, at: path, aim: 'key', severity });
    }
  },
});
