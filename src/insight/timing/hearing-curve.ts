import type { InsightInput } from '../insight.ts';
import type { Rate } from '../rate.ts';
import { nodesWithLoss } from './listening.ts';
import { partLabel } from './part-label.ts';
import type { TimedNode } from './timing-of.ts';

/** What callers did in one second of their first hearing of a prompt. */
export interface HearingSecond {
  readonly second: number;
  /** Callers whose hearing still went on when it began. */
  readonly there: number;
  /** Those of them who hung up in it, and who chose or entered something. */
  readonly left: number;
  readonly chose: number;
}

/** A stretch of a prompt on the same clock. */
export interface SaidPart {
  readonly label: string;
  readonly isOption: boolean;
  readonly from: number;
  readonly to: number;
}

/** The first hearings of a prompt, second by second, with what was being said. */
export interface HearingCurve {
  readonly node: string;
  readonly hearings: number;
  readonly seconds: readonly HearingSecond[];
  /** Nothing where it isn't known what is said when. */
  readonly parts: readonly SaidPart[];
  /** Drop-outs, of all who hung up here: others had been served. */
  readonly loss: Rate;
  /** True where the prompt takes other times in other languages: parts are those of most callers'. */
  readonly isMixed: boolean;
}

/** Hearings that outlast the prompt by more are few and long: the clock stops here, in seconds. */
const longestTail = 10;
const longest = 180;

function partsOf({ node, heard }: TimedNode): readonly SaidPart[] {
  const { timeline } = heard;
  if (!timeline.isKnown || timeline.separation !== 'apart') return [];
  return timeline.parts
    .filter(({ name }) => name !== 'before' && name !== 'after')
    .map(({ name, option, from, saidBy }) => ({
      label: partLabel(node, { name, option }),
      isOption: name === 'option',
      from,
      to: saidBy,
    }));
}

function secondsOf({ hearings, heard }: TimedNode): readonly HearingSecond[] {
  const first = hearings.filter(({ again }) => again === undefined);
  const last = first.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  const said = heard.timeline.seconds + longestTail;
  const end = Math.max(1, Math.ceil(Math.min(last + 1e-9, said, longest)));
  const counts = Array.from({ length: end }, () => ({ ended: 0, left: 0, chose: 0 }));
  let there = 0;
  for (const { seconds, end: how, times } of first) {
    there += times;
    const count = counts[Math.floor(seconds)];
    if (count === undefined) continue;
    count.ended += times;
    if (how === 'left') count.left += times;
    if (how === 'chose' || how === 'entered') count.chose += times;
  }
  return counts.map(({ ended, left, chose }, second) => {
    const before = there;
    there -= ended;
    return { second, there: before, left, chose };
  });
}

/**
 * The prompts at which callers are lost, second by second of a first hearing; those that lose most come
 * first. Nodes are those that the insight on listening tells of.
 */
export function hearingCurves(input: InsightInput): readonly HearingCurve[] {
  return nodesWithLoss(input)
    .map(({ timed, loss }) => ({
      node: timed.node.id,
      hearings: timed.hearings.reduce(
        (sum, { again, times }) => sum + (again === undefined ? times : 0),
        0,
      ),
      seconds: secondsOf(timed),
      parts: partsOf(timed),
      loss,
      isMixed: timed.heard.mixedLanguages > 0,
    }))
    .sort((a, b) => b.loss.count - a.loss.count);
}
