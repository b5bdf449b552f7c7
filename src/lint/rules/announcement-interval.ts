import { reachable } from '../../flow/reach.ts';
import { defineRule } from '../rule.ts';

/** A caller is talked to all the time, or wonders whether the line is dead. */
export const announcementInterval = defineRule({
  id: 'announcement-interval',
  severity: 'info',
  presets: ['strict'],
  summary: 'waiting callers hear about their wait now and then, neither constantly nor never',
  source:
    'we found no standard; these are practice and defaults of vendors; Avaya asks for a new phrase every 7 to 10 s, which few queues do',
  messages: {
    often: {
      says: 'Callers in "{node}" are interrupted every {seconds} s.',
      help: 'Leave at least {least} s between announcements, so that each has news.',
    },
    seldom: {
      says: 'Callers in "{node}" hear nothing about their wait for {seconds} s at a time.',
      help: 'Say something every {most} s at least.',
    },
  },
  thresholds: {
    least: {
      value: 15,
      unit: 'seconds',
      source:
        'default of Asterisk for the least time between two announcements; Avaya’s 7 to 10 s speak against it',
    },
    most: {
      value: 120,
      unit: 'seconds',
      source: 'judgement; manuals and guides show 30 to 90 s',
    },
  },
  check({ flow, thresholds, report }) {
    const reached = reachable(flow);
    for (const { id, node, path } of flow.nodes) {
      const seconds = node.kind === 'queue' && reached.has(id) ? node.announce?.every : undefined;
      // Every 0 s means never on some platforms.
      if (seconds === undefined || seconds === 0) continue;
      if (seconds >= thresholds.least && seconds <= thresholds.most) continue;
      report({
        message: seconds < thresholds.least ? 'often' : 'seldom',
        data: { node: id, seconds, ...thresholds },
        at: [...path, 'announce', 'every'],
      });
    }
  },
});
