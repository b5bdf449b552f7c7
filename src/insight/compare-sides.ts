import { measuresOf, type Measure } from './measures.ts';
import { newcombeDifference, type Difference, type Share } from './newcombe.ts';
import { fewestCalls, rateOf, type Rate } from './rate.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Dimension, Slice } from './slices.ts';
import { stratified, type StratifiedDifference, type Stratum } from './strata.ts';
import { answersOf, shareAt, tallyBy, type Tally } from './tally.ts';
import { benjaminiHochberg, callsForTest, chanceOf } from './two-shares.ts';

/** The calls of one window or version, with the flow that they were replayed on. */
export interface Side {
  readonly flow: CallFlow;
  readonly slices: readonly Slice[];
}

/** What changed by one measure. Differences are second less first. */
export interface Change {
  readonly measure: string;
  readonly before: Rate;
  readonly after: Rate;
  readonly difference: Difference | undefined;
  /** The same, had both sides the same mix of reasons, or of hours. */
  readonly sameReasons: StratifiedDifference;
  readonly sameHours: StratifiedDifference;
  /** The chance of such a difference, corrected for all measures. */
  readonly corrected: number;
  /** Calls that each side of a fair test needs to find a difference like this one. */
  readonly callsNeeded: number | undefined;
  readonly verdict: 'more than chance' | 'may be chance' | 'too few calls' | 'turns round';
}

interface Counted {
  readonly share: Share;
  readonly byReason: ReadonlyMap<string, Tally>;
  readonly byHour: ReadonlyMap<string, Tally>;
}

function counted({ flow, slices }: Side, measures: readonly Measure[]): readonly Counted[] {
  // The measures of each side ask the flow of that side.
  const answers = answersOf(measuresOf(flow));
  const by = (dimension: Dimension) => tallyBy(slices, dimension, answers, measures.length);
  const [byReason, byHour] = [by('reason'), by('hour')];
  return measures.map((_, index) => {
    const share = { count: 0, of: 0 };
    for (const tally of byReason.values()) {
      const own = shareAt(tally, index);
      share.count += own.count;
      share.of += own.of;
    }
    return { share, byReason, byHour };
  });
}

function strataOf(
  second: ReadonlyMap<string, Tally>,
  first: ReadonlyMap<string, Tally>,
  measure: number,
): readonly Stratum[] {
  return [...new Set([...first.keys(), ...second.keys()])].map((stratum) => ({
    stratum,
    first: shareAt(second.get(stratum), measure),
    second: shareAt(first.get(stratum), measure),
  }));
}

/**
 * Compares two sides by every measure: as they are, and standardised to the same mix of contact reasons
 * and of hours, for another mix is no other menu.
 */
export function compareSides(before: Side, after: Side): readonly Change[] {
  const measures = measuresOf(before.flow);
  const [first, second] = [counted(before, measures), counted(after, measures)];
  const nothing: Counted = { share: { count: 0, of: 0 }, byReason: new Map(), byHour: new Map() };
  const chances = measures.map((_, index) =>
    chanceOf((first[index] ?? nothing).share, (second[index] ?? nothing).share),
  );
  const corrected = benjaminiHochberg(chances);
  return measures.map(({ title }, index): Change => {
    const [one, other] = [first[index] ?? nothing, second[index] ?? nothing];
    const [rate, then] = [
      rateOf(one.share.count, one.share.of),
      rateOf(other.share.count, other.share.of),
    ];
    const sameReasons = stratified(strataOf(other.byReason, one.byReason, index));
    const sameHours = stratified(strataOf(other.byHour, one.byHour, index));
    const chance = corrected[index] ?? 1;
    const isFew = one.share.of < fewestCalls || other.share.of < fewestCalls;
    return {
      measure: title,
      before: rate,
      after: then,
      difference: newcombeDifference(other.share, one.share),
      sameReasons,
      sameHours,
      corrected: chance,
      callsNeeded:
        rate.rate === undefined || then.rate === undefined
          ? undefined
          : callsForTest(rate.rate, then.rate),
      verdict: isFew
        ? 'too few calls'
        : sameReasons.flips || sameHours.flips
          ? 'turns round'
          : chance <= 0.05
            ? 'more than chance'
            : 'may be chance',
    };
  });
}
