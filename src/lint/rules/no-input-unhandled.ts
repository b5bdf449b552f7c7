import { reachable } from '../../flow/reach.ts';
import { leadOnFix } from '../lead-on-fix.ts';
import { defineRule } from '../rule.ts';

/** A caller who says nothing, searches for glasses or has no keys is cut off. */
export const noInputUnhandled = defineRule({
  id: 'no-input-unhandled',
  severity: 'error',
  summary: 'callers who stay silent are sent on',
  source:
    'W3C COGA, voice systems: errors end at a person, never in a disconnect; Thirdlane checks the same',
  messages: {
    cutOff: {
      says: 'Callers who stay silent at "{node}" are cut off: the {kind} has no way for them.',
      help: 'Say under noInput where "{node}" leads silent callers, ideally to a person; or say it once under defaults.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const here of flow.nodes) {
      const { id, kind, node, path, exits } = here;
      if ((node.kind !== 'menu' && node.kind !== 'collect') || !reached.has(id)) continue;
      if (exits.some((exit) => exit.trigger === 'noInput')) continue;
      const at = node.noInput === undefined ? path : [...path, 'noInput'];
      const fix = leadOnFix(flow, here, 'noInput');
      report({ message: 'cutOff', data: { node: id, kind }, at, aim: 'key', fix });
    }
  },
});
