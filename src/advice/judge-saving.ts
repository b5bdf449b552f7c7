import type { OptionMove } from './change.ts';
import { gainInterval, type Gain, type GainInterval } from './saving-interval.ts';
import type { Saving } from './suggestion.ts';
import { nameAfter, type Group, type Show, type Version } from './version.ts';

/** A show under another assumption. */
export interface OtherShow {
  readonly assumption: string;
  readonly show: Show;
}

/** A group of callers, and how much sooner each of them gets what they want. */
export interface GroupGain extends Gain {
  readonly label: string;
  readonly isKnown: boolean;
}

/** Two versions of a script, and what moved from one to the other. */
export interface Step {
  readonly before: Version;
  readonly after: Version;
  readonly moves: readonly OptionMove[];
}

/** What each group gains; groups that can't be followed are left out. */
export function gainsOf({ before, after, moves }: Step): readonly GroupGain[] {
  const nameOf = nameAfter(moves);
  const gain = (group: Group, name: string): readonly GroupGain[] => {
    const then = after.groups.get(nameOf(name));
    if (group.seconds === undefined || then?.seconds === undefined) return [];
    const { calls, label, isKnown } = group;
    return [{ times: calls, seconds: group.seconds - then.seconds, label, isKnown }];
  };
  return [...before.groups].flatMap(([name, group]) => gain(group, name));
}

/** Seconds below this are rounding: nobody waits longer or shorter. */
const noticeable = 1e-9;

/** What a saving was judged by. */
export interface Judged {
  readonly saving: Saving;
  readonly interval: GainInterval;
  readonly gains: readonly GroupGain[];
}

/** Where a step was made, and by how many calls of how many it is judged. */
export interface Judging {
  readonly step: Step;
  /** Calls of the log. */
  readonly calls: number;
  /** Visits of the menu that it is about, and the choices there. */
  readonly visits: number;
  readonly choices: number;
  /** Shows versions under other models. */
  readonly others: readonly OtherShow[];
}

const saved = (show: Show, { before, after }: Step): number =>
  show(before.flow, before.demand).secondsPerCall - show(after.flow, after.demand).secondsPerCall;

/** What a change saves, how sure that is, and for whom. */
export function judgeSaving(judging: Judging): Judged {
  const { step, calls, visits, choices } = judging;
  const gains = gainsOf(step);
  const touched = gains.filter(({ seconds }) => Math.abs(seconds) > noticeable);
  const seconds = step.before.secondsPerCall - step.after.secondsPerCall;
  const total = gains.reduce((sum, { times }) => sum + times, 0);
  const interval = gainInterval(gains, Math.min(total, calls));
  const scale = calls === 0 ? 0 : total / calls;
  const share = (isMeant: (gain: GroupGain) => boolean) =>
    total === 0 ? 0 : gains.filter(isMeant).reduce((sum, { times }) => sum + times, 0) / total;
  const each = touched.length === 0 ? [0] : touched.map((gain) => gain.seconds);
  const unknown = Math.max(0, visits - choices);
  return {
    gains,
    interval,
    saving: {
      seconds,
      low: seconds - (interval.mean - interval.low) * scale,
      high: seconds + (interval.high - interval.mean) * scale,
      perVisit: visits === 0 ? 0 : (seconds * calls) / visits,
      better: share((gain) => gain.seconds > noticeable),
      worse: share((gain) => gain.seconds < -noticeable),
      unchanged: share((gain) => Math.abs(gain.seconds) <= noticeable),
      sensitivity: judging.others.map(({ assumption, show }) => ({
        assumption,
        seconds: saved(show, step),
      })),
      unknownChoices: {
        share: visits === 0 ? 0 : Math.min(1, unknown / visits),
        least: seconds + (unknown * Math.min(0, ...each)) / Math.max(1, calls),
        most: seconds + (unknown * Math.max(0, ...each)) / Math.max(1, calls),
      },
    },
  };
}
