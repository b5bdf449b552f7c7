import { nodeAt } from '../../flow/call-flow.ts';
import { reachable } from '../../flow/reach.ts';
import { retryHangUps } from '../../flow/retry-hang-ups.ts';
import { silentHangups } from '../../flow/silent-hangups.ts';
import { defineRule } from '../rule.ts';

/** The line goes dead without a word. */
export const silentHangup = defineRule({
  id: 'silent-hangup',
  severity: 'warning',
  summary: "callers who didn't ask to end the call hear that it ends",
  source:
    'W3C COGA, voice systems, asks that errors never end in a disconnect; that a goodbye helps if nobody is there is judgement',
  messages: {
    silence: {
      says: 'Callers who stay silent at "{node}" are cut off without a word.',
      help: 'Say something at "{hangup}" or before it: what to do, or when to call again.',
    },
    mistake: {
      says: 'Callers who press an unknown key at "{node}" are cut off without a word.',
      help: 'Say something at "{hangup}" or before it: what to do, or when to call again.',
    },
    entered: {
      says: 'Callers who enter what "{node}" asks for are cut off without a word, and don\'t know whether it was accepted.',
      help: 'Confirm what was entered before the call ends.',
    },
    full: {
      says: 'Callers who find the queue of "{node}" full, or wait there too long, are cut off without a word.',
      help: 'Tell them at "{hangup}", or before it, when to call again, or take a message.',
    },
    closed: {
      says: 'Callers who come to "{node}" while it is closed are cut off without a word.',
      help: 'Tell them at "{hangup}", or before it, when it opens, or take a message.',
    },
  },
  check({ script, flow, report }) {
    const reached = reachable(flow);
    // Where people could help, a goodbye is no way out: that is another rule's.
    const hopeless = new Set(
      retryHangUps(flow)
        .filter(({ couldHelp }) => !couldHelp)
        .map(({ edge }) => edge),
    );
    const told = new Set<string>();
    for (const edge of silentHangups(flow)) {
      const { from, to, trigger, path } = edge;
      const { node } = nodeAt(flow, from);
      if (!reached.has(from)) continue;
      const data = { node: from, hangup: to };
      if (trigger === 'overflow') report({ message: 'full', data, at: path });
      if (trigger === 'closed') report({ message: 'closed', data, at: path });
      if (node.kind !== 'menu' && node.kind !== 'collect') continue;
      if (trigger === 'next') report({ message: 'entered', data, at: path });
      if (trigger !== 'noInput' && trigger !== 'noMatch') continue;
      const say = node[trigger]?.say ?? script.defaults?.[trigger]?.say;
      const once = path.join('/');
      if (say !== undefined || told.has(once) || !hopeless.has(edge)) continue;
      told.add(once);
      report({ message: trigger === 'noInput' ? 'silence' : 'mistake', data, at: path });
    }
  },
});
