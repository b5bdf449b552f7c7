import { canInterrupt } from '../../flow/can-interrupt.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { topicsOf } from '../../flow/topics-of.ts';
import { defineRule } from '../rule.ts';

/** More choices than a phone has keys for, or than guidelines advise. */
export const menuWidth = defineRule({
  id: 'menu-width',
  severity: 'error',
  summary: 'a menu has no more choices than a phone has keys',
  source:
    'a phone has the keys 1 to 9 besides those that are kept for a person and for commands; Avaya IR design guide: 4 to 5 choices, more for trained callers who can interrupt',
  thresholds: {
    most: { value: 9, unit: 'options', source: 'the keys 1 to 9' },
    many: {
      value: 5,
      unit: 'options',
      source:
        'Avaya: 4 to 5; Angel.com: 5 to 6; IBM VoiceXML guide: 12 with barge-in. Against it: Commarford et al. 2008 and Virzi & Huitema 1997 found one broad menu faster than several short ones',
    },
  },
  messages: {
    keysRunOut: {
      says: 'Callers at "{menu}" have {count} choices to hear and keep apart, more than the keys 1 to 9.',
      help: 'Move what few callers want into a menu of its own, or ask for it in other words.',
    },
    wide: {
      says: 'Callers at "{menu}" choose among {count}: those who want the last hear all the others first.',
      help: 'Put what most callers want first. Splitting it into two menus takes most callers longer.',
    },
  },
  check({ script, flow, thresholds, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      if (node.options.length <= Math.min(thresholds.many, thresholds.most)) continue;
      const count = topicsOf(flow, id).length;
      const place = { data: { menu: id, count }, at: [...path, 'options'], aim: 'key' } as const;
      if (count > thresholds.most) report({ message: 'keysRunOut', ...place });
      else if (count > thresholds.many && canInterrupt(script, node)) {
        report({ message: 'wide', ...place, severity: 'info' });
      }
    }
  },
});
