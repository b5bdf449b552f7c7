import { reachable } from '../../flow/reach.ts';
import { untoldWays } from '../../flow/untold-ways.ts';
import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

/** A caller hears a beep and doesn't know what it is for. */
export const voicemailWithoutPrompt = defineRule({
  id: 'voicemail-without-prompt',
  severity: 'warning',
  summary: 'callers hear what to say before a message is recorded',
  source: 'a tone without a word is no question; we found no other tool that checks this',
  messages: {
    beep: {
      says: 'Callers who come to "{node}" hear only a tone: nothing says that a message is recorded.',
      help: 'Say before the tone what they can leave and when somebody answers.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'voicemail' || node.say !== undefined) continue;
      if (!reached.has(id) || isImported(node)) continue;
      const way = untoldWays(flow).get(id);
      if (way === undefined) continue;
      const related = [{ message: 'a way on which nothing is said', at: way }];
      report({ message: 'beep', data: { node: id }, at: path, aim: 'key', related });
    }
  },
});
