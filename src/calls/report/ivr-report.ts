import type { RejectedRow } from '../condensed-log.ts';
import type { DialplanPlace } from '../formats/asterisk/facts.ts';

/** A line of an aggregated report: how often a node was left by an exit. */
export interface ReportCount {
  readonly node: string;
  /** A key, an intent, a trigger, how a call ended there; or `start`, `enter`, `last`. */
  readonly exit: string;
  readonly count: number;
  /** Mean seconds at the node before it, where the report tells. */
  readonly seconds: number | undefined;
  /** Where that is in a dialplan of Asterisk, for reports that name no node. */
  readonly place?: DialplanPlace | undefined;
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
