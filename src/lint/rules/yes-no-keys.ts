import { reachedMenus } from '../../flow/reached-nodes.ts';
import { yesNoOptions } from '../../flow/yes-no-options.ts';
import { defineRule } from '../rule.ts';

/** A question is answered by other keys than everywhere else. */
export const yesNoKeys = defineRule({
  id: 'yes-no-keys',
  severity: 'warning',
  summary: 'yes is 1 and no is 2',
  source:
    'judgement: we read no standard that fixes it; what is asked in one order must not be answered in another',
  messages: {
    swapped: {
      says: 'Callers who mean yes at "{menu}" press 2, which is no on most lines, and some answer the opposite of what they mean.',
      help: 'Let 1 be yes and 2 be no, in the prompt and in the options.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      if (!yesNoOptions(flow, id).some(({ yes, no }) => yes === '2' && no === '1')) continue;
      const option = node.options.findIndex(({ key }) => key === '2');
      if (option < 0) continue;
      const data = { menu: id };
      report({ message: 'swapped', data, at: [...path, 'options', option, 'key'] });
    }
  },
});
