import { choosePairs, type Pair } from './best-pairs.ts';
import type { Sides } from './difference.ts';
import type { FlowSide, NamedWay } from './flow-side.ts';
import type { MatchedPairs } from './matched-pairs.ts';

/** What two nodes must have in common to be one: half of their words and half of their neighbours. */
const enough = 0.9;
/** Words that more nodes than this have tell little about any of them. */
const mostSharers = 40;

/** The share of words that two nodes have in common (Dice 1945); half where neither has any. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0.5;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** How many ways lead to, or come from, what is the same node on both sides. */
function sharedWays(
  a: readonly NamedWay[],
  b: readonly NamedWay[],
  partners: readonly (number | undefined)[],
): number {
  const ends = new Set(b.map(({ name, node }) => `${name}>${node}`));
  return a.filter(({ name, node }) => ends.has(`${name}>${node === -1 ? -1 : partners[node]}`))
    .length;
}

function likenessOf({ before, after }: Sides<FlowSide>, pairs: MatchedPairs, pair: Pair): number {
  const [a, b] = [before.nodes[pair.before], after.nodes[pair.after]];
  if (a?.kind !== b?.kind) return 0;
  const words = sharedWords(
    before.words[pair.before] ?? new Set(),
    after.words[pair.after] ?? new Set(),
  );
  const ways = (['out', 'into'] as const).map((end) => {
    const [own, others] = [before[end][pair.before] ?? [], after[end][pair.after] ?? []];
    return {
      shared: sharedWays(own, others, pairs.partners.before),
      all: own.length + others.length,
    };
  });
  const all = ways.reduce((sum, way) => sum + way.all, 0);
  const around = all === 0 ? 0 : (2 * ways.reduce((sum, way) => sum + way.shared, 0)) / all;
  return words + around + (a?.id === b?.id ? 0.1 : 0);
}

/** What each node without a partner has, and which others have it, too. */
function sharersIn(
  side: FlowSide,
  pairs: MatchedPairs,
  name: 'before' | 'after',
): ReadonlyMap<string, readonly number[]> {
  const sharers = new Map<string, number[]>();
  side.nodes.forEach((_, index) => {
    if (!pairs.isFree(name, index)) return;
    const entries = (side.into[index] ?? []).filter(({ node }) => node === -1);
    const tokens = new Set([
      ...(side.words[index] ?? []),
      `says ${side.contents[index] ?? ''}`,
      ...entries.map(({ name: entry }) => entry),
    ]);
    for (const token of tokens) {
      const others = sharers.get(token);
      if (others === undefined) sharers.set(token, [index]);
      else others.push(index);
    }
  });
  return sharers;
}

/** Pairs worth weighing: nodes beside a pair, and nodes that share words that few others have. */
function candidates({ before, after }: Sides<FlowSide>, pairs: MatchedPairs): readonly Pair[] {
  const found = new Map<string, Pair>();
  const add = (one: number, other: number): void => {
    if (one < 0 || other < 0 || !pairs.isFree('before', one) || !pairs.isFree('after', other))
      return;
    if (before.nodes[one]?.kind === after.nodes[other]?.kind)
      found.set(`${one} ${other}`, { before: one, after: other });
  };
  for (const pair of pairs.list()) {
    for (const end of ['out', 'into'] as const) {
      const own = before[end][pair.before] ?? [];
      const others = after[end][pair.after] ?? [];
      if (own.length * others.length > mostSharers ** 2) continue;
      for (const a of own) for (const b of others) add(a.node, b.node);
    }
  }
  const sharers = {
    before: sharersIn(before, pairs, 'before'),
    after: sharersIn(after, pairs, 'after'),
  };
  for (const [token, own] of sharers.before) {
    const others = sharers.after.get(token) ?? [];
    if (own.length > mostSharers || others.length > mostSharers) continue;
    for (const one of own) for (const other of others) add(one, other);
  }
  return [...found.values()];
}

/** Pairs up nodes of one kind that have enough in common, likeliest first; true where there were any. */
export function likelyPairs(sides: Sides<FlowSide>, pairs: MatchedPairs): boolean {
  const possible = candidates(sides, pairs)
    .map((pair) => ({ ...pair, likeness: likenessOf(sides, pairs, pair) }))
    .filter(({ likeness }) => likeness >= enough);
  const chosen = choosePairs(possible);
  for (const { before, after } of chosen) pairs.match(before, after);
  return chosen.length > 0;
}
