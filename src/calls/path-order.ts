import { compareSteps } from './ordered-paths.ts';
import type { PathStep } from './variant.ts';

/**
 * The states of a trie in the order of the paths that lead to them, event by event, a path before those
 * that begin with it. `parents` and `tokens` are the state in front of a state and the event between the
 * two. Comparing whole paths with each other would look at what they share again and again.
 */
export function pathOrder(
  steps: readonly PathStep[],
  parents: Int32Array,
  tokens: Int32Array,
): Int32Array {
  const order = [...steps.entries()].sort(([, a], [, b]) => compareSteps(a, b));
  // The states of each token, and then, last token first, each in front of those of the same parent.
  const byToken = chains(tokens, steps.length);
  const firstChild = new Int32Array(parents.length);
  const sibling = new Int32Array(parents.length);
  for (const [token] of order.reverse()) {
    for (let state = byToken.first[token] ?? 0; state > 0; state = byToken.next[state] ?? 0) {
      const parent = parents[state] ?? 0;
      sibling[state] = firstChild[parent] ?? 0;
      firstChild[parent] = state;
    }
  }
  const inOrder = new Int32Array(parents.length);
  let place = 0;
  let state = 0;
  for (;;) {
    inOrder[place] = state;
    place += 1;
    let following = firstChild[state] ?? 0;
    while (following === 0 && state > 0) {
      following = sibling[state] ?? 0;
      if (following === 0) state = parents[state] ?? 0;
    }
    if (following === 0) return inOrder;
    state = following;
  }
}

/** The states of each token, as chains; state 0 has no token, and ends them. */
function chains(
  tokens: Int32Array,
  kinds: number,
): { readonly first: Int32Array; readonly next: Int32Array } {
  const first = new Int32Array(kinds);
  const next = new Int32Array(tokens.length);
  for (let state = 1; state < tokens.length; state += 1) {
    const token = tokens[state] ?? 0;
    next[state] = first[token] ?? 0;
    first[token] = state;
  }
  return { first, next };
}
