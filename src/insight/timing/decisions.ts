import type { CallFlow, FlowNode } from '../../flow/call-flow.ts';
import { promptTimeline, type PromptPart } from '../../flow/prompt-timeline.ts';
import type { SpeechFigures } from '../../prompt/speech-figures.ts';
import type { LanguageShare } from '../../replay/language-shares.ts';
import type { Counted } from '../quantile.ts';
import type { Hearings } from './hearings.ts';

/**
 * Why it can't be known when an option had been said: the menu names none (`silent`), a length is missing
 * (`unknown`), its options can't be told apart (`one-recording`, `one-text`), or they end at other moments
 * in other languages (`languages`).
 */
export type UntimedReason = 'silent' | 'unknown' | 'one-recording' | 'one-text' | 'languages';

/** When callers pressed the key of an option, at a first hearing of its menu. */
export interface OptionPresses {
  readonly option: number;
  /** From coming to the menu to the press, in seconds. */
  readonly pressedAt: readonly Counted[];
  /** When it is said, where that is known; nothing for an option that isn't said. */
  readonly part: PromptPart | undefined;
}

/** When callers chose at a menu. */
export interface Decisions {
  readonly options: readonly OptionPresses[];
  /** When everything has been said. */
  readonly saidBy: number;
  readonly untimed: UntimedReason | undefined;
}

/** With more than this share of visits in other languages, ends of options are those of no one. */
const mostOtherLanguages = 0.05;
/** Ends of options that differ by less than this between languages are one, in seconds. */
const sameMoment = 0.25;

/**
 * The presses at a menu, by option, against the second in which the option had been said. First hearings
 * only: what is said before asking again is less certain. Nothing for a node that is no menu.
 */
export function decisionsAt(
  { script }: Pick<CallFlow, 'script'>,
  { node }: Pick<FlowNode, 'node'>,
  hearings: readonly Hearings[],
  languages: readonly LanguageShare[],
  figures: SpeechFigures,
): Decisions | undefined {
  if (node.kind !== 'menu') return undefined;
  const sorted = [...languages].sort((a, b) => b.share - a.share);
  const main = sorted[0]?.language ?? script.language;
  const timeline = promptTimeline(script, node, main, figures);
  const partOf = (option: number, parts: readonly PromptPart[]) =>
    parts.find((part) => part.option === option);
  const others = sorted.slice(1).filter(({ language }) => {
    const { parts, separation } = promptTimeline(script, node, language, figures);
    return (
      separation !== timeline.separation ||
      node.options.some((_, option) => {
        const [one, other] = [partOf(option, parts), partOf(option, timeline.parts)];
        return Math.abs((one?.saidBy ?? 0) - (other?.saidBy ?? 0)) > sameMoment;
      })
    );
  });
  const otherShare = others.reduce((sum, { share }) => sum + share, 0);
  const untimed =
    timeline.separation !== 'apart'
      ? timeline.separation
      : !timeline.isKnown
        ? 'unknown'
        : otherShare > mostOtherLanguages
          ? 'languages'
          : undefined;
  const presses = node.options.map((_, option): OptionPresses => ({
    option,
    pressedAt: hearings
      .filter(({ again, end, option: own }) => !again && end === 'chose' && own === option)
      .map(({ seconds, times }) => ({ value: seconds, times })),
    part: untimed === undefined ? partOf(option, timeline.parts) : undefined,
  }));
  return { options: presses, saidBy: timeline.seconds, untimed };
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
