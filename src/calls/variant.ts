import type { CallEventName } from './call-event.ts';

/** One event of a path, without its time. */
export interface PathStep {
  readonly event: CallEventName;
  readonly node: string;
  readonly value: string;
}

/** A path that calls took, with the number of calls that took it. Times are in milliseconds. */
export interface Variant {
  readonly steps: readonly PathStep[];
  readonly calls: number;
  readonly duration: { readonly sum: number; readonly min: number; readonly max: number };
}

/** A row of a log that could not be used, and why. */
export interface RejectedRow {
  readonly path: string;
  /** The physical line, from 1; the first one of a row that spans several. */
  readonly line: number;
  readonly column: string | undefined;
  readonly reason: string;
}

/** How often calls stayed that long at a node: from its `enter` to the next event of the call. */
export interface DwellCount {
  readonly node: string;
  /** Whole milliseconds, cut to three significant digits; see `dwellBucket`. */
  readonly ms: number;
  readonly times: number;
}

/** What was odd about the calls of a log; such calls are counted like all others. */
export interface Irregular {
  /** Rows that stand behind a later row of their call. */
  readonly lateRows: number;
  /** Calls that go on after the row that closes them; somebody leaving the line is not going on. */
  readonly reopenedCalls: number;
  /** Calls whose closing row is missing. */
  readonly unterminatedCalls: number;
  /** Calls that don't begin with `start`: their first rows are missing. */
  readonly unstartedCalls: number;
}

/** A log reduced to what replay needs. `rows.read = rows.used + rows.rejected`, always. */
export interface CondensedLog {
  readonly rows: { readonly read: number; readonly used: number; readonly rejected: number };
  /** Rejected rows by reason, and the first of them in full. */
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly firstRejects: readonly RejectedRow[];
  readonly calls: number;
  /** Most calls first; ties by path. */
  readonly variants: readonly Variant[];
  /** By node, then time: whole numbers, so logs that are added up give the same as one log. */
  readonly dwell: readonly DwellCount[];
  readonly irregular: Irregular;
  /** First and last event, in milliseconds since 1970, UTC; nothing for an empty log. */
  readonly window: { readonly from: number; readonly to: number } | undefined;
}
