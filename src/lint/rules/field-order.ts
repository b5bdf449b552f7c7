import { groupedOrder, nodeFieldGroups, optionFieldGroups } from '../../script/field-groups.ts';
import { defineRule } from '../rule.ts';

/** Whoever reads the script to find out what callers meet has to read it out of turn. */
export const fieldOrder = defineRule({
  id: 'field-order',
  severity: 'info',
  summary: 'fields stand in the order in which a call meets them',
  source: 'a convention of ivrkit: the scripts in its documentation are written so',
  presets: ['strict'],
  messages: {
    turned: {
      says: 'What callers meet at {where} is written out of turn: "{later}" stands before "{sooner}".',
      help: 'Write the kind or the key first, then what is said, the choices, where they lead, and what happens when something goes wrong.',
    },
  },
  check({ flow, writtenFields, report }) {
    for (const { id, node, path } of flow.nodes) {
      const options = node.kind === 'menu' ? node.options : [];
      const parts = [
        { at: path, groups: nodeFieldGroups, where: `"${id}"` },
        ...options.map((_, index) => ({
          at: [...path, 'options', index],
          groups: optionFieldGroups,
          where: `option ${index + 1} of "${id}"`,
        })),
      ];
      for (const { at, groups, where } of parts) {
        const fields = writtenFields(at);
        const order = groupedOrder(fields, groups);
        const place = order.findIndex((position, index) => position !== index);
        const [sooner, later] = [fields[order[place] ?? -1], fields[place]];
        if (sooner === undefined || later === undefined) continue;
        report({
          message: 'turned',
          data: { where, sooner, later },
          at: [...at, later],
          aim: 'key',
          fix: {
            description: `Put the fields of ${where} in order`,
            edits: [{ edit: 'reorder', at, order }],
          },
        });
      }
    }
  },
});
