import { isUnknown } from '../script/values.ts';
import type { Script } from '../script/script.ts';
import { bestPairs } from './best-pairs.ts';
import { compareParts, isSameDestination, type Comparison } from './comparison.ts';
import type { Difference, Owner } from './difference.ts';

type Entry = Script['entries'][number];

const numberOf = ({ number }: Entry): string =>
  number === undefined ? '' : isUnknown(number) ? `unknown: ${number.unknown}` : number;

const startOf = ({ start }: Entry) => ({ to: start, does: undefined });

/** All that differs in where calls come in. */
export function compareEntries(comparison: Comparison): readonly Difference[] {
  const { flows } = comparison;
  const { before, after } = {
    before: flows.before.script.entries,
    after: flows.after.script.entries,
  };
  const pairs = bestPairs({ before: before.length, after: after.length }, (one, other) => {
    const [a, b] = [before[one], after[other]];
    if (a === undefined || b === undefined) return 0;
    const leadsAlike = isSameDestination(comparison, { before: startOf(a), after: startOf(b) });
    const isSameNumber = numberOf(a) === numberOf(b);
    // Two entries that share neither number nor start are two.
    if (!leadsAlike && !isSameNumber) return 0;
    return (isSameNumber ? 4 : 0) + (leadsAlike ? 2 : 0) + (a.language === b.language ? 1 : 0);
  });
  const partner = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const gone = new Set(before.keys());
  for (const pair of pairs) gone.delete(pair.before);
  const found: Difference[] = [];
  after.forEach((entry, index) => {
    const was = partner.get(index);
    const old = was === undefined ? undefined : before[was];
    const owner: Owner = { of: 'entry', at: { before: was, after: index } };
    if (old === undefined || was === undefined) {
      const paths = { before: undefined, after: ['entries', index] };
      const values = { before: undefined, after: startOf(entry) };
      found.push({ kind: 'entry-added', owner, paths, meanings: [], values });
      return;
    }
    const paths = { before: ['entries', was], after: ['entries', index] };
    found.push(
      ...compareParts(comparison, { owner, paths, values: { before: old, after: entry } }),
    );
  });
  for (const index of gone) {
    const entry = before[index];
    if (entry === undefined) continue;
    const owner: Owner = { of: 'entry', at: { before: index, after: undefined } };
    const paths = { before: ['entries', index], after: undefined };
    const values = { before: startOf(entry), after: undefined };
    found.push({ kind: 'entry-removed', owner, paths, meanings: [], values });
  }
  return found;
}
