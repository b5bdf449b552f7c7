import type { MenuRank } from '../optimise/menu-problem.ts';
import type { Language } from '../script/values.ts';
import { phrasesOf } from './design-phrases.ts';
import { joinedNames } from './option-text.ts';
import { textsIn, type WantedReason } from './wanted-reason.ts';

/** What categories are called. Reasons are given by their positions, in ascending order. */
export interface CategoryNames {
  readonly nameOf: (language: Language, leaves: readonly number[], rank: MenuRank) => string;
  /** The names of all groups. */
  readonly groups: (language: Language) => readonly string[];
}

type Groups = ReadonlyMap<string, readonly number[]>;

/** The reasons that are in a group, by group. */
function byGroup(reasons: readonly WantedReason[], leaves: Iterable<number>): Groups {
  const groups = new Map<string, number[]>();
  for (const leaf of leaves) {
    const group = reasons[leaf]?.group;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), leaf]);
  }
  return groups;
}

/**
 * Names categories. One in the first menu has the name of its group where groups are kept, or where it
 * holds most of its calls. Else it is called after what is in it, most wanted first: whole groups by
 * their names, single reasons by their labels.
 */
export function categoryNames(
  reasons: readonly WantedReason[],
  groupsAre: 'any' | 'kept',
): CategoryNames {
  const groups = byGroup(reasons, reasons.keys());
  const callsOf = (leaves: readonly number[]) =>
    leaves.reduce((sum, leaf) => sum + (reasons[leaf]?.calls ?? 0), 0);
  const textsOf = (language: Language, leaf: number) => {
    const reason = reasons[leaf];
    return reason && textsIn(reason, language);
  };
  const groupName = (language: Language, leaves: readonly number[]): string => {
    const told = leaves.flatMap((leaf) => textsOf(language, leaf)?.group ?? []);
    return told[0] ?? reasons[leaves[0] ?? 0]?.group ?? '';
  };
  /** At most one place in the first menu holds most of a group's calls, or all that it has there. */
  const holdsMost = (members: readonly number[], all: readonly number[]): boolean =>
    groupsAre === 'kept' || (members.length > 1 && 2 * callsOf(members) > callsOf(all));

  return {
    groups: (language) => [...groups.values()].map((members) => groupName(language, members)),
    nameOf(language, leaves, rank) {
      const named = [...byGroup(reasons, leaves)].flatMap(([group, members]) => {
        const all = groups.get(group) ?? [];
        const isNamed =
          members.length === all.length || (rank === 'first' && holdsMost(members, all));
        return isNamed ? [members] : [];
      });
      const inNamed = new Set(named.flat());
      const parts = [
        ...named.map((members) => ({
          name: groupName(language, members),
          calls: callsOf(members),
        })),
        ...leaves
          .filter((leaf) => !inNamed.has(leaf))
          .map((leaf) => ({
            name: textsOf(language, leaf)?.label ?? '',
            calls: callsOf([leaf]),
          })),
      ];
      const names = parts.sort((a, b) => b.calls - a.calls).map(({ name }) => name);
      const phrases = phrasesOf(language);
      return phrases === undefined ? (names[0] ?? '') : joinedNames(names, language, phrases);
    },
  };
}
