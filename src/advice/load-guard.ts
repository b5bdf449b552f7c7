import { loadBadEnds } from '../prove/bad-ends.ts';
import { guardOf, type Guard, type GuardOptions } from './guard.ts';
import type { Limits } from './ground.ts';
import { defaultLimits } from './suggest-options.ts';

/** What changed scripts are checked against. */
export interface SuggestChecks extends Pick<GuardOptions, 'directory' | 'rules'> {
  /** The most choices of a menu, and the most menus one behind the other. */
  readonly limits?: Partial<Limits> | undefined;
}

/** Loads what it takes to ask the rules and the proof of many versions of a menu. */
export async function loadGuard({ directory, rules, limits }: SuggestChecks): Promise<Guard> {
  const badEnds = await loadBadEnds(directory);
  return guardOf({ directory, rules, limits: { ...defaultLimits, ...limits }, badEnds });
}
