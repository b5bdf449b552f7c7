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
  /** The physical line, from 1. */
  readonly line: number;
  readonly column: string | undefined;
  readonly reason: string;
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
  /** First and last event, in milliseconds since 1970, UTC; nothing for an empty log. */
  readonly window: { readonly from: number; readonly to: number } | undefined;
}
