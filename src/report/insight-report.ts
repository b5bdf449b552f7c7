import type { Insights } from '../insight/find-insights.ts';
import type { ReplayReport } from './replay-report.ts';

/** What the reports on the insights of a log are made from. */
export interface InsightReport extends ReplayReport {
  readonly insights: Insights;
}
