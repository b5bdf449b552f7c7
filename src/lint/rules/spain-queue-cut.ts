import { edgesFrom } from '../../flow/call-flow.ts';
import { reachedQueues } from '../../flow/reached-nodes.ts';
import { leadingStraightTo } from '../../flow/straight-to.ts';
import { defineRule } from '../rule.ts';

/** Spain: a call must not be ended because its caller has waited long. */
export const spainQueueCut = defineRule({
  id: 'spain-queue-cut',
  severity: 'error',
  summary: 'Spain: no call is cut because the wait is long',
  source:
    'Spain, Ley 10/2025 of 26 December, art. 8 (BOE 27-12-2025; to be met by 28-12-2026), as law firms sum it up: a call may not be cut because the wait is long. Not legal advice',
  presets: ['law-spain'],
  messages: {
    cut: {
      says: 'Callers who have waited too long at "{node}" are cut off, which Ley 10/2025 forbids in Spain.',
      help: 'Let them go on waiting, or lead them to another queue, a callback or a voicemail.',
    },
  },
  check({ flow, report }) {
    const ends = flow.nodes.filter(({ kind }) => kind === 'hangup').map(({ id }) => id);
    // A branch between may ask for the hours, and a closed place is no long wait.
    const cut = leadingStraightTo(flow, ends, ['announcement']);
    for (const { id, node, path } of reachedQueues(flow)) {
      // Without a time it is a full queue that calls are led on from, not a long wait.
      if (node.overflow?.after === undefined) continue;
      const tooLong = edgesFrom(flow, id).filter(({ trigger }) => trigger === 'overflow');
      if (!tooLong.some(({ to }) => cut.has(to))) continue;
      report({ message: 'cut', data: { node: id }, at: [...path, 'overflow', 'to'] });
    }
  },
});
