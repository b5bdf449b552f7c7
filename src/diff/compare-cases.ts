import { isComparison } from '../script/case-words.ts';
import type { ScriptNode } from '../script/script.ts';
import type { Trigger } from '../script/vocabulary.ts';
import type { NodeId } from '../script/names.ts';
import type { Path } from '../source/tree.ts';
import { bestPairs, type Pair } from './best-pairs.ts';
import { compareParts, isSameDestination, type Comparison } from './comparison.ts';
import type { Difference, Owner, Part, Sides } from './difference.ts';

/** A case of a branch, or a way out of a vendor's block. */
export interface CaseLike {
  readonly when?: string | undefined;
  readonly trigger?: Trigger | undefined;
  readonly title?: string | undefined;
  readonly to?: NodeId | undefined;
}

/** The cases of a node and the field that holds them; none for what has no such list. */
export function casesOf(node: ScriptNode): {
  readonly field: 'cases' | 'exits';
  readonly cases: readonly CaseLike[];
} {
  if (node.kind === 'opaque') return { field: 'exits', cases: node.exits };
  return { field: 'cases', cases: node.kind === 'branch' ? node.cases : [] };
}

const nameOf = ({ when, trigger, title }: CaseLike): string => when ?? title ?? trigger ?? '';

/** Which cases of two lists are the same: by their word, else by where they lead. */
export function matchCases(
  comparison: Comparison,
  { before, after }: Sides<readonly CaseLike[]>,
): readonly Pair[] {
  return bestPairs({ before: before.length, after: after.length }, (one, other) => {
    const [a, b] = [before[one], after[other]];
    if (a === undefined || b === undefined || a.trigger !== b.trigger) return 0;
    const leadsAlike = isSameDestination(comparison, {
      before: { to: a.to, does: undefined },
      after: { to: b.to, does: undefined },
    });
    return (a.when === b.when ? 4 : 0) + (leadsAlike ? 2 : 0) + (a.title === b.title ? 1 : -1);
  });
}

/** All that two nodes tell apart differently. The order counts only where several cases can hold. */
export function compareCases(
  comparison: Comparison,
  owner: Owner,
  paths: Sides<Path>,
  nodes: Sides<ScriptNode>,
): readonly Difference[] {
  const lists = { before: casesOf(nodes.before), after: casesOf(nodes.after) };
  const { before, after } = { before: lists.before.cases, after: lists.after.cases };
  const pairs = matchCases(comparison, { before, after });
  const partner = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const gone = new Set(before.keys());
  for (const pair of pairs) gone.delete(pair.before);
  const wayTo = (side: 'before' | 'after', index: number): Path => [
    ...paths[side],
    lists[side].field,
    index,
  ];
  const partAt = (at: Part['at'], label: string): Part => ({ of: 'case', at, label });

  const found: Difference[] = [];
  after.forEach((one, index) => {
    const was = partner.get(index);
    const old = was === undefined ? undefined : before[was];
    const part = partAt({ before: was, after: index }, nameOf(one));
    if (old === undefined || was === undefined) {
      const at = { before: undefined, after: wayTo('after', index) };
      const values = { before: undefined, after: { to: one.to, does: undefined } };
      found.push({ kind: 'case-added', owner, part, paths: at, meanings: [], values });
      return;
    }
    const at = { before: wayTo('before', was), after: wayTo('after', index) };
    if (old.when !== one.when) {
      const values = { before: old.when, after: one.when };
      found.push({ kind: 'case-value', owner, part, paths: at, meanings: [], values });
    }
    const values = { before: old, after: one };
    found.push(...compareParts(comparison, { owner, part, paths: at, values }));
  });
  for (const index of gone) {
    const one = before[index];
    if (one === undefined) continue;
    const part = partAt({ before: index, after: undefined }, nameOf(one));
    const at = { before: wayTo('before', index), after: undefined };
    const values = { before: { to: one.to, does: undefined }, after: undefined };
    found.push({ kind: 'case-removed', owner, part, paths: at, meanings: [], values });
  }

  const kept = [...pairs].sort((a, b) => a.after - b.after);
  const isSame = kept.every((pair, index) => (kept[index - 1]?.before ?? -1) < pair.before);
  const overlaps = [...before, ...after].some(({ when = '' }) => isComparison(when));
  if (isSame || !overlaps || nodes.after.kind !== 'branch') return found;
  const names = (side: 'before' | 'after', list: readonly CaseLike[]) =>
    [...pairs].sort((a, b) => a[side] - b[side]).map((pair) => nameOf(list[pair[side]] ?? {}));
  const at = { before: [...paths.before, 'cases'], after: [...paths.after, 'cases'] };
  const values = { before: names('before', before), after: names('after', after) };
  return [...found, { kind: 'cases-order', owner, paths: at, meanings: [], values }];
}
