import { edgesFrom } from '../../flow/call-flow.ts';
import { heardMenu } from '../../flow/heard-menu.ts';
import { nextMenu } from '../../flow/next-menu.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

/** A long menu that can't be heard again but by waiting. */
export const repeatMissing = defineRule({
  id: 'repeat-missing',
  severity: 'info',
  summary: 'a long menu has a key to hear it again',
  source:
    'AS/NZS 4263 has a key for repeating among its topics, the sample menu of FreeSWITCH uses 9. Against it: callers who say nothing hear most menus again anyway',
  presets: ['strict'],
  thresholds: {
    most: { value: 20, unit: 'seconds', source: 'judgement' },
  },
  messages: {
    missing: {
      says: 'Callers who missed an option of "{menu}", at least {seconds} seconds long, have no key to hear it again.',
      help: 'Add an option that repeats: {key: "9", do: repeat}.',
    },
  },
  check({ flow, thresholds, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      if (isImported(node)) continue;
      const { total } = heardMenu(flow, id, flow.script.language);
      if (total <= thresholds.most) continue;
      const repeats = edgesFrom(flow, id).some(
        ({ option, to }) => option !== undefined && nextMenu(flow, to) === id,
      );
      if (repeats) continue;
      const data = { menu: id, seconds: Math.floor(total) };
      report({ message: 'missing', data, at: [...path, 'options'], aim: 'key' });
    }
  },
});
