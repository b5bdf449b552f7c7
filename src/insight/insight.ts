import type { CondensedLog } from '../calls/condensed-log.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import type { Finding } from '../source/finding.ts';
import type { Table } from './table.ts';

/** All that an insight may look at: plain data. */
export interface InsightInput {
  readonly flow: CallFlow;
  readonly log: CondensedLog;
  readonly replay: Replay;
  /** What linting found in the script; nothing where it was not asked. */
  readonly findings?: readonly Finding[] | undefined;
  /** Seconds that a person needs for a task of that name: the `other` of all those not named. */
  readonly agentSeconds?: Readonly<Record<string, number>> | undefined;
}

/** Calls or other things that a table leaves out, and why. */
export interface Exclusion {
  readonly count: number;
  readonly what: string;
}

/** What an insight found. */
export interface Found {
  readonly tables: readonly Table[];
  readonly excluded?: readonly Exclusion[];
  /** What a reader must know before drawing conclusions, in sentences. */
  readonly notes?: readonly string[];
  /** Why nothing can be known of this from such a log; then there are no tables. */
  readonly unknown?: string;
}

/** One question about the calls of a log: data that documents it, and a pure function. */
export interface Insight {
  /** Kebab-case; the name in `--only`, of the section on its page, and of its CSV files. */
  readonly id: string;
  readonly title: string;
  /** What is asked, from the side of whoever runs the menu. */
  readonly question: string;
  /** What is counted of what: numerator, denominator, and what is left out. */
  readonly definition: string;
  /** Where the definition comes from. */
  readonly source: string;
  find(input: InsightInput): Found;
}

/** Declares an insight. */
export function defineInsight<const One extends Insight>(insight: One): One {
  return insight;
}
