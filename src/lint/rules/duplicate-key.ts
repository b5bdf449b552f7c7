import { defineRule } from '../rule.ts';

/** Two options of one menu wait for the same key; the second can never be chosen. */
export const duplicateKey = defineRule({
  id: 'duplicate-key',
  severity: 'error',
  summary: 'every key of a menu leads to one option',
  source: 'Voicent and Bedrock Flows (DuplicateConditionExpression) check the same',
  messages: {
    key: {
      says: 'Callers who press {key} at "{menu}" always get the first option with this key; this one can\'t be chosen.',
      help: 'Give this option a key of its own, and say it in the prompt.',
    },
    intent: {
      says: 'Callers who say "{intent}" at "{menu}" always get the first option that listens for it; this one can\'t be chosen.',
      help: 'Give this option an intent of its own.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'menu') continue;
      const firsts = { key: new Map<string, number>(), intent: new Map<string, number>() };
      node.options.forEach((option, index) => {
        for (const field of ['key', 'intent'] as const) {
          const value = option[field];
          if (value === undefined) continue;
          const first = firsts[field].get(value);
          if (first === undefined) {
            firsts[field].set(value, index);
            continue;
          }
          const related = [
            { message: 'the first option with it', at: [...path, 'options', first, field] },
          ];
          const at = [...path, 'options', index, field];
          report({ message: field, data: { menu: id, [field]: value }, at, related });
        }
      });
    }
  },
});
