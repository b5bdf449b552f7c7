/** The tokens of a replay, as process mining counts them: initial ones are produced, final ones consumed. */
export interface ReplayTokens {
  readonly produced: number;
  readonly consumed: number;
  readonly missing: number;
  readonly remaining: number;
}

/**
 * Fitness by token replay (Rozinat & van der Aalst 2008): ½ (1 − missing / consumed) +
 * ½ (1 − remaining / produced). Nothing where nothing was replayed.
 */
export function tokenFitness(tokens: ReplayTokens): number | undefined {
  const { produced, consumed, missing, remaining } = tokens;
  if (produced === 0 || consumed === 0) return undefined;
  return (1 - missing / consumed) / 2 + (1 - remaining / produced) / 2;
}

/**
 * The tokens of calls on a menu, in which a call is at one node at a time: each begins with a token, each
 * move takes one and leaves one, and a move that the script doesn't allow misses one and leaves one behind.
 */
export function tokensOf(moves: {
  readonly calls: number;
  readonly made: number;
  readonly fitting: number;
}): ReplayTokens {
  const tokens = moves.made + moves.calls;
  const misfits = moves.made - moves.fitting;
  return { produced: tokens, consumed: tokens, missing: misfits, remaining: misfits };
}
