import { reachable } from '../../flow/reach.ts';
import type { ScriptNode } from '../../script/script.ts';
import { leadOnFix } from '../lead-on-fix.ts';
import { defineRule } from '../rule.ts';

/** True where what callers enter can be wrong: any number of digits is right where no least is set. */
function canMismatch(node: ScriptNode): boolean {
  if (node.kind === 'menu') return node.options.length > 0;
  return node.kind === 'collect' && (node.digits?.min ?? 0) > 1;
}

/** A caller who mistypes is cut off. */
export const noMatchUnhandled = defineRule({
  id: 'no-match-unhandled',
  severity: 'error',
  summary: 'callers who press a wrong key are sent on',
  source:
    'W3C COGA, voice systems: errors end at a person, never in a disconnect; Bedrock Flows checks for a default branch',
  messages: {
    cutOff: {
      says: 'Callers who enter something unknown at "{node}" are cut off: the {kind} has no way for them.',
      help: 'Say under noMatch where "{node}" leads them, ideally to a person; or say it once under defaults.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const here of flow.nodes) {
      const { id, kind, node, path, exits } = here;
      if (!reached.has(id) || !canMismatch(node)) continue;
      if (exits.some((exit) => exit.trigger === 'noMatch')) continue;
      const hasField = (node.kind === 'menu' || node.kind === 'collect') && node.noMatch;
      const at = hasField === undefined || hasField === false ? path : [...path, 'noMatch'];
      const fix = leadOnFix(flow, here, 'noMatch');
      report({ message: 'cutOff', data: { node: id, kind }, at, aim: 'key', fix });
    }
  },
});
