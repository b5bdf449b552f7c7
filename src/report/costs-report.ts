import type { KeyStep } from '../flow/key-paths.ts';
import type { DestinationCost, UnknownCost } from '../insight/destination-costs.ts';

/** What `ivr costs` tells of one script. */
export interface CostsReport {
  readonly script: { readonly id: string; readonly title: string | undefined };
  readonly costs: readonly DestinationCost[];
}

const triggerWords: Readonly<Record<KeyStep['trigger'], string>> = {
  key: '',
  case: '',
  next: '',
  success: '',
  noInput: 'no input',
  noMatch: 'no match',
  overflow: 'overflow',
  closed: 'closed',
  failure: 'failure',
  error: 'error',
};

/** The way to a destination: `2, 1, overflow`; a dash where callers need do nothing. */
export function keysText(keys: readonly KeyStep[]): string {
  const words = keys.map(({ trigger, value }) => triggerWords[trigger] || value);
  return words.length === 0 ? '—' : words.join(', ');
}

/** Why a price isn't known, for people. */
export const unknownWords: Readonly<Record<UnknownCost, string>> = {
  'no directory': 'no directory tells',
  'unknown queue': 'the directory has no such queue',
  'unknown site': 'no site is named that takes these calls',
  'own site': 'a site of your own: no terms',
  'no terms': 'the vendor’s terms are not given',
  'outside number': 'an outside number: no terms',
};
