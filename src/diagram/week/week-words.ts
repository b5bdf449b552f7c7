import type { CoverageState } from '../../insight/week-coverage.ts';

export const weekdays = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
] as const;

/** What a stretch of the week is called, in the legend and for screen readers. */
export const stateWords: Readonly<Record<CoverageState, string>> = {
  open: 'open',
  closed: 'closed',
  holiday: 'holiday',
  emergency: 'emergency',
  unstaffed: 'open, but nobody is there',
  unknown: 'no hours are told',
};

/** A menu offers what takes no calls: callers are led on from there, or lost. */
export const offeredWords = {
  'led-on': 'offered by a menu while it takes no calls; callers are led on',
  lost: 'offered by a menu while it takes no calls, with no way on',
} as const;
export type OfferedSign = keyof typeof offeredWords;
