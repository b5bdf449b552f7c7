import { contactReasonsInsight } from './contact-reasons.ts';
import { reasonDemandInsight } from './reason-demand.ts';
import { beforeAfterInsight } from './before-after.ts';
import { containmentInsight } from './containment.ts';
import { coverageInsight } from './coverage.ts';
import { destinationsInsight } from './destinations.ts';
import { dropOutsInsight } from './drop-outs.ts';
import { findingsInsight } from './findings-by-calls.ts';
import { fitInsight } from './fit.ts';
import type { Insight } from './insight.ts';
import { outcomesInsight } from './outcome-rates.ts';
import { pathsInsight } from './paths.ts';
import { peopleNeededInsight } from './people-needed.ts';
import { repeatCallsInsight } from './repeat-calls.ts';
import { retriesInsight } from './retries.ts';
import { segmentsInsight } from './segments.ts';
import { taskCompletionInsight } from './task-completion.ts';
import { timeToQueueInsight } from './time-to-queue.ts';
import { transfersInsight } from './transfers.ts';
import { decisionTimesInsight, wholeMenuInsight } from './timing/decision-times.ts';
import { listeningInsight } from './timing/listening.ts';
import { listeningTaxInsight } from './timing/listening-tax.ts';
import { deadOptionsInsight } from './timing/dead-options.ts';
import { waitingInsight } from './timing/waiting.ts';
import { zeroOutTimesInsight } from './timing/zero-out-times.ts';
import { zeroOutsInsight } from './zero-outs.ts';

/** Every insight, in the order in which reports tell them. */
export const insights: readonly Insight[] = [
  fitInsight,
  outcomesInsight,
  containmentInsight,
  taskCompletionInsight,
  dropOutsInsight,
  listeningInsight,
  contactReasonsInsight,
  reasonDemandInsight,
  zeroOutsInsight,
  zeroOutTimesInsight,
  retriesInsight,
  destinationsInsight,
  timeToQueueInsight,
  transfersInsight,
  repeatCallsInsight,
  pathsInsight,
  decisionTimesInsight,
  wholeMenuInsight,
  listeningTaxInsight,
  deadOptionsInsight,
  waitingInsight,
  peopleNeededInsight,
  segmentsInsight,
  beforeAfterInsight,
  coverageInsight,
  findingsInsight,
];
