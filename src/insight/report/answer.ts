import type { CallFlow } from '../../flow/call-flow.ts';
import type { Answered } from '../find-insights.ts';
import type { ReportCounts } from './report-counts.ts';

/** What a report of counts says of a script. */
export interface Asked {
  readonly flow: CallFlow;
  readonly counts: ReportCounts;
}

/** One question that counts can answer. */
export type Answer = (asked: Asked) => Answered;
