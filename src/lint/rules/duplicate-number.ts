import { isUnknown } from '../../script/values.ts';
import { defineRule } from '../rule.ts';

/** Two entries answer the same number; calls only ever come in at the first. */
export const duplicateNumber = defineRule({
  id: 'duplicate-number',
  severity: 'error',
  summary: 'every number has one entry',
  source: 'Bedrock Flows, DaVinci and Hamsa ask for exactly one start',
  messages: {
    again: {
      says: 'Callers of this number always start at "{first}", by the first entry that has it, and never at "{start}".',
      help: 'Remove one of the two entries, or give one another number.',
    },
  },
  check({ script, report }) {
    const firsts = new Map<string, number>();
    script.entries.forEach(({ number, start }, index) => {
      if (number === undefined || isUnknown(number)) return;
      const dialled = number.replace(/[\s().\-/]/g, '').toLowerCase();
      const first = firsts.get(dialled);
      if (first === undefined) {
        firsts.set(dialled, index);
        return;
      }
      report({
        message: 'again',
        data: { first: script.entries[first]?.start ?? '', start },
        at: ['entries', index, 'number'],
        related: [{ message: 'the same number', at: ['entries', first, 'number'] }],
      });
    });
  },
});
