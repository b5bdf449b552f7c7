/** Where a walk goes from a state, each way with its share; the shares of a state add up to 1. */
export interface ChainState<State> {
  readonly state: State;
  /** Ways to other states of the chain. */
  readonly on: readonly { readonly to: State; readonly share: number }[];
  /** Ways out of it, by their names. */
  readonly out: readonly { readonly end: string; readonly share: number }[];
}

/** What walks do on average. */
export interface AverageWalk<State> {
  readonly visits: ReadonlyMap<State, number>;
  /** The share of walks that leave by each way out. */
  readonly ends: ReadonlyMap<string, number>;
}

/** What share of all walks may still be on its way when the sum is broken off. */
const negligible = 1e-13;
/** A chain that has not let go of its walks after so many steps holds some for ever. */
const mostSteps = 100_000;

/**
 * Visits and ends of walks through an absorbing Markov chain (Kemeny & Snell 1960), where the next step
 * depends on the state alone: `visits` is a row of the fundamental matrix, weighed by where walks start.
 * Nothing where walks go on for ever. Time grows with the ways and the length of walks.
 */
export function averageWalk<State>(
  states: readonly ChainState<State>[],
  starts: ReadonlyMap<State, number>,
): AverageWalk<State> | undefined {
  const index = new Map(states.map(({ state }, at) => [state, at]));
  const ways = states.map(({ on }) =>
    on.map(({ to, share }) => ({ to: index.get(to) ?? -1, share })),
  );
  let here = Float64Array.from(states, ({ state }) => starts.get(state) ?? 0);
  const visits = Float64Array.from(here);
  for (let step = 0; here.some((share) => share > negligible); step += 1) {
    if (step === mostSteps) return undefined;
    const next = new Float64Array(here.length);
    ways.forEach((own, at) => {
      const share = here[at] ?? 0;
      if (share === 0) return;
      for (const way of own)
        if (way.to >= 0) next[way.to] = (next[way.to] ?? 0) + share * way.share;
    });
    for (const [at, share] of next.entries()) visits[at] = (visits[at] ?? 0) + share;
    here = next;
  }
  const ends = new Map<string, number>();
  states.forEach(({ out }, at) => {
    for (const { end, share } of out)
      ends.set(end, (ends.get(end) ?? 0) + (visits[at] ?? 0) * share);
  });
  return { visits: new Map(states.map(({ state }, at) => [state, visits[at] ?? 0])), ends };
}
