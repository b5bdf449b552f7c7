import type { CondensingOptions } from './begin-condensing.ts';
import { createDetailCounter } from './detail-counter.ts';
import type { WantedDetails } from './log-engine.ts';

/** What counts details, anew for every reading. */
export function detailOptions(
  details: WantedDetails | undefined,
): Pick<CondensingOptions, 'details' | 'pseudonym'> {
  if (details === undefined) return {};
  const { pseudonym, selection } = details;
  return { details: createDetailCounter(details, selection), pseudonym };
}
