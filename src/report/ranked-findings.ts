import { findingsByCalls } from '../insight/findings-by-calls.ts';
import type { Rate } from '../insight/rate.ts';
import { severities, type Finding } from '../source/finding.ts';
import type { MenuReport } from './menu-report.ts';

/** A finding with its place in the list, by which badges in the picture name it. */
export interface RankedFinding {
  readonly number: number;
  readonly finding: Finding;
  /** The node that it is about, where it is about one. */
  readonly node: string | undefined;
  /** The calls that met it; nothing without a log. */
  readonly calls: Rate | undefined;
}

/** The node that a finding is about: the second word of its way in the script. */
function nodeOfFinding({ subject }: Finding, { flow }: MenuReport): string | undefined {
  const [field, id] = subject.split('/');
  return field === 'nodes' && id !== undefined && flow.byId.has(id) ? id : undefined;
}

/** The findings of a menu: those that most calls met first; without a log the worst first. */
export function rankedFindings(report: MenuReport): readonly RankedFinding[] {
  const { calls, findings, flow } = report;
  if (calls?.insights.fit.isEnough === true)
    return findingsByCalls(flow, calls.input.replay, findings).map((one, index) => ({
      number: index + 1,
      ...one,
    }));
  const rank = ({ severity }: Finding) => severities.indexOf(severity);
  return [...findings]
    .sort((a, b) => rank(a) - rank(b))
    .map((finding, index) => ({
      number: index + 1,
      finding,
      node: nodeOfFinding(finding, report),
      calls: undefined,
    }));
}
