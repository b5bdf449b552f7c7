import type { CallEventName } from './call-event.ts';
import type { CallDetails } from './call-details.ts';
import type { Variant } from './variant.ts';

/** A row of a log that could not be used, and why. */
export interface RejectedRow {
  readonly path: string;
  /** The physical line, from 1; the first one of a row that spans several. */
  readonly line: number;
  readonly column: string | undefined;
  /** One of a fixed list; never repeats what the row says. */
  readonly reason: string;
}

/** Every row of a log by what became of it: `read = used + rejected`, always. */
export interface RowFates {
  readonly read: number;
  /** Rows that are events, duplicates among them. */
  readonly used: number;
  readonly rejected: number;
  /** Of the used: rows that say again what another row says, or that a newer one has replaced. */
  readonly duplicate: number;
}

/**
 * What begins a stretch at a node: coming there, its prompt again after silence or an unknown entry,
 * and waiting.
 */
export const stretchBeginnings = ['enter', 'noinput', 'nomatch', 'queue'] as const;
export type StretchBeginning = (typeof stretchBeginnings)[number];

/**
 * How often stretches at a node that began so and ended so took how long: from an `enter`, `noinput`,
 * `nomatch` or `queue` to the next event of the call.
 */
export interface DwellHistogram {
  readonly node: string;
  readonly from: StretchBeginning;
  /** The next event; `enter` where the call is at another node then, whatever happened there. */
  readonly to: CallEventName;
  /** What is kept of that event's value: the key or intent of an `input`. Empty for an `enter`. */
  readonly value: string;
  /** Whole milliseconds, cut to three significant digits (see `dwellBucket`), least first. */
  readonly ms: readonly number[];
  /** How often each of them was counted. */
  readonly times: readonly number[];
}

/** What was odd about the calls of a log; such calls are counted like all others. */
export interface Irregular {
  /** Rows that stand behind a later row of their call in the same log. */
  readonly lateRows: number;
  /** Calls that hold such a row. */
  readonly lateCalls: number;
  /** Calls that go on after the row that closes them; somebody leaving the line is not going on. */
  readonly reopenedCalls: number;
  /** Calls whose closing row is missing. */
  readonly unterminatedCalls: number;
  /** Calls that don't begin with `start`: their first rows are missing. */
  readonly unstartedCalls: number;
}

/** The calls that began within an hour. */
export interface HourCount {
  /** When the hour began: milliseconds since 1970, UTC, a multiple of 3,600,000. */
  readonly from: number;
  readonly calls: number;
}

/** The calls that ran under one version of the script. */
export interface VersionCount {
  /** As the column `script` of the call's first row that names one says it. */
  readonly script: string;
  readonly calls: number;
}

/** One of the logs that were read, as it turned out to be written. */
export interface LogSource {
  readonly path: string;
  /** The name of its layout: `native CSV`, `native JSON Lines`, or that of a vendor's format. */
  readonly layout: string;
  readonly encoding: string;
  readonly packed: 'gzip' | undefined;
}

/**
 * Logs reduced to what replay needs: the contract that every engine keeps. All numbers are whole and
 * add up, so calls may be condensed in parts, on several machines, and give the same. Two engines
 * agree on a log when `digestOf` their results is the same; `sources` and `firstRejects` stand outside
 * of it, as they say where rows came from. How rows become calls is laid down in docs/log-format.md.
 */
export interface CondensedLog {
  /** In the order of their names on the command line. */
  readonly sources: readonly LogSource[];
  readonly rows: RowFates;
  /** Rejected rows by reason, most rows first. */
  readonly rejectedBy: Readonly<Record<string, number>>;
  /** The first of the rejected rows in full. */
  readonly firstRejects: readonly RejectedRow[];
  readonly calls: number;
  /** Most calls first; ties by path. */
  readonly variants: readonly Variant[];
  /** By node, beginning, ending, then value. */
  readonly dwell: readonly DwellHistogram[];
  readonly irregular: Irregular;
  /** In order of time; hours without calls are left out. */
  readonly hours: readonly HourCount[];
  /** By name; calls that name no version are in none. */
  readonly versions: readonly VersionCount[];
  /** First and last event, in milliseconds since 1970, UTC; nothing for an empty log. */
  readonly window: { readonly from: number; readonly to: number } | undefined;
  /** What is known beyond paths, where an engine was asked for it and can tell. */
  readonly details?: CallDetails | undefined;
}

/** What a log is condensed to, but for what is known of its rows and files. */
export interface CondensedCalls extends Omit<
  CondensedLog,
  'sources' | 'rows' | 'rejectedBy' | 'firstRejects'
> {
  /** Rows that say again what another row of their call says. */
  readonly duplicateRows: number;
}
