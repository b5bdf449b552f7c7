import { edgesFrom, nodeAt } from '../../flow/call-flow.ts';
import { reachable } from '../../flow/reach.ts';
import { untoldWays } from '../../flow/untold-ways.ts';
import { defineRule } from '../rule.ts';

/** A caller is to be called back, and nobody tells. */
export const callbackWithoutNotice = defineRule({
  id: 'callback-without-notice',
  severity: 'warning',
  summary: 'callers who will be called back hear that they will be',
  source: 'a promise that nobody hears is no promise; we found no other tool that checks this',
  messages: {
    untold: {
      says: 'Callers who come to "{node}" do not hear that somebody will call them back: for them the call just ends.',
      help: 'Say that they will be called back, when, and on which number.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'callback' || node.say !== undefined || !reached.has(id)) continue;
      const behind = edgesFrom(flow, id)
        .filter(({ trigger }) => trigger === 'next')
        .map(({ to }) => nodeAt(flow, to).node);
      // What comes next may say it, or may be where nobody can see.
      const isTold = behind.some((next) => 'say' in next || next.kind !== 'hangup');
      const way = isTold ? undefined : untoldWays(flow).get(id);
      if (way === undefined) continue;
      const related = [{ message: 'a way on which nothing is said', at: way }];
      report({ message: 'untold', data: { node: id }, at: path, aim: 'key', related });
    }
  },
});
