import { reachedQueues } from '../../flow/reached-nodes.ts';
import { defineRule } from '../rule.ts';

/** Italy: people answer within 150 seconds on average. */
export const italyWaitLimit = defineRule({
  id: 'italy-wait-limit',
  severity: 'warning',
  summary: 'Italy: callers are sent on before they have waited 150 seconds',
  source:
    'Italy, AGCOM delibera 255/24/CONS of 10 July 2024, Annex A art. 8(a), as the press has it: with an IVR, people answer within 150 seconds on average (telecommunications and media). Not legal advice',
  presets: ['law-italy'],
  thresholds: {
    wait: {
      value: 150,
      unit: 'seconds',
      source: 'AGCOM delibera 255/24/CONS, a limit of the average and not of each wait',
    },
  },
  messages: {
    late: {
      says: 'Callers wait at "{node}" for up to {seconds} s before they are sent on; AGCOM 255/24/CONS asks in Italy that people answer within {most} s on average.',
      help: 'Send them on after at most {most} s, to another queue or a call-back.',
    },
  },
  check({ flow, thresholds, report }) {
    for (const { id, node, path } of reachedQueues(flow)) {
      const seconds = node.overflow?.after;
      if (seconds === undefined || seconds <= thresholds.wait) continue;
      const data = { node: id, seconds, most: thresholds.wait };
      report({ message: 'late', data, at: [...path, 'overflow', 'after'] });
    }
  },
});
