import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

/** Two nodes carry the same title, so nobody who looks at a picture can tell them apart. */
export const duplicateTitle = defineRule({
  id: 'duplicate-title',
  severity: 'warning',
  summary: 'every title belongs to one node',
  source:
    'Twilio and Switchboard (SWB106) ask for unique names; that titles should differ is judgement',
  presets: ['strict'],
  messages: {
    again: {
      says: 'Readers of a report can\'t distinguish "{node}" from "{other}": both are called "{title}".',
      help: 'Give one of them a title that says what is different.',
    },
  },
  check({ flow, report }) {
    const firsts = new Map<string, string>();
    for (const { id, node, path } of flow.nodes) {
      // Titles of imported nodes are made by the import.
      if (node.title === undefined || isImported(node)) continue;
      const plain = node.title.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
      const first = firsts.get(plain);
      if (first === undefined) {
        firsts.set(plain, id);
        continue;
      }
      report({
        message: 'again',
        data: { node: id, other: first, title: node.title },
        at: [...path, 'title'],
        related: [{ message: 'the first with it', at: ['nodes', first, 'title'] }],
      });
    }
  },
});
