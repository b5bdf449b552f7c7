import { canInterrupt } from '../../flow/can-interrupt.ts';
import type { CallFlow, FlowNode } from '../../flow/call-flow.ts';
import {
  promptTimeline,
  type PromptPart,
  type PromptTimeline,
} from '../../flow/prompt-timeline.ts';
import type { SpeechFigures } from '../../prompt/speech-figures.ts';
import type { LanguageShare } from '../../replay/language-shares.ts';
import { quantileOf, type Counted, type Quantile } from '../quantile.ts';
import type { Hearings } from './hearings.ts';

/**
 * Why it can't be known when an option had been said: the menu names none (`silent`), a length is missing
 * (`unknown`), or its options can't be told apart (`one-recording`, `one-text`).
 */
export type UntimedReason = 'silent' | 'unknown' | 'one-recording' | 'one-text';

/** When callers pressed the key of an option, at a first hearing of its menu. */
export interface OptionPresses {
  readonly option: number;
  /** From coming to the menu to the press, in seconds. */
  readonly pressedAt: readonly Counted[];
  /** When it is said, where that is known; nothing for an option that isn't said. */
  readonly part: PromptPart | undefined;
  /** The share of its presses in languages in which it is said at another moment. */
  readonly otherShare: number;
}

/** When callers chose at a menu. */
export interface Decisions {
  readonly options: readonly OptionPresses[];
  /** When everything has been said. */
  readonly saidBy: number;
  readonly untimed: UntimedReason | undefined;
  /** Whether callers can press before everything has been said. */
  readonly interrupts: boolean;
}

/** Ends of options that differ by less than this between languages are one, in seconds. */
const sameMoment = 0.25;

/** What is known of the languages at a menu. */
export interface SpokenAt {
  /** Of the visits. */
  readonly shares: readonly LanguageShare[];
  /** Of those who chose an option. */
  readonly ofOption: (option: number) => readonly LanguageShare[];
}

const partOf = (option: number, { parts }: PromptTimeline) =>
  parts.find((part) => part.option === option);

/**
 * The presses at a menu, by option, against the second in which the option had been said in the language
 * that most visits were in; of a menu that can't be interrupted, against its end. First hearings only: what is said before asking again is less certain. Nothing
 * for a node that is no menu.
 */
export function decisionsAt(
  { script }: Pick<CallFlow, 'script'>,
  { node }: Pick<FlowNode, 'node'>,
  hearings: readonly Hearings[],
  { shares, ofOption }: SpokenAt,
  figures: SpeechFigures,
): Decisions | undefined {
  if (node.kind !== 'menu') return undefined;
  const [most] = [...shares].sort((a, b) => b.share - a.share);
  const main = most?.language ?? script.language;
  const timelines = new Map<string, PromptTimeline>();
  const timelineIn = (language: string): PromptTimeline => {
    const known = timelines.get(language) ?? promptTimeline(script, node, language, figures);
    timelines.set(language, known);
    return known;
  };
  const timeline = timelineIn(main);
  const untimed =
    timeline.separation !== 'apart'
      ? timeline.separation
      : timeline.isKnown
        ? undefined
        : 'unknown';
  const interrupts = canInterrupt(script, node);
  // Where nobody can press before the end, the clock begins there.
  const decidable = (part: PromptPart | undefined): PromptPart | undefined =>
    part === undefined || interrupts ? part : { ...part, saidBy: timeline.seconds };
  const otherShare = (option: number): number => {
    const end = partOf(option, timeline)?.saidBy ?? 0;
    return ofOption(option)
      .filter(({ language }) => {
        const other = timelineIn(language);
        const saidBy = partOf(option, other)?.saidBy ?? 0;
        return other.separation !== 'apart' || Math.abs(saidBy - end) > sameMoment;
      })
      .reduce((sum, { share }) => sum + share, 0);
  };
  const presses = node.options.map((_, option): OptionPresses => ({
    option,
    pressedAt: hearings
      .filter(
        ({ again, end, option: own }) => again === undefined && end === 'chose' && own === option,
      )
      .map(({ seconds, times }) => ({ value: seconds, times })),
    part: untimed === undefined ? decidable(partOf(option, timeline)) : undefined,
    otherShare: otherShare(option),
  }));
  return { options: presses, saidBy: timeline.seconds, untimed, interrupts };
}

/** Presses of an option by when they came. */
export interface PressTiming {
  readonly presses: number;
  /** Before the option began to be said: by heart, or without listening. */
  readonly before: number;
  /** While it was being said. */
  readonly during: number;
  /** From the end of its words to the press, in seconds, of the others. */
  readonly latencies: readonly Counted[];
}

/** Sorts the presses of an option by the second in which it was said; nothing where that isn't known. */
export function timePresses({ pressedAt, part }: OptionPresses): PressTiming | undefined {
  if (part === undefined) return undefined;
  const count = (isMeant: (seconds: number) => boolean): number =>
    pressedAt.reduce((sum, { value, times }) => sum + (isMeant(value) ? times : 0), 0);
  return {
    presses: count(() => true),
    before: count((seconds) => seconds < part.from),
    during: count((seconds) => seconds >= part.from && seconds < part.saidBy),
    latencies: pressedAt
      .filter(({ value }) => value >= part.saidBy)
      .map(({ value, times }) => ({ value: value - part.saidBy, times })),
  };
}

/** Above this share of presses in other languages nothing is said of when an option was decided (judgement). */
export const mostInOthers = 0.2;
/** Up to this share they are passed over (judgement). */
export const fewInOthers = 0.01;

/**
 * The middle decision time at an option: from the end of its words to the press, of those who pressed after
 * it. A log doesn't tell in which language a press was. Where a share e of the presses was in languages in
 * which the option ends at another moment, the middle of the others lies between the quantiles (1 − e)/2 and
 * (1 + e)/2 of all (J. L. Horowitz & C. F. Manski, Econometrica 63, 1995, 281–302), so the interval goes
 * from the lower end of the one to the upper end of the other. Nothing where too many were in others.
 */
export function decisionTime(option: OptionPresses): Quantile | undefined {
  const timing = timePresses(option);
  const { otherShare: other } = option;
  if (timing === undefined || other > mostInOthers) return undefined;
  const middle = quantileOf(timing.latencies, 0.5);
  if (middle === undefined || other <= fewInOthers) return middle;
  const low = quantileOf(timing.latencies, (1 - other) / 2);
  const high = quantileOf(timing.latencies, (1 + other) / 2);
  return { value: middle.value, low: low?.low ?? middle.low, high: high?.high ?? middle.high };
}
