import { canInterrupt } from '../../flow/can-interrupt.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import { topicsOf } from '../../flow/topics-of.ts';
import { defineRule } from '../rule.ts';

/** From six on, `menu-width-no-barge-in` says it. */
const otherRule = 5;

/** Callers who know their key must wait for the end. */
export const bargeInOff = defineRule({
  id: 'barge-in-off',
  severity: 'warning',
  summary: 'callers who know their key can press it at once',
  source: 'IBM VoiceXML guide: without barge-in at most 5 options, 3 if they are long phrases',
  thresholds: {
    most: {
      value: 3,
      unit: 'options',
      source: 'IBM VoiceXML guide; that many are short enough to be heard to the end',
    },
  },
  messages: {
    off: {
      says: 'Callers who know their key at "{menu}" still listen to all {count} choices: they can\'t interrupt.',
      help: 'Allow barge-in (bargeIn: true). What must be heard in full belongs in an announcement before it.',
    },
  },
  check({ script, flow, thresholds, report }) {
    for (const { id, node, path } of reachedMenus(flow)) {
      if (canInterrupt(script, node)) continue;
      if (node.tags?.some((tag) => tag === 'legal' || tag === 'safety') === true) continue;
      const count = topicsOf(flow, id).length;
      if (count <= thresholds.most || count > Math.max(otherRule, thresholds.most)) continue;
      const at = node.bargeIn === undefined ? ['defaults', 'bargeIn'] : [...path, 'bargeIn'];
      report({ message: 'off', data: { menu: id, count }, at });
    }
  },
});
