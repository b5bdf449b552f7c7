import type { Errand } from './errand.ts';

/**
 * What callers of an errand called for: the reason of the option that they chose, else what they reached
 * first. Nothing where neither is known: they left before.
 */
export function reasonOfErrand({ reason, goals }: Errand): string | undefined {
  return reason ?? goals[0];
}
