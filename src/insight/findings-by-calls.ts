import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import type { Finding } from '../source/finding.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** A finding with the calls that met what it is about. */
export interface FindingCalls {
  readonly finding: Finding;
  /** The node it is about; nothing where it is about the whole script, which every call met. */
  readonly node: string | undefined;
  readonly calls: Rate;
}

const severityRank = { error: 0, warning: 1, info: 2 } as const;

/**
 * The findings of a script, those first that touched most calls: the calls that came to the node that
 * a finding is about, or all calls where it is about none. Ties by severity, then as they come.
 */
export function findingsByCalls(
  flow: CallFlow,
  { calls, nodes }: Pick<Replay, 'calls' | 'nodes'>,
  findings: readonly Finding[],
): readonly FindingCalls[] {
  const entered = new Map<string, number>(nodes.map((node) => [node.id, node.entered]));
  const touched = findings.map((finding): FindingCalls => {
    const [field, id] = finding.subject.split('/');
    const node = field === 'nodes' && id !== undefined && entered.has(id) ? id : undefined;
    const own = node === undefined ? calls : (entered.get(node) ?? 0);
    return { finding, node, calls: rateOf(own, calls) };
  });
  return touched.sort(
    (a, b) =>
      b.calls.count - a.calls.count ||
      severityRank[a.finding.severity] - severityRank[b.finding.severity],
  );
}

/** Which findings cost most calls something. */
export const findingsInsight = defineInsight({
  id: 'findings',
  title: 'Findings by the calls they touched',
  question: 'Which findings of ivr lint met most callers?',
  definition:
    'Calls that came to the node of the finding, out of all calls. A finding about the script as a whole concerns all calls.',
  source: 'the rules of ivr lint, docs/rules',
  find({ flow, replay, findings }) {
    if (findings === undefined) return { tables: [], unknown: 'The script was not linted.' };
    const rows = findingsByCalls(flow, replay, findings).map(({ finding, node = '', calls }) => ({
      calls,
      ...{ severity: finding.severity, rule: finding.ruleId, node, message: finding.message },
      line: finding.at.start.line,
    }));
    const columns = {
      calls: ['calls', 'rate'],
      severity: 'severity',
      rule: 'rule',
      node: 'node',
      line: ['line', 'number'],
      message: 'finding',
    } as const;
    return { tables: [tableOf('findings', 'Findings', columns, rows)] };
  },
});
