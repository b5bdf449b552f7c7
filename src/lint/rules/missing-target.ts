import { didYouMean } from '../../source/nearest-name.ts';
import { defineRule } from '../rule.ts';

/** A caller who takes this exit is sent to a node that doesn't exist. */
export const missingTarget = defineRule({
  id: 'missing-target',
  severity: 'error',
  summary: 'every exit leads to a node that exists',
  source:
    'every flow validator that we looked at has this check (Twilio Studio, Amazon Connect, FreePBX)',
  messages: {
    target: {
      says: 'A call that leaves "{node}" here is sent to "{target}", which doesn\'t exist, and is lost.{hint}',
      help: 'Add a node "{target}", or lead the call to one that exists.',
    },
    start: {
      says: 'Calls to this entry start at "{target}", which doesn\'t exist, so every one of them is lost.{hint}',
      help: 'Let the entry start at a node that exists.',
    },
  },
  check({ flow, report }) {
    const names = flow.nodes.map((node) => node.id);
    for (const exit of flow.loose) {
      if (exit.to === undefined) continue;
      const data = { node: exit.from, target: exit.to, hint: didYouMean(exit.to, names) };
      report({ message: 'target', data, at: exit.path });
    }
    for (const { start, path } of flow.looseEntries) {
      report({
        message: 'start',
        data: { target: start, hint: didYouMean(start, names) },
        at: path,
      });
    }
  },
});
