import type { ScriptBound } from './bound/script-bound.ts';
import type { NodeId } from '../script/names.ts';
import type { Calibration } from './calibration.ts';
import type { CallerTime } from './caller-time.ts';
import type { Change, ChangeKind } from './change.ts';
import type { Evidence } from './evidence/evidence.ts';

/** What a change saves, under the caller-time model. Seconds a call are over all calls of the log. */
export interface Saving {
  readonly seconds: number;
  /** The 95 % interval of what chance could make of it; no other doubt is in it. */
  readonly low: number;
  readonly high: number;
  /** Seconds for each visit to this menu. */
  readonly perVisit: number;
  /** Shares of those who chose: they wait less, more, or as long as before. */
  readonly better: number;
  readonly worse: number;
  readonly unchanged: number;
  /** The saving were it otherwise than the model assumes. */
  readonly sensitivity: readonly { readonly assumption: string; readonly seconds: number }[];
  /** The saving if those who chose nothing had all wanted what gains least, or most. */
  readonly unknownChoices: {
    readonly share: number;
    readonly least: number;
    readonly most: number;
  };
}

/**
 * `supported`: the interval lies above zero. `too few calls`: it doesn't, or fewer than 30 calls chose
 * here. `depends on assumptions`: under another reasonable assumption nothing is saved. `not counted in
 * seconds`: callers are helped otherwise; see `grounds`.
 */
export type Verdict =
  'supported' | 'too few calls' | 'depends on assumptions' | 'not counted in seconds';

/** A change that helps callers, with its evidence. */
export interface Suggestion {
  /** From 1, as they are listed. */
  readonly number: number;
  readonly kind: ChangeKind;
  /** The menu or the node that it is about. */
  readonly node: NodeId;
  /** What is done, as an order in one line. */
  readonly title: string;
  /** Numbers of suggestions that must be followed for this one to fit; their own are among them. */
  readonly buildsOn: readonly number[];
  readonly change: Change;
  readonly saving: Saving;
  /** Calls that came to this menu. */
  readonly calls: number;
  /** Whose wait grows most, and by how many seconds. */
  readonly worstHit: { readonly label: string; readonly seconds: number } | undefined;
  /** Choices whose key changes, as a share of all choices here: callers who know it by heart. */
  readonly changedKeyShare: number;
  /** For a new order: true when no other order that keeps the pinned places is better. */
  readonly optimal: boolean | undefined;
  readonly verdict: Verdict;
  /** Calls that would settle it, for `too few calls`. */
  readonly callsNeeded: number | undefined;
  /** What speaks for a change that isn't made for its seconds, in sentences. */
  readonly grounds?: readonly string[];
  /** The saving call by call; nothing where a log tells counts of choices and no calls. */
  readonly evidence: Evidence | undefined;
}

/** Why nothing is suggested where something could be expected. */
export interface AdviceNote {
  readonly reason:
    | 'no-calls'
    | 'log-does-not-fit'
    | 'unknown-reasons'
    | 'no-barge-in'
    | 'protected-menu'
    | 'same-key-twice'
    | 'unknown-length'
    | 'not-said-here'
    | 'one-recording'
    | 'one-text'
    | 'unknown-choices';
  readonly node: NodeId | undefined;
  readonly message: string;
}

/** What to change in a menu, by what it saves, largest first. */
export interface Advice {
  readonly current: CallerTime;
  readonly suggestions: readonly Suggestion[];
  /** With all suggestions followed, under the same demand. */
  readonly after: CallerTime;
  /** Seconds a call after each suggestion, with those before it followed. */
  readonly secondsAfter?: readonly number[];
  /**
   * What no arrangement of the options can be below, with the words of today's menu or of any that the
   * suggestions lead to; nothing where only counts are known, not calls.
   */
  readonly bound?: ScriptBound | undefined;
  /** Seconds a call of the best arrangement of today's options that a search found. */
  readonly bestFound?: number | undefined;
  readonly notes: readonly AdviceNote[];
  /** What the figures of the model were measured by; nothing where they are the usual ones. */
  readonly calibration?: Calibration | undefined;
}
