import type { CondensedLog } from '../calls/condensed-log.ts';
import type { Calibration } from './calibration.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { ChangeKind } from './change.ts';
import type { Limits } from './ground.ts';

/** How many choices guidelines advise (Avaya: 4 to 5), and how many menus after each other (judgement). */
export const defaultLimits: Limits = { width: 5, depth: 3 };

/** What a user may say of their own callers, and of what they want to hear. */
export interface SuggestOptions {
  /** Figures that replace the defaults of the caller-time model. */
  readonly model?: Partial<CallerTimeModel>;
  /** What a log tells of them; figures of `model` go before it. */
  readonly calibration?: Calibration | undefined;
  /** The kinds of changes to look for; all where nothing is said. */
  readonly only?: readonly ChangeKind[] | undefined;
  /** The most choices of a menu, and the most menus one behind the other. */
  readonly limits?: Partial<Limits> | undefined;
  /** The most suggestions. */
  readonly most?: number | undefined;
  /** The log itself: it tells callers apart, how long they stay, and how long the log lasts. */
  readonly log?: CondensedLog | undefined;
  /** Calls a year; in proportion to the log where nothing is said. */
  readonly callsPerYear?: number | undefined;
}
