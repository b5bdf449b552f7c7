import type { RejectedRow } from '../condensed-log.ts';

/** A line of an aggregated report: how often a node was left by an exit. */
export interface ReportCount {
  readonly node: string;
  /** A key, an intent, a trigger, how a call ended there; or `start`, `enter`, `last`. */
  readonly exit: string;
  readonly count: number;
  /** Mean seconds at the node before it, where the report tells. */
  readonly seconds: number | undefined;
}

/** An aggregated IVR report: counts without calls. */
export interface IvrReport {
  readonly path: string;
  /** What its rows hold, in words: `node, exit, count`. */
  readonly layout: string;
  readonly rows: { readonly read: number; readonly used: number; readonly rejected: number };
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly firstRejects: readonly RejectedRow[];
  /** Columns that were not read, as they are called. */
  readonly ignored: readonly string[];
  /** By node and exit, as they first come; rows of the same are added up. */
  readonly counts: readonly ReportCount[];
}
