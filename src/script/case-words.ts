import type { BranchOn } from './script.ts';
import { calendarStates } from './vocabulary.ts';

/** The words for an emergency switch that is on, and that is off. */
export const switchWords = {
  on: ['on', 'true', 'yes', 'emergency'],
  off: ['off', 'false', 'no'],
} as const;

/** The words for a loop that goes on, and that is over. */
export const loopWords = ['again', 'done'] as const;

/** The words that the cases of such a branch can fit; nothing where any word may be right. */
export function caseWords(on: BranchOn): readonly string[] | undefined {
  if (typeof on === 'string') return undefined;
  if ('calendar' in on) return calendarStates;
  if ('loop' in on) return loopWords;
  return 'emergency' in on ? [...switchWords.on, ...switchWords.off] : undefined;
}

/** True for a case that an import wrote as a comparison: `> 3`, `starts with 49`, `$.x = 1`. */
export function isComparison(when: string): boolean {
  return /[<>=$\s]/.test(when);
}
