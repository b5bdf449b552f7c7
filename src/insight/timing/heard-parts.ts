import type { CallFlow, FlowNode } from '../../flow/call-flow.ts';
import { promptTimeline, type PartName, type PromptTimeline } from '../../flow/prompt-timeline.ts';
import type { SpeechFigures } from '../../prompt/speech-figures.ts';
import type { LanguageShare } from '../../replay/language-shares.ts';
import type { HearingEnd, Hearings } from './hearings.ts';

/** A part of a node's prompt, and what callers did while it was being said. */
export interface HeardPart {
  readonly name: PartName;
  readonly option: number | undefined;
  /** When it begins and ends at a first hearing, in the language that most speak; seconds. */
  readonly from: number;
  readonly to: number;
  /** Hearings that came to its beginning. */
  readonly heard: number;
  /** Hearings that ended in it, by how they did. */
  readonly ended: Readonly<Record<HearingEnd, number>>;
  /** Of those that chose in it: how many chose each option, by its position. */
  readonly chose: ReadonlyMap<number, number>;
  /** What all callers together listened to of it, in seconds; and those who chose this option then. */
  readonly seconds: number;
  readonly ownSeconds: number;
}

/** What callers heard of a node's prompt. */
export interface HeardNode {
  readonly parts: readonly HeardPart[];
  readonly hearings: number;
  /** How many languages the node is heard in, where its prompts take different times in them. */
  readonly mixedLanguages: number;
  readonly timeline: PromptTimeline;
}

type Counts = { -readonly [Key in keyof HeardPart]: HeardPart[Key] } & {
  readonly ended: Record<HearingEnd, number>;
  readonly chose: Map<number, number>;
};

const nothing = (): Record<HearingEnd, number> => ({
  ...{ chose: 0, entered: 0, left: 0, silent: 0, unknown: 0, went: 0, cut: 0, lost: 0 },
});

const rankOf: Readonly<Record<PartName, number>> = {
  ...{ before: 0, retry: 1, header: 2, prompt: 2, option: 3, closing: 4, after: 5 },
};

/** What makes two parts the same in all languages and at every hearing. */
const keyOf = (name: PartName, option: number | undefined): string => `${name} ${option ?? ''}`;

const mostSpoken = (languages: readonly LanguageShare[]): LanguageShare | undefined =>
  languages.reduce<LanguageShare | undefined>(
    (most, one) => (most === undefined || one.share > most.share ? one : most),
    undefined,
  );

const isSameTimeline = (a: PromptTimeline, b: PromptTimeline): boolean =>
  a.parts.length === b.parts.length &&
  a.parts.every(({ name, option, to }, index) => {
    const other = b.parts[index];
    return other?.name === name && other.option === option && other.to === to;
  });

/**
 * Joins the hearings of a node with its prompt: which part was being said when each ended. A log doesn't
 * tell in which language a hearing was. Where the prompt takes different times in several, every hearing
 * counts in all of them by their shares, and the counts are expectations.
 */
export function heardParts(
  { script }: Pick<CallFlow, 'script'>,
  { node }: Pick<FlowNode, 'node'>,
  hearings: readonly Hearings[],
  languages: readonly LanguageShare[],
  figures: SpeechFigures,
): HeardNode {
  const timelineIn = (language: string, again?: Hearings['again']) =>
    promptTimeline(script, node, language, figures, again);
  const main = mostSpoken(languages)?.language ?? script.language;
  const first = timelineIn(main);
  const mixed = languages.filter(
    ({ language }) => !isSameTimeline(first, timelineIn(language)),
  ).length;
  const spoken = mixed === 0 ? [{ language: main, share: 1 }] : languages;
  const timelines = spoken.map(({ language, share }) => ({
    share,
    by: {
      first: timelineIn(language),
      noInput: timelineIn(language, 'noInput'),
      noMatch: timelineIn(language, 'noMatch'),
    },
  }));

  const parts = new Map<string, Counts>();
  const open = ({ parts: own }: PromptTimeline): void => {
    for (const { name, option, from, to } of own) {
      const key = keyOf(name, option);
      if (parts.has(key)) continue;
      const counts = { heard: 0, ended: nothing(), chose: new Map<number, number>() };
      const listened = { seconds: 0, ownSeconds: 0 };
      parts.set(key, { name, option, from, to, ...counts, ...listened });
    }
  };
  open(first);
  for (const { by } of timelines) for (const own of Object.values(by)) open(own);

  let all = 0;
  for (const { again, end, option, seconds, times } of hearings) {
    all += times;
    for (const { share, by } of timelines) {
      const weight = times * share;
      for (const part of by[again ?? 'first'].parts) {
        if (seconds < part.from) break;
        const counts = parts.get(keyOf(part.name, part.option));
        if (counts === undefined) continue;
        counts.heard += weight;
        const listened = weight * (Math.min(seconds, part.to) - part.from);
        counts.seconds += listened;
        if (option !== undefined && option === part.option) counts.ownSeconds += listened;
        if (seconds >= part.to) continue;
        counts.ended[end] += weight;
        if (end === 'chose' && option !== undefined)
          counts.chose.set(option, (counts.chose.get(option) ?? 0) + weight);
      }
    }
  }
  // Parts keep the order in which they are said; what is said when asking again comes before the prompt.
  const order = [...parts.values()].sort(
    (a, b) => rankOf[a.name] - rankOf[b.name] || (a.option ?? 0) - (b.option ?? 0),
  );
  return {
    parts: order.filter(({ heard, option }) => heard > 0 || option !== undefined),
    hearings: all,
    mixedLanguages: mixed === 0 ? 0 : languages.length,
    timeline: first,
  };
}
