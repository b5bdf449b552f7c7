import { reachable } from '../../flow/reach.ts';
import { isImported } from '../../script/is-imported.ts';
import { numberForm } from '../../script/phone-number.ts';
import { isUnknown } from '../../script/values.ts';
import { defineRule } from '../rule.ts';

/** A caller is put through to something that can't be dialled. */
export const transferNumber = defineRule({
  id: 'transfer-number',
  severity: 'error',
  summary: 'outside numbers are written so that every system can dial them',
  source: 'ITU-T E.164: a plus, the country code, at most 15 digits; Hamsa checks the same',
  messages: {
    unreadable: {
      says: 'Callers at "{node}" aren\'t put through: what is written there is not a phone number that can be dialled.',
      help: 'Write a plus, the country code and the number, such as +18005550142.',
    },
    spaced: {
      says: 'Callers at "{node}" are put through only if the system removes spaces and signs from the number.',
      help: 'Write only digits after the plus.',
    },
    national: {
      says: 'Callers at "{node}" are put through only if the system dials from the right country: the number has no country code.',
      help: 'Write a plus and the country code in front.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'transfer' || isUnknown(node.number) || !reached.has(id)) continue;
      const form = numberForm(node.number);
      if (form !== 'unreadable' && form !== 'spaced' && form !== 'national') continue;
      // A vendor's system knows where it dials from, and what it takes out of numbers.
      if (form !== 'unreadable' && isImported(node)) continue;
      report({
        message: form,
        data: { node: id },
        at: [...path, 'number'],
        ...(form === 'unreadable' ? {} : { severity: 'warning' }),
      });
    }
  },
});
