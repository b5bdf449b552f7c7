import {
  areGrouped,
  groupedOrder,
  nodeFieldGroups,
  optionFieldGroups,
} from '../../script/field-groups.ts';
import type { Path } from '../../source/tree.ts';
import { defineRule } from '../rule.ts';

/** Whoever reads the script to find out what callers meet has to read it out of turn. */
export const fieldOrder = defineRule({
  id: 'field-order',
  severity: 'info',
  summary: 'fields are written in the order in which a call meets them',
  source: 'a convention of ivrkit: the scripts in its documentation are written like this',
  presets: ['strict'],
  messages: {
    turned: {
      says: 'The fields of {where} are not in the order of a call: "{later}" is written before "{sooner}".',
      help: 'Write the kind or the key first, then what is said, the choices, where they lead, and what happens when something goes wrong.',
    },
  },
  check({ flow, writtenFields, report }) {
    const check = (at: Path, groups: typeof nodeFieldGroups, whereOf: () => string): void => {
      const fields = writtenFields(at);
      if (areGrouped(fields, groups)) return;
      const order = groupedOrder(fields, groups);
      const place = order.findIndex((position, index) => position !== index);
      const [sooner, later] = [fields[order[place] ?? -1], fields[place]];
      if (sooner === undefined || later === undefined) return;
      const where = whereOf();
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
    };
    for (const { id, node, path } of flow.nodes) {
      check(path, nodeFieldGroups, () => `"${id}"`);
      if (node.kind !== 'menu') continue;
      for (const index of node.options.keys()) {
        const where = () => `option ${index + 1} of "${id}"`;
        check([...path, 'options', index], optionFieldGroups, where);
      }
    }
  },
});
