import { reachable } from '../../flow/reach.ts';
import { isUnknown } from '../../script/values.ts';
import { defineRule } from '../rule.ts';

/** A caller after hours is lost: the check of the hours knows no way for a closed place. */
export const hoursWithoutClosed = defineRule({
  id: 'hours-without-closed',
  severity: 'error',
  summary: 'every check of opening hours has a way for callers after hours',
  source: 'connect-blueprint checks that a check of hours has both its branches; Thirdlane alike',
  messages: {
    closed: {
      says: 'Callers who reach "{node}" while {calendar} is closed are lost: no case and no otherwise sends them on.',
      help: 'Add a case for "closed" that says when the place opens, or an otherwise.',
    },
  },
  check({ flow, report }) {
    const reached = reachable(flow);
    for (const { id, node, path } of flow.nodes) {
      if (!reached.has(id)) continue;
      if (node.kind !== 'branch' || typeof node.on !== 'object' || !('calendar' in node.on))
        continue;
      if (node.otherwise !== undefined || node.cases.some(({ when }) => when === 'closed'))
        continue;
      const { calendar } = node.on;
      const shown = isUnknown(calendar) ? 'the place' : `"${calendar}"`;
      const data = { node: id, calendar: shown };
      report({ message: 'closed', data, at: [...path, 'cases'], aim: 'key' });
    }
  },
});
