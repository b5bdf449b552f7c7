import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { Sides } from './difference.ts';
import { flowSide, type FlowSide } from './flow-side.ts';
import { likelyPairs } from './likely-pairs.ts';
import { matchedPairs, type MatchedPairs } from './matched-pairs.ts';
import { structureColours, type Colours } from './structure-colours.ts';

/** Which node of one script is which of the other. */
export interface NodeMatching {
  readonly pairs: readonly Sides<NodeId>[];
  readonly afterOf: ReadonlyMap<string, NodeId>;
  readonly beforeOf: ReadonlyMap<string, NodeId>;
}

/** Nodes with the same id that an author gave are the same, whatever became of them. */
function matchAuthorsIds({ before, after }: Sides<FlowSide>, pairs: MatchedPairs): void {
  before.nodes.forEach(({ id }, index) => {
    const same = after.indexOf.get(id);
    if (same === undefined || before.isImported[index] === true) return;
    if (after.isImported[same] !== true) pairs.match(index, same);
  });
}

/** Nodes of one colour, where each side has exactly one that isn't matched. */
function matchUnique({ before, after }: Colours, pairs: MatchedPairs): boolean {
  const only = (colours: readonly number[], isFree: (index: number) => boolean) => {
    const found = new Map<number, number>();
    colours.forEach((colour, index) => {
      if (isFree(index)) found.set(colour, found.has(colour) ? -1 : index);
    });
    return found;
  };
  const others = only(after, (index) => pairs.isFree('after', index));
  let hasMatched = false;
  for (const [colour, index] of only(before, (one) => pairs.isFree('before', one))) {
    const other = others.get(colour);
    if (index === -1 || other === undefined || other === -1) continue;
    pairs.match(index, other);
    hasMatched = true;
  }
  return hasMatched;
}

/** Matches by the finest colours first, again and again: each match tells its neighbours apart. */
function matchByStructure(sides: Sides<FlowSide>, pairs: MatchedPairs, coarsest: number): void {
  for (let hasMatched = true; hasMatched && pairs.hasFree();) {
    const rounds = structureColours(sides, pairs.partners);
    hasMatched = false;
    for (let round = rounds.length - 1; round >= coarsest; round -= 1) {
      const colours = rounds[round];
      if (colours !== undefined && matchUnique(colours, pairs)) hasMatched = true;
      if (hasMatched) break;
    }
  }
}

/** Blocks that the vendor calls as before, where that name is one node's on either side. */
function matchVendorsNames({ before, after }: Sides<FlowSide>, pairs: MatchedPairs): void {
  const named = (side: FlowSide, isFree: (index: number) => boolean) => {
    const found = new Map<string, number>();
    side.nodes.forEach(({ node: { origin = [], kind } }, index) => {
      const name = `${kind} ${origin.join('\n')}`;
      if (origin.length > 0 && isFree(index)) found.set(name, found.has(name) ? -1 : index);
    });
    return found;
  };
  const others = named(after, (index) => pairs.isFree('after', index));
  for (const [name, index] of named(before, (one) => pairs.isFree('before', one))) {
    const other = others.get(name) ?? -1;
    if (index !== -1 && other !== -1) pairs.match(index, other);
  }
}

/** Goes along equal ways from a pair, and pairs up what stands at their ends. */
function followWays(
  sides: Sides<FlowSide>,
  pairs: MatchedPairs,
  colours: Colours,
  from: Sides<number>,
): void {
  const waiting = [from];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const ways = new Map((sides.after.out[here.after] ?? []).map(({ name, node }) => [name, node]));
    for (const { name, node } of sides.before.out[here.before] ?? []) {
      const other = ways.get(name);
      if (other === undefined || colours.before[node] !== colours.after[other]) continue;
      if (!pairs.isFree('before', node) || !pairs.isFree('after', other)) continue;
      pairs.match(node, other);
      waiting.push({ before: node, after: other });
    }
  }
}

/** Of nodes that nothing tells apart any is as good as any other; equal ids first. */
function matchAlike(sides: Sides<FlowSide>, pairs: MatchedPairs): void {
  const colours = structureColours(sides, pairs.partners).at(-1);
  if (colours === undefined) return;
  const classes = new Map<number, number[]>();
  colours.after.forEach((colour, index) => {
    if (!pairs.isFree('after', index)) return;
    const members = classes.get(colour);
    if (members === undefined) classes.set(colour, [index]);
    else members.push(index);
  });
  const { before, after } = sides;
  const free = before.nodes.map((_, index) => index).filter((one) => pairs.isFree('before', one));
  const comesFromFree = (index: number) =>
    (before.into[index] ?? []).filter(({ node }) => node !== -1 && pairs.isFree('before', node))
      .length;
  const order = free
    .map((index) => ({ index, sources: comesFromFree(index) }))
    .sort((a, b) => a.sources - b.sources || a.index - b.index);
  const partnerOf = (index: number, isNamed: boolean): number | undefined => {
    const members = (classes.get(colours.before[index] ?? -1) ?? []).filter((one) =>
      pairs.isFree('after', one),
    );
    const same = after.indexOf.get(before.nodes[index]?.id ?? '');
    return isNamed ? members.find((one) => one === same) : members[0];
  };
  for (const isNamed of [true, false]) {
    for (const { index } of order) {
      const partner = pairs.isFree('before', index) ? partnerOf(index, isNamed) : undefined;
      if (partner === undefined) continue;
      pairs.match(index, partner);
      followWays(sides, pairs, colours, { before: index, after: partner });
    }
  }
}

/**
 * Finds which node became which: by the ids that authors gave, then by what nodes say and what stands
 * around them, then by the names that vendors gave, then by what they have most in common. Ids that
 * an import made count for nothing, so that a vendor's file whose blocks were numbered anew and
 * written in another order matches itself. The same flows give the same matching, in whatever order
 * their nodes are written.
 */
export function matchNodes(before: CallFlow, after: CallFlow): NodeMatching {
  const sides = { before: flowSide(before), after: flowSide(after) };
  const pairs = matchedPairs({
    before: sides.before.nodes.length,
    after: sides.after.nodes.length,
  });
  matchAuthorsIds(sides, pairs);
  if (pairs.hasFree()) {
    // What stands around counts before a vendor's name does, and that before the words alone.
    matchByStructure(sides, pairs, 1);
    matchVendorsNames(sides, pairs);
    matchByStructure(sides, pairs, 1);
    matchAlike(sides, pairs);
    for (let isNew = true; isNew && pairs.hasFree();) {
      isNew = likelyPairs(sides, pairs);
      if (isNew) matchByStructure(sides, pairs, 1);
    }
  }
  const ids = pairs.list().map((pair) => ({
    before: (sides.before.nodes[pair.before]?.id ?? '') as NodeId,
    after: (sides.after.nodes[pair.after]?.id ?? '') as NodeId,
  }));
  return {
    pairs: ids,
    afterOf: new Map(ids.map((pair) => [pair.before, pair.after])),
    beforeOf: new Map(ids.map((pair) => [pair.after, pair.before])),
  };
}
