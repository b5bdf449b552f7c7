import type { FlowEdge } from '../../flow/call-flow.ts';
import { noticeKnown } from '../../flow/recording-notice.ts';
import { reachableWithout } from '../../flow/reach-without.ts';
import { defineRule } from '../rule.ts';

/** A caller talks to somebody and doesn't know that it is recorded. */
export const recordingWithoutNotice = defineRule({
  id: 'recording-without-notice',
  severity: 'warning',
  summary: 'callers hear that calls are recorded before they talk to somebody',
  source:
    'GDPR art. 13 (information when data is collected); California Penal Code 632 (consent of all parties). Not legal advice',
  messages: {
    unheard: {
      says: 'Calls are recorded, but callers who come in here can reach people at "{node}" without hearing it first.',
      help: 'Say it before "{node}" on every way, and tag what says it with "recording-notice".',
    },
  },
  check({ script, flow, report }) {
    if (script.defaults?.recording !== true) return;
    const { mayTell, optionMayTell } = noticeKnown(flow);
    const isTold = ({ from, option }: FlowEdge) =>
      option !== undefined && optionMayTell(from, option);
    for (const { start, path } of flow.entries) {
      const untold = reachableWithout(flow, [start], mayTell, isTold);
      const people = flow.nodes.find(
        ({ id, kind }) =>
          (kind === 'queue' || kind === 'transfer') && untold.has(id) && !mayTell(id),
      );
      if (people === undefined) continue;
      const related = [{ message: 'people answer here', at: people.path, aim: 'key' as const }];
      report({ message: 'unheard', data: { node: people.id }, at: path, related });
    }
  },
});
