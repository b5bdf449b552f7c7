import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import { findSuggestions } from './find-suggestions.ts';
import { loadGuard, type SuggestChecks } from './load-guard.ts';
import type { SuggestOptions } from './suggest-options.ts';
import type { Advice } from './suggestion.ts';

/**
 * What to change in a menu, from what its callers did: the steepest path from today's menu. The first
 * suggestion saves most, the second most on top of it, and so on until a change saves less than half a
 * second a call, or less than chance could make of it; another order of options is told from 0.3 s a
 * visit. Each has its own saving under the caller-time model, how sure that is, and whom it hurts.
 *
 * Nothing is suggested that a rule would find something new about, or after which a call could end badly
 * that couldn't before.
 */
export async function suggest(
  flow: CallFlow,
  replay: Replay,
  options: SuggestOptions & SuggestChecks = {},
): Promise<Advice> {
  return findSuggestions(flow, replay, options, await loadGuard(options));
}
