import type { CallFlow } from '../flow/call-flow.ts';
import { compareFindings, type Finding } from '../source/finding.ts';
import type { NodeFinding } from './options.ts';

/**
 * Numbers findings from 1 in the order of their places, for badges on cards and for a list. Those about
 * the script as a whole have an empty `node`: they are listed, and stand on no card.
 */
export function numberFindings(
  flow: CallFlow,
  findings: readonly Finding[],
): readonly NodeFinding[] {
  const nodes = new Set<string>(flow.nodes.map(({ id }) => id));
  return findings.toSorted(compareFindings).map(({ subject, severity, message }, index) => {
    const [field, id = ''] = subject.split('/');
    const node = field === 'nodes' && nodes.has(id) ? id : '';
    return { node, number: index + 1, severity, message };
  });
}
