import { reachable } from '../../flow/reach.ts';
import { contactWays } from '../../flow/contact-ways.ts';
import { defineRule } from '../rule.ts';

/** Portugal: whoever would wait longer than a minute can leave a contact instead. */
export const portugalLeaveContact = defineRule({
  id: 'portugal-leave-contact',
  severity: 'error',
  summary: 'Portugal: callers who would wait over a minute can leave a contact',
  source:
    'Portugal, Decreto-Lei 134/2009 of 2 June 2009, as summaries have it: a wait of at most 60 seconds once a call is answered, else a way to leave a contact and the purpose of the call. Not legal advice',
  presets: ['law-portugal'],
  thresholds: {
    wait: { value: 60, unit: 'seconds', source: 'Decreto-Lei 134/2009' },
  },
  messages: {
    never: {
      says: 'Callers who wait at "{node}" can never leave a contact, which Decreto-Lei 134/2009 asks for in Portugal when the wait is longer than {most} s.',
      help: 'Offer a callback or a voicemail while they wait, or lead them to one after {most} s.',
    },
    late: {
      says: 'Callers who wait at "{node}" can leave a contact only after {seconds} s; Decreto-Lei 134/2009 asks for it after {most} s in Portugal.',
      help: 'Lead them there after {most} s, or offer it while they wait.',
    },
  },
  check({ flow, thresholds, report }) {
    const reached = reachable(flow);
    const { leadToContact } = contactWays(flow);
    for (const { id, node, path } of flow.nodes) {
      // What waiting callers of an imported queue hear stands in another file.
      if (node.kind !== 'queue' || !reached.has(id) || node.origin !== undefined) continue;
      const { announce, overflow } = node;
      if (announce?.offer === 'callback' || announce?.offer === 'voicemail') continue;
      const data = { node: id, most: thresholds.wait };
      if (
        overflow === undefined ||
        (overflow.to !== undefined && !leadToContact.has(overflow.to))
      ) {
        report({ message: 'never', data, at: path, aim: 'key' });
      } else if (overflow.after !== undefined && overflow.after > thresholds.wait) {
        const late = { ...data, seconds: overflow.after };
        report({ message: 'late', data: late, at: [...path, 'overflow', 'after'] });
      }
    }
  },
});
