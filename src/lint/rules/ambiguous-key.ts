import { defineRule } from '../rule.ts';

/** A key is the beginning of another one: whoever presses it waits until the system is sure. */
export const ambiguousKey = defineRule({
  id: 'ambiguous-key',
  severity: 'warning',
  summary: 'no key of a menu is the beginning of another key',
  source:
    'FreeSWITCH and others wait for the pause between two keys before they take the shorter one; AsteriskLint warns of overlapping patterns',
  messages: {
    waits: {
      says: 'Callers who press {key} at "{menu}" wait in silence before anything happens: {longer} begins with it.',
      help: 'Give these options keys of the same length.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'menu') continue;
      const longer = new Map<string, { readonly key: string; readonly index: number }>();
      node.options.forEach(({ key = '' }, index) => {
        for (let length = 1; length < key.length; length += 1) {
          const start = key.slice(0, length);
          if (!longer.has(start)) longer.set(start, { key, index });
        }
      });
      const told = new Set<string>();
      node.options.forEach(({ key = '' }, index) => {
        const other = longer.get(key);
        if (other === undefined || told.has(key)) return;
        told.add(key);
        report({
          message: 'waits',
          data: { menu: id, key, longer: other.key },
          at: [...path, 'options', index, 'key'],
          related: [{ message: 'the longer key', at: [...path, 'options', other.index, 'key'] }],
        });
      });
    }
  },
});
