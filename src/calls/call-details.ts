import type { SpanAt } from '../routing/zone-span.ts';

/** What is to be known of the calls of a log beyond their paths. */
export interface DetailRequest {
  /** The zone in which hours and weekdays are told, and its distance from UTC around a moment. */
  readonly zone: string;
  readonly spanAt: SpanAt;
  /** Moments (milliseconds since 1970, UTC) that part the log into windows, in order; a call is where it begins. */
  readonly cuts: readonly number[];
}

/** Which calls are counted at all; all where nothing is said. A call is where it begins. */
export interface CallSelection {
  /** Milliseconds since 1970, UTC; `to` is the first moment that no longer belongs to them. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only calls under this version of the script, as the column `script` names it. */
  readonly script?: string | undefined;
}

/** Calls that have these things in common. */
export interface CallGroup {
  /** Of the wall clock at which they began: 0 to 23, and 1 for Monday to 7 for Sunday. */
  readonly hour: number;
  readonly weekday: number;
  /** How many of the cuts lie before them. */
  readonly window: number;
  /** The version of the script that the log names; empty where it names none. */
  readonly script: string;
}

/** How often calls waited first at a queue's node so long after their beginning. */
export interface QueueDelay {
  readonly node: string;
  /** Whole milliseconds, cut to three significant digits; see `dwellBucket`. */
  readonly ms: number;
  readonly times: number;
}

/** The calls of which the log names the caller; one entry a call in each list. */
export interface CallerCalls {
  /** A number that stands for the caller: a keyed hash, never the number that they called from. */
  readonly caller: Float64Array;
  /** When the call began: milliseconds since 1970, UTC. */
  readonly at: Float64Array;
  /** Its path, as position in `variants`. */
  readonly variant: Int32Array;
  /** Calls whose caller is withheld or not told. */
  readonly withheld: number;
  /** Of so many callers one was kept, chosen by the hash; 1 where all were. */
  readonly oneOf: number;
}

/** What is known of the calls of a log beyond their paths. Counts add up exactly, as all of a log. */
export interface CallDetails {
  readonly zone: string;
  readonly cuts: readonly number[];
  readonly groups: readonly CallGroup[];
  /** The calls of every group on every path: positions in `groups` and `variants`, and calls. */
  readonly cells: {
    readonly group: Int32Array;
    readonly variant: Int32Array;
    readonly calls: Float64Array;
  };
  /** When the first and the last call of each path began, by its position in `variants`. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly toQueue: readonly QueueDelay[];
  /** The exact sum of these delays, by node. */
  readonly toQueueSum: Readonly<Record<string, number>>;
  /** Nothing where callers were not asked for, or the log doesn't name them. */
  readonly callers: CallerCalls | undefined;
  readonly selection: CallSelection;
  /** Calls that the selection left out. */
  readonly unselected: number;
}
