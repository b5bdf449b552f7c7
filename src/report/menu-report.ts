import type { Advice } from '../advice/suggestion.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Insights } from '../insight/find-insights.ts';
import type { InsightInput } from '../insight/insight.ts';
import type { WeekCoverage } from '../insight/week-coverage.ts';
import type { Proof } from '../prove/proof.ts';
import type { Directory } from '../routing/directory.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';

/** What the calls of a log say about the menu. */
export interface CallsReport {
  readonly input: InsightInput;
  readonly insights: Insights;
  readonly advice: Advice;
}

/** The command that makes the changes: words as they were typed, before and behind `--apply 1,3`. */
export interface ApplyCommand {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** All that is known of one menu, for a reader who has nothing else. */
export interface MenuReport {
  readonly document: ScriptDocument;
  readonly flow: CallFlow;
  readonly directory: Directory | undefined;
  readonly findings: readonly Finding[];
  /** Nothing where there is no log. */
  readonly calls: CallsReport | undefined;
  readonly proof: Proof;
  /** Nothing where there is no directory. */
  readonly week: WeekCoverage | undefined;
  /** Nothing where the changes can't be made by a command: only some calls of the logs were counted. */
  readonly apply: ApplyCommand | undefined;
}
