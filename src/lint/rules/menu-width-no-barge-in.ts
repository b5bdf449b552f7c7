import { canInterrupt } from '../../flow/can-interrupt.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { topicsOf } from '../../flow/topics-of.ts';
import { defineRule } from '../rule.ts';

/** A long menu that nobody can cut short. */
export const menuWidthNoBargeIn = defineRule({
  id: 'menu-width-no-barge-in',
  severity: 'warning',
  summary: "a menu that can't be interrupted is short",
  source: "IBM VoiceXML programmer's guide: at most 5 options without barge-in, 12 with it",
  thresholds: {
    most: {
      value: 5,
      unit: 'options',
      source: 'IBM VoiceXML guide. Against it: broad menus won in experiments (Commarford 2008)',
    },
  },
  messages: {
    wide: {
      says: 'Every caller at "{menu}" listens to all {count} choices, because nobody can press a key before the end.',
      help: 'Allow barge-in (bargeIn: true), or offer fewer options here.',
    },
  },
  check({ script, flow, thresholds, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      if (canInterrupt(script, node)) continue;
      const count = topicsOf(flow, id).length;
      if (count <= thresholds.most) continue;
      report({
        message: 'wide',
        data: { menu: id, count },
        at: node.bargeIn === undefined ? ['defaults', 'bargeIn'] : [...path, 'bargeIn'],
        related: [{ message: 'the options', at: [...path, 'options'], aim: 'key' }],
      });
    }
  },
});
