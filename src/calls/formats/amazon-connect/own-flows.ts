import type { CallRow } from '../log-format.ts';
import type { NodeNames } from '../node-names.ts';
import type { FlowLogFacts } from './flow-log-facts.ts';

type Row = CallRow<FlowLogFacts>;

const isKnown = (nodeOf: NodeNames['nodeOf'], { block }: FlowLogFacts): boolean =>
  block !== '' && nodeOf(block) !== undefined;

/**
 * The flows of a contact that are the script's own: those of its title, else those with a block that
 * the script knows. Without a script all are.
 */
export function ownFlows(rows: readonly Row[], { title, nodeOf }: NodeNames): ReadonlySet<string> {
  const titled = rows.filter(({ facts }) => title !== undefined && facts.flowName === title);
  const known = titled.length > 0 ? titled : rows.filter(({ facts }) => isKnown(nodeOf, facts));
  return new Set((known.length > 0 ? known : rows).map(({ facts }) => facts.flow));
}

/** A contact that was only in flows of other names, in no block of which the script knows anything. */
export function isElsewhere(rows: readonly Row[], { title, nodeOf }: NodeNames): boolean {
  return (
    title !== undefined &&
    rows.every(
      ({ facts }) => facts.flowName !== '' && facts.flowName !== title && !isKnown(nodeOf, facts),
    )
  );
}
