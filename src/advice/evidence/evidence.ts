import type { CallerTimeModel } from '../caller-time-model.ts';
import type { Verdict } from '../suggestion.ts';
import type { KeyChanges } from './key-changes.ts';

/** A mean over calls with its 95 % interval, in seconds. */
export interface SecondsInterval {
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
}

/** What the calls with one reason gain. */
export interface ReasonGain {
  /** Nothing for calls that left before anything is known of them. */
  readonly reason: string | undefined;
  readonly calls: number;
  /** Seconds of listening and pressing a call. */
  readonly before: number;
  readonly after: number;
  /** What they gain; below zero what they lose. */
  readonly seconds: number;
}

/** A saving over a year. */
export interface YearlySaving {
  readonly calls: number;
  /** `log`: the log's calls for as long as it lasts, in proportion. */
  readonly basis: 'given' | 'log';
  readonly hours: { readonly mean: number; readonly low: number; readonly high: number };
  /** Minutes that lines are busy less. */
  readonly trunkMinutes: number;
}

/** How sure a change of a script saves time, and for whom. Seconds are those of callers, a call. */
export interface Evidence extends SecondsInterval {
  /** What was drawn anew to find the interval: callers with all their calls, or calls. */
  readonly drawn: 'callers' | 'calls';
  /** How sure it is that something is saved, with half a call added to each reason. */
  readonly chanceOfGain: number;
  /** Calls that reach in both scripts what they reached; all means are over them. */
  readonly calls: number;
  /** Calls of which nobody knows what they wanted, and the saving had they all wanted what gains least, or most. */
  readonly unknownReasons: {
    readonly calls: number;
    readonly share: number;
    readonly least: number;
    readonly most: number;
  };
  /** Calls that can't reach any more what they reached: they are in no mean. */
  readonly unreachable: number;
  /** Shares of the calls. */
  readonly better: number;
  readonly worse: number;
  readonly unchanged: number;
  /** By calls. */
  readonly reasons: readonly ReasonGain[];
  /** The reason whose callers lose most; nothing where none loses. */
  readonly worstHit: ReasonGain | undefined;
  readonly sensitivity: readonly { readonly assumption: string; readonly seconds: number }[];
  /** The saving for calls that had no part in the choice; nothing where no half was set aside. */
  readonly judged:
    (SecondsInterval & { readonly calls: number; readonly by: 'caller' | 'call' }) | undefined;
  readonly yearly: YearlySaving | undefined;
  /** A model, not a measurement: hang-ups in menus fewer in 1,000 calls, were the hazard a second as it is. */
  readonly hangUps: { readonly perSecond: number; readonly fewerPerThousand: number } | undefined;
  readonly keys: KeyChanges;
  /** `undefined` where nothing is saved. */
  readonly verdict: Verdict | undefined;
  /** Calls that would settle it, for `too few calls`. */
  readonly callsNeeded: number | undefined;
  readonly model: CallerTimeModel;
}
