import { promptTimeline } from '../../flow/prompt-timeline.ts';
import type { SpeechFigures } from '../../prompt/speech-figures.ts';
import type { InsightInput } from '../insight.ts';
import { quantileOf } from '../quantile.ts';
import type { TimedNode } from './timing-of.ts';

/** A prompt of which the log tells how long it takes to say. */
export interface SpokenPrompt {
  readonly node: string;
  /** Hearings to its end. */
  readonly hearings: number;
  /** What its text takes at the usual speed, and what it took: seconds of words alone. */
  readonly reckoned: number;
  readonly took: number;
}

/** Fewer hearings than this don't tell how long a prompt takes (judgement). */
const fewestHearings = 30;
/** A shorter text tells too little of how fast it is read, in seconds (judgement). */
const shortestText = 1;

/**
 * The prompts that a log times: announcements after which the call went on by itself, and menus and
 * questions at which callers stayed silent, less the wait that the script names. The middle one of all such
 * hearings counts, less what doesn't depend on reading: pauses, recordings, the silence before.
 */
export function spokenPrompts(
  { flow }: Pick<InsightInput, 'flow'>,
  timed: readonly TimedNode[],
  figures: SpeechFigures,
): readonly SpokenPrompt[] {
  const { script } = flow;
  return timed.flatMap(({ node: { id, node }, hearings, languages, heard }): SpokenPrompt[] => {
    const [main] = languages;
    if (heard.mixedLanguages > 0 || main === undefined || !heard.timeline.isKnown) return [];
    const isMessage = node.kind === 'announcement';
    const asks = node.kind === 'menu' || node.kind === 'collect';
    if (!isMessage && !asks) return [];
    const wait = asks ? (node.noInput?.wait ?? script.defaults?.noInput?.wait) : 0;
    if (wait === undefined) return [];
    const at = (textTimeFactor: number) =>
      promptTimeline(script, node, main.language, { ...figures, textTimeFactor }).seconds;
    const reckoned = at(2) - at(1);
    if (reckoned < shortestText) return [];
    const whole = hearings.filter(
      ({ again, end }) => again === undefined && end === (isMessage ? 'went' : 'silent'),
    );
    const count = whole.reduce((sum, { times }) => sum + times, 0);
    const middle = quantileOf(
      whole.map(({ seconds, times }) => ({ value: seconds, times })),
      0.5,
    );
    if (count < fewestHearings || middle === undefined) return [];
    const took = middle.value - (at(1) - reckoned) - wait;
    return [{ node: id, hearings: count, reckoned, took }];
  });
}
