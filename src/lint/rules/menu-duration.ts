import { heardMenu } from '../../flow/heard-menu.ts';
import { menuLanguages } from '../../flow/menu-languages.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { defineRule } from '../rule.ts';

/** A menu takes longer to say than callers keep listening. */
export const menuDuration = defineRule({
  id: 'menu-duration',
  severity: 'warning',
  summary: 'a menu can be said in half a minute',
  source:
    'judgement; Naldi et al. (doi 10.5772/56921): time in five large menus exceeded the wait for a person, announcements were far too long',
  thresholds: {
    most: { value: 30, unit: 'seconds', source: 'judgement, after Naldi et al.' },
  },
  messages: {
    long: {
      says: 'It takes at least {seconds} seconds to say all of "{menu}"{among}; those who missed their option hear it again.',
      help: 'Say less before the options, and each option in fewer words; put the frequent ones first.',
    },
  },
  check({ flow, thresholds, report }) {
    for (const { id, path } of reachedMenus(flow)) {
      const languages = menuLanguages(flow, id);
      const [longest] = languages
        .map((language) => ({ language, seconds: heardMenu(flow, id, language).total }))
        .sort((a, b) => b.seconds - a.seconds);
      if (longest === undefined || longest.seconds <= thresholds.most) continue;
      const among = languages.length > 1 ? ` (${longest.language})` : '';
      const data = { menu: id, seconds: Math.floor(longest.seconds), among };
      report({ message: 'long', data, at: path, aim: 'key' });
    }
  },
});
