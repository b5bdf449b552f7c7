import { offeredKeys } from '../../flow/offered-keys.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { defineRule } from '../rule.ts';

/** The menu knows a key that no caller is ever told. */
export const keyNotOffered = defineRule({
  id: 'key-not-offered',
  severity: 'warning',
  summary: 'every option of a menu is announced to callers',
  source:
    'we found no other tool that checks this; shortcuts for regular callers are common, so they are only an info',
  messages: {
    notOffered: {
      says: 'Callers of "{menu}" are never told that they can press {key}{among}.',
      help: 'Say in the prompt what {key} is for, or remove the option.',
    },
    shortcut: {
      says: 'Only callers who know about it press {key} at "{menu}"{among}: the prompt doesn\'t say it.',
      help: 'Say in the prompt what {key} is for, unless it is a shortcut on purpose.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      const languages = offeredKeys(flow, id);
      if (languages.some(({ certain }) => !certain)) continue;
      node.options.forEach(({ key, intent, role, do: does, tags }, index) => {
        if (key === undefined || intent !== undefined) return;
        // A prompt that names no key at all may be followed by one that can't be seen.
        const silent = languages.filter(
          ({ named, pieces }) =>
            !named.has(key) &&
            (named.size > 0 || pieces.some(({ piece }) => piece.option === index)),
        );
        if (silent.length === 0) return;
        const isEverywhere = silent.length === languages.length;
        const among = isEverywhere ? '' : ` (${silent.map((one) => one.language).join(', ')})`;
        const isShortcut = role !== undefined || does !== undefined || tags !== undefined;
        report({
          message: isShortcut ? 'shortcut' : 'notOffered',
          data: { menu: id, key, among },
          at: [...path, 'options', index, 'key'],
          ...(isShortcut ? { severity: 'info' } : {}),
        });
      });
    }
  },
});
