import type { CondensedCalls } from './condensed-log.ts';
import type { DetailCounter } from './detail-counter.ts';
import { unpackDwell, type PackedDwell } from './dwell-counts.ts';
import type { PathTrie } from './path-trie.ts';

/** What is counted of calls while they are condensed; their paths are in a trie. */
export interface CountedCalls extends Omit<CondensedCalls, 'variants' | 'dwell' | 'details'> {
  readonly dwell: PackedDwell;
}

/** The result of condensing, with what was counted beyond paths where that was asked for. */
export function condensedCalls(
  trie: PathTrie,
  { dwell, ...counts }: CountedCalls,
  details?: DetailCounter,
): CondensedCalls {
  const variants = trie.variants();
  const told = details?.details(variants.length, trie.positionOf);
  return {
    ...counts,
    variants,
    dwell: unpackDwell([dwell]),
    ...(told === undefined ? {} : { details: told }),
  };
}
