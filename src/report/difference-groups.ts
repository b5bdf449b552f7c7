import type { FlowDiff } from '../diff/diff-scripts.ts';
import type { Difference, Owner, PromptDifference } from '../diff/difference.ts';
import type { Place } from '../source/source.ts';
import type { ScriptDiffReport } from './script-diff-report.ts';

/** The differences of one node, of one entry, or of the script's head. */
export interface DifferenceGroup {
  /** `main`, `entry 2`; nothing for the script's head. */
  readonly id: string | undefined;
  /** Its title, where it has one. */
  readonly title: string | undefined;
  /** Where it stands: in the new file, or in the old one where it is gone. */
  readonly at: Place;
  readonly differences: readonly Difference[];
}

const keyOf = (owner: Owner): string => {
  switch (owner.of) {
    case 'script':
      return '';
    case 'entry':
      return `entry ${owner.at.before ?? ''} ${owner.at.after ?? ''}`;
    case 'node':
      return `node ${owner.id.before ?? ''} ${owner.id.after ?? ''}`;
  }
};

function namesOf({ flows }: FlowDiff, owner: Owner): Pick<DifferenceGroup, 'id' | 'title'> {
  if (owner.of === 'script') return { id: undefined, title: undefined };
  if (owner.of === 'entry') {
    const { before, after } = owner.at;
    const entry =
      after === undefined
        ? flows.before.script.entries[before ?? -1]
        : flows.after.script.entries[after];
    return { id: `entry ${(after ?? before ?? 0) + 1}`, title: entry?.title };
  }
  const { before, after } = owner.id;
  const node =
    after === undefined ? flows.before.byId.get(before ?? '') : flows.after.byId.get(after);
  return { id: after ?? before, title: node?.node.title };
}

function placeOf({ documents }: ScriptDiffReport, owner: Owner): Place {
  const side = (ids: { readonly before: unknown; readonly after: unknown }) =>
    ids.after === undefined ? ('before' as const) : ('after' as const);
  if (owner.of === 'script') return documents.after.places.at([], 'key');
  const on = side(owner.of === 'entry' ? owner.at : owner.id);
  const path =
    owner.of === 'entry' ? ['entries', owner.at[on] ?? 0] : ['nodes', owner.id[on] ?? ''];
  return documents[on].places.at(path, 'key');
}

/** A difference with the languages whose words follow it. */
export interface ToldDifference {
  readonly one: Difference;
  readonly saidIn: readonly string[];
}

/**
 * The differences as a report tells them: words that say nothing but the new key of their option are
 * told with that key, by their languages.
 */
export function toldTogether(differences: readonly Difference[]): readonly ToldDifference[] {
  const isSaid = (one: Difference, key: Difference): one is PromptDifference =>
    one.kind === 'prompt' && one.saysKey && one.part?.at.after === key.part?.at.after;
  return differences.flatMap((one): readonly ToldDifference[] => {
    if (one.kind === 'prompt' && one.saysKey) return [];
    if (one.kind !== 'option-key') return [{ one, saidIn: [] }];
    const saidIn = differences.flatMap((other) =>
      isSaid(other, one) ? [other.language ?? 'all languages'] : [],
    );
    return [{ one, saidIn }];
  });
}

/** The differences by whose they are, in the order in which they come. */
export function differenceGroups(report: ScriptDiffReport): readonly DifferenceGroup[] {
  const groups = new Map<string, Difference[]>();
  for (const one of report.diff.differences) {
    const key = keyOf(one.owner);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [one]);
    else others.push(one);
  }
  return [...groups.values()].flatMap((differences) => {
    const [first] = differences;
    if (first === undefined) return [];
    const { owner } = first;
    return [{ ...namesOf(report.diff, owner), at: placeOf(report, owner), differences }];
  });
}
