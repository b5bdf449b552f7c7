import { digitWait, endsBySilence } from '../../flow/digit-wait.ts';
import { reachable } from '../../flow/reach.ts';
import { retrySetting } from '../../flow/retry-ways.ts';
import { isImported } from '../../script/is-imported.ts';
import { defineRule } from '../rule.ts';

/** A caller who types slowly is cut short, or one who is done waits for nothing. */
export const interDigitWait = defineRule({
  id: 'inter-digit-wait',
  severity: 'warning',
  summary: 'callers can enter digits at their own pace, and go on soon when they are done',
  source:
    'defaults of platforms: FreeSWITCH 2 s, Genesys 3 s, Asterisk, Telnyx and Twilio 5 s; Genesys asks that it is shorter than the wait for the first key',
  messages: {
    cutShort: {
      says: 'Callers of "{node}" who pause {seconds} s between two digits have their entry taken as finished.',
      help: 'Leave at least {least} s between digits: people read them from a letter or a card.',
    },
    waits: {
      says: 'Callers of "{node}" who have entered everything wait {seconds} s before anything happens.',
      help: 'Wait {most} s at most, or let a key such as # end the entry.',
    },
    notShorter: {
      says: 'Callers of "{node}" wait as long after their last digit ({seconds} s) as they may take to begin ({first} s).',
      help: 'Make the pause between digits shorter than the wait for the first key.',
    },
  },
  thresholds: {
    least: { value: 2, unit: 'seconds', source: 'default of FreeSWITCH; Plum VXML has 1 s' },
    most: {
      value: 5,
      unit: 'seconds',
      source: 'default of Asterisk, Telnyx and Twilio; Genesys has 6 s for extensions',
    },
  },
  check({ flow, thresholds, report }) {
    const reached = reachable(flow);
    const told = new Set<string>();
    for (const flowNode of flow.nodes) {
      const { id, node } = flowNode;
      const wait = reached.has(id) ? digitWait(flow.script, flowNode) : undefined;
      if (wait === undefined || told.has(wait.path.join('/'))) continue;
      const first = retrySetting(flow, flowNode, 'noInput', 'wait')?.value ?? Infinity;
      const { value: seconds } = wait;
      const message =
        seconds < thresholds.least
          ? 'cutShort'
          : !endsBySilence(node)
            ? undefined
            : seconds > thresholds.most
              ? 'waits'
              : seconds >= first && !isImported(node)
                ? 'notShorter'
                : undefined;
      if (message === undefined) continue;
      told.add(wait.path.join('/'));
      report({ message, data: { node: id, seconds, first, ...thresholds }, at: wait.path });
    }
  },
});
