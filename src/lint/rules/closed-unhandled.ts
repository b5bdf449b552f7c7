import { knownHours } from '../../flow/known-hours.ts';
import { reachableWithout } from '../../flow/reach-without.ts';
import { mayClose } from '../../routing/may-close.ts';
import { isUnknown } from '../../script/values.ts';
import { defineRule } from '../rule.ts';

/** A caller waits for people who have gone home. */
export const closedUnhandled = defineRule({
  id: 'closed-unhandled',
  severity: 'error',
  summary: 'callers come to a queue only while it is open, or are sent on when it is closed',
  source:
    'the best practices of Amazon Connect: check hours and staffing before a transfer to a queue; Thirdlane checks schedules for gaps',
  messages: {
    nobody: {
      says: 'Nobody answers callers who come to "{node}" while "{calendar}" is closed: nothing on their path checks the hours, and the queue has no way for them.',
      help: 'Say under closed where "{node}" leads them, or check the hours before.',
    },
    waits: {
      says: 'Callers who come to "{node}" while "{calendar}" is closed wait without an answer until they overflow: nothing on their path checks the hours.',
      help: 'Say under closed where "{node}" leads them at once, or check the hours before.',
    },
  },
  check({ flow, directory, report }) {
    if (directory === undefined) return;
    // Checks on two paths guard a queue together, where neither dominates it.
    // Without a number, another script may lead callers here and have asked for the hours.
    const starts = flow.entries.filter(({ number }) => number !== undefined);
    const unasked = reachableWithout(
      flow,
      starts.map(({ start }) => start),
      () => false,
      (edge) => {
        const hours = knownHours(flow, edge);
        return hours === 'open' || hours === 'unclear';
      },
    );
    const queues = new Map(Object.entries(directory.queues));
    const calendars = new Map(Object.entries(directory.calendars));
    for (const { id, node, path, exits } of flow.nodes) {
      if (node.kind !== 'queue' || isUnknown(node.queue) || !unasked.has(id)) continue;
      const { calendar = '', overflow: chain = [] } = queues.get(node.queue) ?? {};
      const hours = calendars.get(calendar);
      if (hours === undefined || mayClose(hours) !== true || chain.length > 0) continue;
      const triggers = exits.map(({ trigger }) => trigger);
      if (triggers.includes('closed')) continue;
      const waits = triggers.includes('overflow');
      report({
        message: waits ? 'waits' : 'nobody',
        data: { node: id, calendar },
        at: path,
        aim: 'key',
        ...(waits ? { severity: 'warning' } : {}),
      });
    }
  },
});
