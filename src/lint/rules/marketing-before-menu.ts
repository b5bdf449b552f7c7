import { heardBeforeQuestions } from '../../flow/heard-before-questions.ts';
import { defineRule } from '../rule.ts';

/** All callers, whatever they need, must listen to advertising before they can choose anything. */
export const marketingBeforeMenu = defineRule({
  id: 'marketing-before-menu',
  severity: 'warning',
  summary: 'callers choose before they hear any advertising',
  source:
    'W3C COGA, voice systems: no advertising in menus; Lewis: every call hears the introduction, so it is what must be shortest',
  messages: {
    before: {
      says: 'Every caller who comes in by "{node}" hears advertising before the first choice.',
      help: 'Leave it out, or play it after a choice that has to do with it.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of heardBeforeQuestions(flow)) {
      const index = node.tags?.indexOf('marketing') ?? -1;
      if (index >= 0)
        report({ message: 'before', data: { node: id }, at: [...path, 'tags', index] });
    }
  },
});
