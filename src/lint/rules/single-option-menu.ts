import { edgesFrom } from '../../flow/call-flow.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

/** A menu asks, and there is nothing to choose. */
export const singleOptionMenu = defineRule({
  id: 'single-option-menu',
  severity: 'warning',
  summary: 'a menu leaves callers something to choose',
  source:
    'the caller-time model: such a menu costs its words and a key, and every answer leads the same way',
  messages: {
    same: {
      says: 'Callers at "{menu}" press {key} or wait, and go on to "{to}" either way.',
      help: 'Lead on to "{to}" without asking.',
    },
    only: {
      says: 'Callers at "{menu}" can only press {key}: those who don\'t are asked again or left alone.',
      help: 'Lead on without asking, or say what else they can do.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      if (node.tags?.some((tag) => tag === 'legal' || tag === 'safety') === true) continue;
      const choices = node.options.filter((option) => option.do !== 'repeat');
      const [only] = choices;
      if (choices.length !== 1 || only?.do !== undefined || only?.to === undefined) continue;
      if (only.tags !== undefined) continue;
      const others = new Set(
        edgesFrom(flow, id)
          .filter(({ trigger }) => trigger === 'noInput' || trigger === 'noMatch')
          .map(({ to }) => to)
          .filter((to) => to !== id),
      );
      const at = [...path, 'options', node.options.indexOf(only)];
      const key = only.key ?? only.intent ?? '';
      if (others.size === 1 && others.has(only.to)) {
        report({ message: 'same', data: { menu: id, key, to: only.to }, at });
      } else if (others.size === 0 && !isImported(node)) {
        report({ message: 'only', data: { menu: id, key }, at });
      }
    }
  },
});
