import { beginCondensing, type CondensingOptions } from '../../src/calls/begin-condensing.ts';
import type { CallEvent } from '../../src/calls/call-event.ts';
import type { CondensedCalls } from '../../src/calls/condensed-log.ts';
import type { KnownValues } from '../../src/calls/kept-value.ts';

/** Condenses events that are at hand as a whole. */
export function condense(
  log: Iterable<CallEvent>,
  known?: KnownValues,
  options?: Omit<CondensingOptions, 'known'>,
): CondensedCalls {
  const condensing = beginCondensing({ ...options, known });
  for (const event of log) condensing.add(event, 0);
  return condensing.finish();
}
