import { offeredKeys } from '../../flow/offered-keys.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { defineRule } from '../rule.ts';

/** Every option has a prompt of its own but one. */
export const optionWithoutText = defineRule({
  id: 'option-without-text',
  severity: 'warning',
  summary: 'if options have prompts of their own, each has one',
  source:
    'we found no other tool that checks this; shortcuts that are not said on purpose have a role, do something, or are pinned',
  messages: {
    silent: {
      says: 'Callers at "{menu}" hear a prompt for each option except {key}.',
      help: 'Give the option for {key} a prompt, or remove it. A shortcut on purpose can say so with `pinned: true`.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      const silent = node.options.filter(({ say }) => say === undefined);
      if (silent.length === 0 || node.options.length - silent.length < 2) continue;
      // Where all words are known, key-not-offered says it.
      const languages = offeredKeys(flow, id);
      if (languages.some(({ certain }) => certain)) continue;
      const heard = languages.flatMap(({ pieces }) =>
        pieces.filter(({ piece }) => piece.option === undefined && piece.role !== 'retry'),
      );
      // A recording around the options may name the key.
      if (heard.some(({ piece, spoken }) => piece.text === undefined || !spoken.certain)) continue;
      const named = new Set(heard.flatMap(({ spoken }) => spoken.keys.map(({ key }) => key)));
      for (const option of silent) {
        const { key, intent, role, do: does, tags, pinned } = option;
        if (key === undefined || intent !== undefined || named.has(key)) continue;
        if (role !== undefined || does !== undefined || tags !== undefined || pinned === true)
          continue;
        const at = [...path, 'options', node.options.indexOf(option), 'key'];
        report({ message: 'silent', data: { menu: id, key }, at });
      }
    }
  },
});
