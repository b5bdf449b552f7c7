import type { MenuRank } from '../optimise/menu-problem.ts';
import { readingSeconds } from '../prompt/reading-time.ts';
import type { Language } from '../script/values.ts';
import { categoryNames, type CategoryNames } from './category-names.ts';
import type { DesignModel } from './design-options.ts';
import { phrasesOf } from './design-phrases.ts';
import { keyPhraseText, optionText } from './option-text.ts';
import { textsIn, type WantedReason } from './wanted-reason.ts';

/** Names and lengths of all options that a menu can have, in each language. */
export interface Labels {
  readonly categoryName: CategoryNames['nameOf'];
  readonly leafSeconds: (language: Language, leaf: number) => number;
  readonly categorySeconds: (
    language: Language,
    leaves: readonly number[],
    rank: MenuRank,
  ) => number;
  /** The least and the most seconds that a category takes to say. */
  readonly categoryRange: (language: Language) => SecondsRange;
  /** How long the option for a person takes. */
  readonly personSeconds: (language: Language) => number;
}

interface SecondsRange {
  readonly least: number;
  readonly most: number;
}

/** A search asks for the same categories again and again, and for very many. */
const mostKnown = 50_000;

const seconds = (text: string | undefined, language: Language): number =>
  readingSeconds(text ?? '', language);
const optionSeconds = (name: string, language: Language): number =>
  seconds(optionText(language, name, '1'), language);

/** Between what any category of these groups and these single reasons takes to say. */
function rangeOf(
  groups: readonly string[],
  labels: readonly string[],
  language: Language,
): SecondsRange {
  const phrases = phrasesOf(language);
  const names = [...groups, ...labels].sort((a, b) => seconds(a, language) - seconds(b, language));
  // A category is named by one group, or by two names at least.
  const pair = names.slice(0, 2).reduce((sum, name) => sum + seconds(name, language), 0);
  const long = names.slice(-3).reduce((sum, name) => sum + seconds(name, language), 0);
  const around = optionSeconds('1', language) - seconds('1', language);
  const joints = seconds(
    `${phrases?.and ?? ''} ${phrases?.comma ?? ''} ${phrases?.more ?? ''}`,
    language,
  );
  // A label with a beginning of its own ("To pay a bill") takes no other words for it.
  const bare = seconds(phrases?.press.split('{label}').join('').split('{key}').join('1'), language);
  const alone = groups.map((name) => optionSeconds(name, language));
  return {
    least: Math.min(...alone, Math.min(bare, around) + pair),
    most: Math.max(bare, around) + long + joints,
  };
}

/** What options are called and how long they take; where one length is set for all of them, that. */
export function labelsFor(
  reasons: readonly WantedReason[],
  { labelSeconds }: DesignModel,
  groupsAre: 'any' | 'kept',
): Labels {
  const names = categoryNames(reasons, groupsAre);
  const known = new Map<string, number>();
  return {
    categoryName: names.nameOf,
    leafSeconds(language, leaf) {
      const reason = reasons[leaf];
      const told = reason && textsIn(reason, language);
      return told?.seconds ?? labelSeconds ?? optionSeconds(told?.label ?? '', language);
    },
    categorySeconds(language, leaves, rank) {
      if (labelSeconds !== undefined) return labelSeconds;
      const key = `${language} ${rank} ${leaves.join()}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const now = optionSeconds(names.nameOf(language, leaves, rank), language);
      if (known.size >= mostKnown) known.clear();
      known.set(key, now);
      return now;
    },
    categoryRange(language) {
      if (labelSeconds !== undefined) return { least: labelSeconds, most: labelSeconds };
      const labels = reasons.map((reason) => textsIn(reason, language)?.label ?? '');
      return rangeOf(names.groups(language), labels, language);
    },
    personSeconds: (language) =>
      labelSeconds ?? seconds(keyPhraseText(phrasesOf(language)?.person ?? '', '0'), language),
  };
}
