import { readingSeconds } from '../prompt/reading-time.ts';
import type { Language } from '../script/values.ts';
import type { DesignModel } from './design-options.ts';
import { phrasesOf } from './design-phrases.ts';
import { joinedNames, keyPhraseText, optionText } from './option-text.ts';
import type { WantedReason } from './wanted-reason.ts';

/** Names and lengths of all options that a menu can have, in each language. */
export interface Labels {
  /** What a category of these reasons (by position, ascending) is called. */
  readonly categoryName: (
    language: Language,
    leaves: readonly number[],
    isInFirst: boolean,
  ) => string;
  readonly leafSeconds: (language: Language, leaf: number) => number;
  readonly categorySeconds: (
    language: Language,
    leaves: readonly number[],
    isInFirst: boolean,
  ) => number;
  /** No category takes less, or more, to say than this. */
  readonly categoryRange: (language: Language) => { readonly least: number; readonly most: number };
  /** Of the option for a person. */
  readonly personSeconds: (language: Language) => number;
}

/** A search asks for the same categories again and again, and for very many. */
const mostKnown = 50_000;

/** The text of a reason in a language of its table. */
export const textsIn = ({ texts }: WantedReason, language: Language) =>
  texts.find((one) => one.language === language);

const seconds = (text: string | undefined, language: Language): number =>
  readingSeconds(text ?? '', language);

/**
 * What options are called and how long they take. A category in the first menu has the name of its group
 * where groups are kept, or where it holds most of its calls. Else it is called after what is in it, most
 * wanted first: whole groups by their names, single reasons by their labels.
 */
export function labelsFor(
  reasons: readonly WantedReason[],
  { labelSeconds }: DesignModel,
  groupsAre: 'any' | 'kept',
): Labels {
  const groupOf = (leaf: number) => reasons[leaf]?.group;
  const groupMembers = new Map<string, number[]>();
  reasons.forEach(({ group }, leaf) => {
    if (group !== undefined) groupMembers.set(group, [...(groupMembers.get(group) ?? []), leaf]);
  });
  const callsOf = (leaves: readonly number[]) =>
    leaves.reduce((sum, leaf) => sum + (reasons[leaf]?.calls ?? 0), 0);
  const groupName = (language: Language, leaves: readonly number[]): string => {
    const told = leaves.flatMap((leaf) => {
      const reason = reasons[leaf];
      return (reason && textsIn(reason, language)?.group) ?? [];
    });
    return told[0] ?? groupOf(leaves[0] ?? 0) ?? '';
  };
  const categoryName = (language: Language, leaves: readonly number[], isInFirst: boolean) => {
    const byGroup = new Map<string, number[]>();
    for (const leaf of leaves) {
      const group = groupOf(leaf);
      if (group === undefined) continue;
      byGroup.set(group, [...(byGroup.get(group) ?? []), leaf]);
    }
    /** At most one place in the first menu holds most of a group's calls, or all that it has there. */
    const holdsMost = (members: readonly number[]) =>
      isInFirst &&
      (groupsAre === 'kept' ||
        (members.length > 1 &&
          2 * callsOf(members) > callsOf(groupMembers.get(groupOf(members[0] ?? 0) ?? '') ?? [])));
    const named = [...byGroup.entries()].filter(
      ([group, members]) =>
        members.length === groupMembers.get(group)?.length || holdsMost(members),
    );
    const inNamed = new Set(named.flatMap(([, members]) => members));
    const parts = [
      ...named.map(([, members]) => ({
        name: groupName(language, members),
        calls: callsOf(members),
      })),
      ...leaves
        .filter((leaf) => !inNamed.has(leaf))
        .map((leaf) => {
          const reason = reasons[leaf];
          const label = (reason && textsIn(reason, language)?.label) ?? '';
          return { name: label, calls: reason?.calls ?? 0 };
        }),
    ].sort((a, b) => b.calls - a.calls);
    const phrases = phrasesOf(language);
    const names = parts.map(({ name }) => name);
    return phrases === undefined ? (names[0] ?? '') : joinedNames(names, language, phrases);
  };
  const known = new Map<string, number>();
  return {
    categoryName,
    leafSeconds: (language, leaf) => {
      const reason = reasons[leaf];
      const told = reason && textsIn(reason, language);
      const text = optionText(language, told?.label ?? '', '1');
      return told?.seconds ?? labelSeconds ?? seconds(text, language);
    },
    categorySeconds: (language, leaves, isInFirst) => {
      if (labelSeconds !== undefined) return labelSeconds;
      const key = `${language} ${isInFirst ? 1 : 0} ${leaves.join()}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const name = categoryName(language, leaves, isInFirst);
      const now = seconds(optionText(language, name, '1'), language);
      if (known.size >= mostKnown) known.clear();
      known.set(key, now);
      return now;
    },
    categoryRange: (language) => {
      if (labelSeconds !== undefined) return { least: labelSeconds, most: labelSeconds };
      const phrases = phrasesOf(language);
      const bySeconds = (names: readonly string[]) =>
        names.toSorted((a, b) => seconds(a, language) - seconds(b, language));
      const groups = [...groupMembers.values()].map((members) => groupName(language, members));
      const labels = reasons.map((reason) => textsIn(reason, language)?.label ?? '');
      const names = bySeconds([...groups, ...labels]);
      const told = (name: string) => seconds(optionText(language, name, '1'), language);
      // A category is named by one group, or by two names at least.
      const pair = names.slice(0, 2).reduce((sum, name) => sum + seconds(name, language), 0);
      const long = names.slice(-3).reduce((sum, name) => sum + seconds(name, language), 0);
      const around = told('1') - seconds('1', language);
      const joints = seconds(
        `${phrases?.and ?? ''} ${phrases?.comma ?? ''} ${phrases?.more ?? ''}`,
        language,
      );
      // A label with a beginning of its own ("To pay a bill") takes no other words for it.
      const bare = seconds(
        phrases?.press.split('{label}').join('').split('{key}').join('1'),
        language,
      );
      return {
        least: Math.min(...groups.map(told), Math.min(bare, around) + pair),
        most: Math.max(bare, around) + long + joints,
      };
    },
    personSeconds: (language) =>
      labelSeconds ?? seconds(keyPhraseText(phrasesOf(language)?.person ?? '', '0'), language),
  };
}
