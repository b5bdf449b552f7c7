import { lostValues } from '../../flow/lost-values.ts';
import { reachable } from '../../flow/reach.ts';
import type { BranchOn } from '../../script/script.ts';
import { defineRule } from '../rule.ts';

/** What decides, in words. */
function subjectOf(on: BranchOn): string {
  if (typeof on === 'string') return on;
  if ('attribute' in on) return on.attribute;
  if ('result' in on) return `result of ${on.result}`;
  if ('queue-status' in on) return 'queue';
  if ('loop' in on) return 'loop';
  return 'calendar' in on ? 'calendar' : 'emergency switch';
}

/** A caller for whom no case fits is lost. */
export const caseWithoutOtherwise = defineRule({
  id: 'case-without-otherwise',
  severity: 'warning',
  summary: 'every branch has a way for callers whom no case fits',
  source: 'Bedrock Flows (MissingDefaultCondition) and Thirdlane (route without fallback)',
  messages: {
    lost: {
      says: 'Callers of "{node}" are cut off when the {subject} is {values}: no case fits, and there is no otherwise.',
      help: 'Add a case for {values}, or an otherwise.',
    },
    open: {
      says: 'Callers of "{node}" are cut off when the {subject} is none of {cases}: there is no otherwise.',
      help: 'Add an otherwise, ideally to a person.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const { branch, values, isOpen } of lostValues(flow)) {
      const { id, node, path } = branch;
      if (!reached.has(id)) continue;
      const about = { node: id, subject: subjectOf(node.on) };
      const at = [...path, 'cases'];
      if (values.length > 0) {
        const data = { ...about, values: values.slice(0, 5) };
        const worse = isOpen ? {} : { severity: 'error' as const };
        report({ message: 'lost', data, at, aim: 'key', ...worse });
      } else {
        const data = { ...about, cases: node.cases.slice(0, 5).map(({ when }) => when) };
        report({ message: 'open', data, at, aim: 'key' });
      }
    }
  },
});
