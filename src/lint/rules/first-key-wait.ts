import { oncePerFlow } from '../../flow/once-per-flow.ts';
import { reachable } from '../../flow/reach.ts';
import { retrySetting, retryWays } from '../../flow/retry-ways.ts';
import type { NodeId } from '../../script/names.ts';
import { defineRule } from '../rule.ts';

/** Who is asked but once, and goes on as an option does, may just stay on the line. */
const onward = oncePerFlow(
  (flow): ReadonlySet<NodeId> =>
    new Set(
      retryWays(flow)
        .filter((way) => way.trigger === 'noInput' && way.isChoice && way.attempts?.value === 1)
        .map(({ id }) => id),
    ),
);

/** A caller is hurried, or sits in a silence that doesn't end. */
export const firstKeyWait = defineRule({
  id: 'first-key-wait',
  severity: 'warning',
  summary: "callers have time to choose a key, and no long silence when they don't",
  source:
    'defaults of platforms: Genesys, Twilio and Telnyx wait 5 s, Asterisk, FreeSWITCH, Webex and 46elks 10 s',
  messages: {
    hurried: {
      says: 'Callers of "{node}" have only {seconds} s to find a key before it counts as silence.',
      help: 'Wait at least {least} s: people look for the keys, or lower the phone first.',
    },
    silence: {
      says: 'Callers of "{node}" who don\'t know what to press hear nothing for {seconds} s.',
      help: 'Ask again after {most} s at most.',
    },
  },
  thresholds: {
    least: {
      value: 4,
      unit: 'seconds',
      source:
        'judgement, just below the 5 s that Genesys, Twilio and Telnyx wait; a vendor’s summary of ISO/IEC 13714 has 3 to 10 s',
    },
    most: {
      value: 10,
      unit: 'seconds',
      source: 'default of Asterisk, FreeSWITCH, Webex and 46elks, the longest that we found',
    },
  },
  check({ flow, thresholds, report }) {
    const reached = reachable(flow);
    const told = new Set<string>();
    for (const flowNode of flow.nodes) {
      const { id, node } = flowNode;
      const wait = reached.has(id) ? retrySetting(flow, flowNode, 'noInput', 'wait') : undefined;
      if (wait === undefined) continue;
      const isShort = wait.value < thresholds.least;
      // Who is asked for a number may have to find it first.
      if (!isShort && (wait.value <= thresholds.most || node.kind === 'collect')) continue;
      // Who speaks needs no time to find a key.
      if (node.kind === 'menu' && node.options.every(({ key }) => key === undefined)) continue;
      if (isShort && (onward(flow).has(id) || (node.kind === 'menu' && node.options.length < 2)))
        continue;
      const once = wait.path.join('/');
      if (told.has(once)) continue;
      told.add(once);
      const data = { node: id, seconds: wait.value, ...thresholds };
      report({ message: isShort ? 'hurried' : 'silence', data, at: wait.path });
    }
  },
});
