import { reachable } from '../../flow/reach.ts';
import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

/** What goes wrong at the kinds of nodes that can fail. */
const failures = {
  task: 'when this look-up or service fails',
  transfer: 'when the outside number is busy or nobody answers',
  callback: "when the call-back can't be arranged",
} as const;

/** A caller is cut off because something behind the line doesn't work. */
export const failureUnhandled = defineRule({
  id: 'failure-unhandled',
  severity: 'error',
  summary: 'whatever can fail has a way for callers when it fails',
  source:
    'Switchboard SWB007, FlowLint R12 and the best practices of Amazon Connect ask for an error branch; W3C COGA: errors end at a person',
  messages: {
    cutOff: {
      says: 'Callers at "{node}" are cut off {when}: the {kind} has no way for that.',
      help: 'Say under failure where "{node}" leads then, ideally to a person.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const { id, node, path, exits } of flow.nodes) {
      if (node.kind !== 'task' && node.kind !== 'transfer' && node.kind !== 'callback') continue;
      if (!reached.has(id) || isImported(node)) continue;
      const triggers = exits.map(({ trigger }) => trigger);
      if (triggers.includes('failure') || triggers.includes('error')) continue;
      const data = { node: id, kind: node.kind, when: failures[node.kind] };
      report({ message: 'cutOff', data, at: path, aim: 'key' });
    }
  },
});
