import { defineRule } from '../rule.ts';

/** Two cases of a branch wait for the same value; the second is never taken. */
export const duplicateCase = defineRule({
  id: 'duplicate-case',
  severity: 'error',
  summary: 'every value of a branch leads to one place',
  source: 'Bedrock Flows (DuplicateConditionExpression) checks the same',
  messages: {
    again: {
      says: 'Callers of "{node}" for whom "{when}" holds always take the first such case; this one is never used.',
      help: 'Remove one of the two, or say what this one is meant for.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      // Two shares may be equal.
      if (node.kind !== 'branch' || node.on === 'share') continue;
      const firsts = new Map<string, number>();
      node.cases.forEach(({ when }, index) => {
        const value = node.on === 'language' ? when.toLowerCase() : when;
        const first = firsts.get(value);
        if (first === undefined) {
          firsts.set(value, index);
          return;
        }
        report({
          message: 'again',
          data: { node: id, when },
          at: [...path, 'cases', index, 'when'],
          related: [{ message: 'the first case', at: [...path, 'cases', first, 'when'] }],
        });
      });
    }
  },
});
