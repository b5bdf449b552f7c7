import { condenseLogs } from '../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../src/calls/condensed-log.ts';
import { nodeNamesOf, noNames } from '../../src/calls/formats/node-names.ts';
import { knownValuesOf, nothingKnown } from '../../src/calls/kept-value.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { logOf } from './log-of.ts';

/** Vendors' logs, condensed for a flow or for none; small chunks, so that records are cut anywhere. */
export async function condensedFor(
  flow: CallFlow | undefined,
  logs: readonly string[],
  zone?: string,
): Promise<CondensedLog> {
  const names = flow === undefined ? noNames : nodeNamesOf(flow);
  const known = flow === undefined ? nothingKnown : knownValuesOf(flow);
  const inputs = logs.map((text, index) => logOf(text, `log-${index}`, 61));
  return condenseLogs(inputs, known, { reading: { names, zone } });
}
