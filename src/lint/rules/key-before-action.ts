import { menuLanguages } from '../../flow/menu-languages.ts';
import { menuPrompt } from '../../flow/menu-prompt.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { keyPositions } from '../../prompt/key-positions.ts';
import type { Path } from '../../source/tree.ts';
import { defineRule } from '../rule.ts';

/** Callers hear a key before they know whether they want it. */
export const keyBeforeAction = defineRule({
  id: 'key-before-action',
  severity: 'warning',
  summary: 'an option says what it is for, then its key',
  source:
    'W3C COGA, voice systems: what an option does, then its key, or callers must hold the digit while they hear the rest; ISO/IEC 13714 in vendors’ summaries',
  thresholds: {
    keys: {
      value: 2,
      unit: 'options',
      source: 'judgement: a single key can’t be confused with another',
    },
  },
  messages: {
    before: {
      says: 'Callers at "{menu}" hear the key before what it is for ({keys}), and have to keep it in mind while they listen on.',
      help: 'Turn each option around: "for cards, press 1" instead of "press 1 for cards".',
    },
  },
  check({ flow, thresholds, report }) {
    const told = new Set<string>();
    for (const { id, node } of reachedMenus(flow)) {
      const commands = new Set(node.options.map((one) => (one.do === undefined ? '' : one.key)));
      for (const language of menuLanguages(flow, id)) {
        const found: { readonly key: string; readonly at: Path }[] = [];
        for (const { role, leadsHere, text, path } of menuPrompt(flow, id, language).pieces) {
          if (role === 'retry' || !leadsHere || text === undefined) continue;
          for (const { key, position } of keyPositions(text, language)) {
            if (position === 'before' && !commands.has(key)) found.push({ key, at: path });
          }
        }
        const [first] = found;
        if (first === undefined) continue;
        const keys = [...new Set(found.map(({ key }) => key))];
        if (keys.length < thresholds.keys) continue;
        // An announcement that leads to several menus is told of once.
        if (told.has(first.at.join('/'))) break;
        told.add(first.at.join('/'));
        report({ message: 'before', data: { menu: id, keys }, at: first.at });
        break;
      }
    }
  },
});
